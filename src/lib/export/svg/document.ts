import { writeElement, escapeXml } from './xml';

export const FONTS =
	"system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif";

interface DocumentFrame {
	/** Pixels. */
	width: number;
	/** Pixels. */
	height: number;
	/** Cleaned text. */
	title: string;
	/** The text alternative, as cleaned text. */
	alt: string;
	/** The colour behind everything. */
	canvas: string;
}

/**
 * Writes a self-contained SVG document.
 *
 * @param body - markup
 */
export function writeDocument(
	{ width, height, title, alt, canvas }: DocumentFrame,
	body: string
): string {
	const attributes = {
		xmlns: 'http://www.w3.org/2000/svg',
		...{ width, height, viewBox: `0 0 ${width} ${height}` },
		...{ lang: 'en', 'font-family': FONTS }
	};
	const content =
		writeElement('title', {}, escapeXml(title)) +
		writeElement('desc', {}, escapeXml(alt)) +
		writeElement('rect', { width, height, fill: canvas }) +
		body;
	return `${writeElement('svg', attributes, content)}\n`;
}
