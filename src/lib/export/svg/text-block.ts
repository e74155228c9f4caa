import type { Block } from './layout';
import { measureWidth, SMALLEST_SIZE, type Font } from './measure-text';
import { wrapText } from './wrap-text';
import { writeElement, escapeXml } from './xml';

export interface TextStyle extends Font {
	fill: string;
	/** Line height in pixels. */
	leading: number;
	/** Lines, at most; the rest of the text is cut. */
	most?: number;
	/** Superscript at the end. */
	raised?: string;
}

/** Pixels. */
const RAISED_SIZE = SMALLEST_SIZE;

/**
 * Lays out text that `cleanText` has cleaned.
 *
 * @param x - left edge in pixels
 * @param room - greatest width of a line in pixels
 */
export function layOutText(text: string, x: number, room: number, style: TextStyle): Block {
	const { size, weight, fill, leading, most, raised = '' } = style;
	const lines = wrapText(text, room - measureRaised(style), style, most);
	return {
		height: lines.length * leading,
		draw(top) {
			const y = top + leading / 2 + size * 0.355;
			const [only = ''] = lines;
			const words =
				lines.length > 1
					? lines
							.map((line, index) =>
								writeElement('tspan', { x, dy: index ? leading : undefined }, escapeXml(line))
							)
							.join('')
					: escapeXml(only);
			const number = raised && drawRaised(raised, style);
			return writeElement(
				'text',
				{ x, y, 'font-size': size, 'font-weight': weight, fill },
				words + number
			);
		}
	};
}

/** Width in pixels of the superscript and the space before it. */
export function measureRaised({ raised }: Pick<TextStyle, 'raised'>): number {
	return raised ? measureWidth(raised, { size: RAISED_SIZE }) + 3 : 0;
}

function drawRaised(raised: string, { size }: TextStyle): string {
	const attributes = {
		dx: 3,
		dy: -size * 0.34,
		'font-size': RAISED_SIZE,
		'font-weight': 600
	};
	return writeElement('tspan', attributes, escapeXml(raised));
}
