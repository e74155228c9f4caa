/** What somebody wrote, whoever it was. @returns undefined for what is no JSON, and for nothing */
export function parseLoosely(text: string | null): unknown {
	if (text === null) return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** The fields of an object or a list; of anything else none. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null ? { ...value } : {};
}
