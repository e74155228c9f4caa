import type { CountTable } from '$lib/domain/overview/report';
import { formatNumber } from '$lib/format/number';
import { cleanText } from '../clean-text';
import { CARD_PADDING, drawLabel, layOutSectionCard } from './section-card';
import type { Colours } from './colours';
import { placeInRow, type Block } from './layout';
import { mixColours } from './plot-paints';
import { drawNetworkMark, MARK_SIZE } from './symbols';
import { measureWidth } from './measure-text';
import { layOutText } from './text-block';
import { wrapText } from './wrap-text';
import { writeElement } from './xml';

const ROW = 27;
const NAME_WIDTH = 190;
const SIZE = 13;
const HEAD = { size: 12 } as const;
const HEAD_LINE = 16;
/** Pixels between a number and the next column. */
const GAP = 8;

/** A table of numbers with its title, on a card. */
export function layOutCountCard(
	{ title, heading, columns, rows, totals, notes }: CountTable,
	left: number,
	width: number,
	colours: Colours
): Block {
	const x = left + CARD_PADDING;
	const inner = width - CARD_PADDING * 2;
	const cells = placeColumns(columns, x + NAME_WIDTH, inner - NAME_WIDTH);
	const large = { size: 18, weight: 600, fill: colours.ink, leading: 30, most: 2 } as const;
	const small = { ...HEAD, fill: colours.inkMuted, leading: 16, most: 3 };

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
						const { start = 0, width: cellWidth = 0 } = cells[column] ?? {};
						return (
							drawTint(tints[column] ?? 0, start, top, cellWidth) +
							drawLabel(formatNumber(count), start + cellWidth - GAP, top + 18, {
								...{ size: SIZE, anchor: 'end', fill: count > 0 ? colours.ink : colours.inkMuted },
								...(weight && { weight })
							})
						);
					})
					.join('')
		};
	}

	function drawTint(share: number, start: number, top: number, cellWidth: number): string {
		if (share === 0) return '';
		const fill = mixColours(colours.accent, colours.surface, 0.04 + share * 0.3);
		return writeElement('rect', { x: start, y: top + 1, width: cellWidth, height: ROW - 1, fill });
	}

	const heads = cells.map(({ lines, start, width: cellWidth }) => ({
		height: lines.length * HEAD_LINE,
		draw: (top: number, height: number) =>
			lines
				.map((line, index) => {
					const y = top + height - (lines.length - index) * HEAD_LINE + 7;
					const style = { ...HEAD, anchor: 'end', fill: colours.inkMuted } as const;
					return drawLabel(line, start + cellWidth - GAP, y, style);
				})
				.join('')
	}));
	const first = layOutText(cleanText(heading), x, NAME_WIDTH - GAP, small);
	const head = placeInRow([
		{ ...first, draw: (top, height) => first.draw(top + height - 21, first.height) },
		...heads
	]);
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

interface Column {
	/** The heading. */
	lines: readonly string[];
	start: number;
	width: number;
}

/** Gives each column the width of the longest word of its heading, and shares out the rest. */
function placeColumns(headings: readonly string[], start: number, width: number): Column[] {
	const texts = headings.map(cleanText);
	const widths = texts.map(
		(text) => Math.max(...text.split(/[ -]/).map((word) => measureWidth(word, HEAD))) + GAP * 2
	);
	const spare = (width - widths.reduce((sum, own) => sum + own, 0)) / Math.max(1, widths.length);
	let next = start;
	return texts.map((text, column) => {
		const own = Math.max(GAP * 2 + HEAD.size, (widths[column] ?? 0) + spare);
		const lines = wrapText(text, own - GAP - 2, HEAD, 3);
		next += own;
		return { lines, start: next - own, width: own };
	});
}
