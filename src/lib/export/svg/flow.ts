import { placeInColumn, type Block } from './layout';
import { measureWidth, SMALLEST_SIZE } from './measure-text';
import type { Colours } from './colours';
import { layOutText } from './text-block';
import { writeElement } from './xml';

/** Pixels. */
export const LEADING = 17;
/** Pixels between two entries of a line. */
const GUTTER = 16;

/** A mark or number with its meaning. A line has as many entries as fit. */
export interface FlowEntry {
	text: string;
	/** Width of the mark in pixels, with the space after it; 0 without a mark. */
	hang: number;
	drawMark: (x: number, y: number) => string;
}

/** Entries one after another, on as few lines as they need. */
export function layOutFlow(
	entries: readonly FlowEntry[],
	left: number,
	width: number,
	colours: Colours
): Block {
	const style = { size: SMALLEST_SIZE, fill: colours.inkMuted, leading: LEADING };
	const lines: { entry: FlowEntry; x: number; room: number }[][] = [];
	let x = Infinity;
	for (const entry of entries) {
		const wanted = entry.hang + measureWidth(entry.text, style) + 1;
		if (x + wanted > width) {
			lines.push([]);
			x = 0;
		}
		lines.at(-1)?.push({ entry, x: left + x, room: Math.min(wanted, width) - entry.hang });
		x += wanted + GUTTER;
	}
	return placeInColumn(
		lines.map((line) => {
			const texts = line.map(({ entry, x: start, room }) => ({
				...{ entry, start },
				words: layOutText(entry.text, start + entry.hang, room, style)
			}));
			return {
				height: Math.max(...texts.map(({ words }) => words.height)),
				draw: (top) =>
					texts
						.map(({ entry, start, words }) =>
							writeElement('g', {}, entry.drawMark(start, top) + words.draw(top, words.height))
						)
						.join('')
			};
		}),
		2
	);
}
