/**
 * The value of a JSON text.
 *
 * @returns undefined for text that is no JSON, and for null
 */
export function parseJSONOrUndefined(text: string | null): unknown {
	if (text === null) return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** True when a value is an object or a list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null;
}

/** True when a value is a JSON object, and not a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return isObject(value) && !Array.isArray(value);
}

/** True when objects and lists are nested too deep for recursion. Checks level by level. */
export function isDeeperThan(most: number, value: unknown): boolean {
	let level = [value].filter(isObject);
	for (let depth = 0; level.length > 0; depth++) {
		if (depth >= most) return true;
		level = level.flatMap((each) => Object.values(each)).filter(isObject);
	}
	return false;
}

/** The fields of an object or a list; no fields for any other value. */
export function getFields(value: unknown): Readonly<Record<string, unknown>> {
	return isObject(value) ? { ...value } : {};
}
