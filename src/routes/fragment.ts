/** The words behind the `#` of an address; as they stand when they are badly encoded. */
export function fragmentOf({ hash }: URL): string {
	const text = hash.slice(1);
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
