import type { CountTable } from '$lib/domain/overview/report';
import { formatCount, formatNumber } from '$lib/format/number';
import { cleanText } from '../clean-text';
import {
	CARD_PADDING,
	drawLabel,
	layOutSectionCard,
	type Card,
	type CardFrame
} from './section-card';
import { createSpace, placeInColumn, placeInRow, type Block } from './layout';
import { mixColours } from './plot-paints';
import { drawNetworkMark, MARK_SIZE } from './symbols';
import { measureWidth } from './measure-text';
import { layOutText } from './text-block';
import { wrapText } from './wrap-text';
import { writeElement } from './xml';

/** Heights of rows in pixels: without a limit to the card's height, and the least and greatest with one. */
const ROW = { usual: 27, least: 24, most: 37 } as const;
const SIZE = 13;
const HEAD = { size: 12 } as const;
const HEAD_LINE = 16;
/** Pixels between a number and the next column. */
const GAP = 8;
const NAME_WIDTH = { least: 100, most: 190 } as const;

/**
 * A table of numbers with its title, on a card.
 *
 * Columns that have no room are left out; so are the last rows of a card of limited height, which are
 * counted.
 */
export function layOutCountCard(table: CountTable, frame: CardFrame): Card {
	const { left, width, colours, room } = frame;
	const { title, heading, rows, totals } = table;
	const x = left + CARD_PADDING;
	const inner = width - CARD_PADDING * 2;
	const nameWidth = findNameWidth(table);
	const shown = findFittingColumns(table, inner - nameWidth);
	const cells = placeColumns(table, shown, x + nameWidth, inner - nameWidth);
	const large = { size: 18, weight: 600, fill: colours.ink, leading: 24, most: 2 } as const;
	const small = { ...HEAD, fill: colours.inkMuted, leading: 16, most: 3 };

	const top = placeInColumn([
		layOutText(cleanText(title), x, inner, large),
		createSpace(4),
		layOutHead()
	]);
	const notes = placeInColumn(
		table.notes.map((note) => layOutText(cleanText(note), x, inner, { ...small, leading: 20 }))
	);
	const hidden = table.columns.length - shown.length;
	const { kept, more, leading } = fitRows();
	const card = layOutSectionCard(
		[
			top,
			...kept.map(({ name, ...row }) => layOutLine(name, row)),
			...(more ? [layOutLine(more)] : []),
			...(totals ? [layOutLine('Total', { counts: totals }, 600)] : []),
			notes
		],
		frame
	);
	return { ...card, leftOut: rows.length - kept.length };

	/**
	 * The rows that the card has room for, their height, and a text about the rows and columns left
	 * out.
	 */
	function fitRows() {
		const least = room === undefined ? ROW.usual : ROW.least;
		const space = (room ?? Infinity) - CARD_PADDING * 2 - top.height - notes.height;
		const others = (totals ? 1 : 0) + (hidden > 0 ? 1 : 0);
		const most = Math.floor(space / least) - others;
		const isWhole = most >= rows.length;
		const fitting = rows.slice(0, isWhole ? rows.length : Math.max(0, most - (hidden > 0 ? 0 : 1)));
		const leftOut = rows.length - fitting.length;
		const words = [
			...(leftOut > 0 ? [`+${formatCount(leftOut, `more ${heading.toLowerCase()}`)}`] : []),
			...(hidden > 0 ? [`+${formatCount(hidden, 'more column')}`] : [])
		].join(', ');
		const lines = fitting.length + (words === '' ? 0 : 1) + (totals ? 1 : 0);
		const height = Math.max(least, Math.min(ROW.most, Math.floor(space / lines)));
		return { kept: fitting, more: words, leading: room === undefined ? ROW.usual : height };
	}

	function layOutHead(): Block {
		const heads = cells.map(({ lines: words, start, width: cellWidth }) => ({
			height: words.length * HEAD_LINE,
			draw: (top: number, height: number) =>
				words
					.map((line, index) => {
						const y = top + height - (words.length - index) * HEAD_LINE + 7;
						const style = { ...HEAD, anchor: 'end', fill: colours.inkMuted } as const;
						return drawLabel(line, start + cellWidth - GAP, y, style);
					})
					.join('')
		}));
		const first = layOutText(cleanText(heading), x, nameWidth - GAP, small);
		const row = placeInRow([
			{ ...first, draw: (top, height) => first.draw(top + height - 21, first.height) },
			...heads
		]);
		return { ...row, height: row.height + 6 };
	}

	/** @param row - absent: a line without numbers */
	function layOutLine(
		name: string,
		row?: Omit<CountTable['rows'][number], 'name'>,
		weight?: 600
	): Block {
		const { networkKey, counts, tints = [] } = row ?? { counts: [] };
		const hang = networkKey === undefined ? 0 : MARK_SIZE + 8;
		const label = layOutText(cleanText(name), x + hang, (row ? nameWidth : inner) - hang - 8, {
			...{ size: SIZE, fill: row ? colours.ink : colours.inkMuted, leading, most: 1 },
			...(weight && { weight })
		});
		return {
			height: leading,
			draw: (top) =>
				writeElement('path', { d: `M${x} ${top + 0.5}h${inner}`, stroke: colours.line }) +
				drawNetworkMark(networkKey, x, top + (leading - MARK_SIZE) / 2) +
				label.draw(top, leading) +
				cells
					.map(({ column, start, width: cellWidth }) => {
						const count = counts[column];
						if (count === undefined) return '';
						return (
							drawTint(tints[column] ?? 0, start, top, cellWidth) +
							drawLabel(formatNumber(count), start + cellWidth - GAP, top + leading / 2 + 4.5, {
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
		const size = { width: cellWidth, height: leading - 1 };
		return writeElement('rect', { x: start, y: top + 1, ...size, fill });
	}
}

/** The room for the names of rows, their marks included. */
function findNameWidth({ rows, heading }: CountTable): number {
	const widths = rows.map(
		({ name, networkKey }) =>
			measureWidth(cleanText(name), { size: SIZE }) + (networkKey === undefined ? 0 : MARK_SIZE + 8)
	);
	const widest = Math.max(measureWidth(cleanText(heading), HEAD), ...widths) + GAP * 2;
	return Math.min(NAME_WIDTH.most, Math.max(NAME_WIDTH.least, widest));
}

interface Column {
	/** Index in the table. */
	column: number;
	/** The heading. */
	lines: readonly string[];
	start: number;
	width: number;
}

/**
 * Indexes of the columns that fit, in their order: the most important ones, but none without a
 * chat.
 */
function findFittingColumns(table: CountTable, width: number): number[] {
	const { columns, rows, ranking = columns.map((_, column) => column) } = table;
	const widths = columns.map((_, column) => measureColumn(table, column));
	if (widths.reduce((sum, own) => sum + own, 0) <= width) return columns.map((_, column) => column);
	let used = 0;
	return ranking
		.filter((column) => rows.some(({ counts }) => (counts[column] ?? 0) > 0))
		.filter((column) => {
			const own = widths[column] ?? 0;
			if (used + own > width) return false;
			used += own;
			return true;
		})
		.sort((one, other) => one - other);
}

/** The width of the longest word of a column's heading, or of its widest number. */
function measureColumn({ columns, rows, totals }: CountTable, column: number): number {
	const words = cleanText(columns[column] ?? '').split(/[ -]/);
	const greatest = Math.max(0, ...rows.map(({ counts }) => counts[column] ?? 0));
	const total = totals ? formatNumber(totals[column] ?? 0) : '';
	return (
		Math.max(
			...words.map((word) => measureWidth(word, HEAD)),
			measureWidth(formatNumber(greatest), { size: SIZE }),
			measureWidth(total, { size: SIZE, weight: 600 })
		) +
		GAP * 2
	);
}

/** Gives each column the width that it needs, and shares out the rest. */
function placeColumns(
	table: CountTable,
	shown: readonly number[],
	start: number,
	width: number
): Column[] {
	const texts = shown.map((column) => cleanText(table.columns[column] ?? ''));
	const widths = shown.map((column) => measureColumn(table, column));
	const spare = (width - widths.reduce((sum, own) => sum + own, 0)) / Math.max(1, widths.length);
	let next = start;
	return texts.map((text, place) => {
		const own = Math.max(GAP * 2 + HEAD.size, (widths[place] ?? 0) + spare);
		const lines = wrapText(text, own - GAP - 2, HEAD, 3);
		next += own;
		return { column: shown[place] ?? 0, lines, start: next - own, width: own };
	});
}
