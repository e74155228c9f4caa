type Attributes = Readonly<Record<string, string | number | undefined>>;

/** @param children - markup already; text goes through `escapeXml` first */
export function element(name: string, attributes: Attributes, children = ''): string {
	const words = Object.entries(attributes)
		.filter((entry): entry is [string, string | number] => entry[1] !== undefined)
		.map(([key, value]) => ` ${key}="${attribute(value)}"`)
		.join('');
	return children === '' ? `<${name}${words}/>` : `<${name}${words}>${children}</${name}>`;
}

/** Text that is already free of characters XML forbids: see `clean`. */
export function escapeXml(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}

function attribute(value: string | number): string {
	return typeof value === 'number' ? String(Number(value.toFixed(2))) : escapeXml(value);
}
