const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;'
};

/**
 * The Matrix HTML that Beeper makes of typed text. Of Markdown, it supports only bold and backslash
 * escapes.
 */
export function toHTML(text: string): string {
	return text
		.replace(/\\([!-/:-@[-`{-~])|[&<>"]/g, (character, literal?: string) =>
			literal === undefined ? (ENTITIES[character] ?? character) : `&#${literal.codePointAt(0)};`
		)
		.replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
		.replaceAll('\n', '<br>');
}
