const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;'
};

/** The Matrix HTML that Beeper makes of what people type; of Markdown only bold is understood. */
export function toHTML(text: string): string {
	return text
		.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
		.replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
		.replaceAll('\n', '<br>');
}
