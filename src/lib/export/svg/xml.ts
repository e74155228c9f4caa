type Attributes = Readonly<Record<string, string | number | undefined>>;

/**
 * Writes an element. Attributes with the value undefined are left out.
 *
 * @param children - markup; text must be escaped by `escapeXml`
 */
export function writeElement(name: string, attributes: Attributes, children = ''): string {
	const words = Object.entries(attributes)
		.filter((entry): entry is [string, string | number] => entry[1] !== undefined)
		.map(([key, value]) => ` ${key}="${formatAttribute(value)}"`)
		.join('');
	return children === '' ? `<${name}${words}/>` : `<${name}${words}>${children}</${name}>`;
}

/** Escapes text that `cleanText` has freed of the characters that XML forbids. */
export function escapeXml(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}

function formatAttribute(value: string | number): string {
	return typeof value === 'number' ? String(Number(value.toFixed(2))) : escapeXml(value);
}
