import type { CountTable } from '$lib/domain/overview/report';
import { formatNumber } from '$lib/format/number';
import { cleanText } from '../clean-text';
import { CARD_PADDING, drawLabel, layOutSectionCard } from './section-card';
import type { Colours } from './colours';
import { placeInRow, type Block } from './layout';
import { mixColours } from './plot-paints';
import { drawNetworkMark, MARK_SIZE } from './symbols';
import { layOutText } from './text-block';
import { writeElement } from './xml';

const ROW = 27;
const NAME_WIDTH = 230;
const SIZE = 13;

/** A table of numbers with its title, on a card. */
export function layOutCountCard(
	{ title, heading, columns, rows, totals, notes }: CountTable,
	left: number,
	width: number,
	colours: Colours
): Block {
	const x = left + CARD_PADDING;
	const inner = width - CARD_PADDING * 2;
	const cellWidth = (inner - NAME_WIDTH) / Math.max(1, columns.length);
	const large = { size: 18, weight: 600, fill: colours.ink, leading: 30, most: 2 } as const;
	const small = { size: 12, fill: colours.inkMuted, leading: 16, most: 3 };

	function layOutLine(
		name: string,
		{ networkKey, counts, tints = [] }: Omit<CountTable['rows'][number], 'name'>,
		weight?: 600
	): Block {
		const hang = networkKey === undefined ? 0 : MARK_SIZE + 8;
		const label = layOutText(cleanText(name), x + hang, NAME_WIDTH - hang - 8, {
			...{ size: SIZE, fill: colours.ink, leading: ROW, most: 1 },
			...(weight && { weight })
		});
		return {
			height: ROW,
			draw: (top) =>
				writeElement('path', { d: `M${x} ${top + 0.5}h${inner}`, stroke: colours.line }) +
				drawNetworkMark(networkKey, x, top + (ROW - MARK_SIZE) / 2) +
				label.draw(top, ROW) +
				counts
					.map((count, column) => {
						const start = x + NAME_WIDTH + column * cellWidth;
						return (
							drawTint(tints[column] ?? 0, start, top) +
							drawLabel(formatNumber(count), start + cellWidth - 8, top + 18, {
								...{ size: SIZE, anchor: 'end', fill: count > 0 ? colours.ink : colours.inkMuted },
								...(weight && { weight })
							})
						);
					})
					.join('')
		};
	}

	function drawTint(share: number, start: number, top: number): string {
		if (share === 0) return '';
		const fill = mixColours(colours.accent, colours.surface, 0.04 + share * 0.3);
		return writeElement('rect', { x: start, y: top + 1, width: cellWidth, height: ROW - 1, fill });
	}

	const heads = [heading, ...columns].map((text, index) => {
		const start = index === 0 ? x : x + NAME_WIDTH + (index - 1) * cellWidth + 8;
		const room = index === 0 ? NAME_WIDTH - 8 : cellWidth - 10;
		const block = layOutText(cleanText(text), start, room, small);
		return {
			...block,
			draw: (top: number, height: number) => block.draw(top + height - block.height - 4, 0)
		};
	});
	const head = placeInRow(heads);
	return layOutSectionCard(
		[
			layOutText(cleanText(title), x, inner, large),
			{ ...head, height: head.height + 6 },
			...rows.map(({ name, ...row }) => layOutLine(name, row)),
			...(totals ? [layOutLine('Total', { counts: totals }, 600)] : []),
			...notes.map((note) => layOutText(cleanText(note), x, inner, small))
		],
		left,
		width,
		colours
	);
}
