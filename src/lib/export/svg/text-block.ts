import type { Block } from './layout';
import { measureWidth, type Font } from './measure-text';
import { wrap } from './wrap-text';
import { element, escapeXml } from './xml';

export interface TextStyle extends Font {
	fill: string;
	/** Pixels from one line to the next. */
	leading: number;
	/** Lines, beyond which it is cut. */
	most?: number;
	/** Small numbers at the end. */
	raised?: string;
}

const RAISED_SIZE = 0.74;

/** Text from `x` on, in lines no wider than `room`; clean already (see `clean`). */
export function textBlock(text: string, x: number, room: number, style: TextStyle): Block {
	const { size, weight, fill, leading, most, raised = '' } = style;
	const lines = wrap(text, room - raisedWidth(style), style, most);
	return {
		height: lines.length * leading,
		draw(top) {
			const y = top + leading / 2 + size * 0.355;
			const [only = ''] = lines;
			const words =
				lines.length > 1
					? lines
							.map((line, index) =>
								element('tspan', { x, dy: index ? leading : undefined }, escapeXml(line))
							)
							.join('')
					: escapeXml(only);
			const number = raised && raisedSpan(raised, style);
			return element(
				'text',
				{ x, y, 'font-size': size, 'font-weight': weight, fill },
				words + number
			);
		}
	};
}

/** Pixels of the numbers at the end, with the space before them. */
export function raisedWidth({ raised, size }: Pick<TextStyle, 'raised' | 'size'>): number {
	return raised ? measureWidth(raised, { size: size * RAISED_SIZE }) + 3 : 0;
}

function raisedSpan(raised: string, { size }: TextStyle): string {
	const attributes = {
		dx: 3,
		dy: -size * 0.34,
		'font-size': size * RAISED_SIZE,
		'font-weight': 600
	};
	return element('tspan', attributes, escapeXml(raised));
}
