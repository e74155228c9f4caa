import { writeElement, escapeXml } from './xml';

const FONTS =
	"system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif";

/** Sizes of the formats in pixels; a full picture is as large as its content needs. */
export const FORMAT_SIZES = {
	post: { width: 1_600, height: 900 },
	square: { width: 1_200, height: 1_200 },
	full: undefined
} as const;
export type DrawingFormat = keyof typeof FORMAT_SIZES;

export interface Drawing {
	/** Self-contained: text stays text; no resources are loaded and no scripts run. */
	svg: string;
	/** Pixels. */
	width: number;
	/** Pixels. */
	height: number;
	/** The text alternative, for people who can't see the picture; its `desc` says the same. */
	alt: string;
}

interface DocumentFrame {
	/** Size of the picture in pixels. */
	width: number;
	height: number;
	/** Size of the drawing, which is enlarged to that of the picture; absent: the same. */
	drawing?: { width: number; height: number };
	/** Cleaned text. */
	title: string;
	/** The text alternative, as cleaned text. */
	alt: string;
	/** The background colour. */
	canvas: string;
}

/**
 * Writes a self-contained SVG document.
 *
 * @param body - markup
 */
export function writeDocument(
	{ width, height, drawing = { width, height }, title, alt, canvas }: DocumentFrame,
	body: string
): string {
	const attributes = {
		...{ xmlns: 'http://www.w3.org/2000/svg', width, height },
		viewBox: `0 0 ${round(drawing.width)} ${round(drawing.height)}`,
		...{ lang: 'en', 'font-family': FONTS }
	};
	const content =
		writeElement('title', {}, escapeXml(title)) +
		writeElement('desc', {}, escapeXml(alt)) +
		writeElement('rect', { ...drawing, fill: canvas }) +
		body;
	return `${writeElement('svg', attributes, content)}\n`;
}

function round(value: number): number {
	return Number(value.toFixed(3));
}
