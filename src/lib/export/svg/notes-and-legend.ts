import type { CellStyle } from '$lib/domain/capabilities/format-value';
import type { Comparison, TableModel } from '$lib/domain/capabilities/table/table';
import { cleanText } from '../clean-text';
import { COMPARISONS, findDifferences } from '$lib/domain/capabilities/table/table-labels';
import { placeInRow, pad, createSpace, placeInColumn, type Block } from './layout';
import type { Grid } from './grid';
import { drawComparison, SYMBOL_SIZE, drawSymbol } from './symbols';
import { measureWidth } from './measure-text';
import type { Colours } from './colours';
import { layOutText } from './text-block';
import { writeElement } from './xml';

const FONT = { size: 12 } as const;
const LEADING = 16;
const CHIP = { pad: 8, hang: SYMBOL_SIZE + 6, height: 24 } as const;
const GUTTER = 24;

/** The notes, with the numbers by which cells refer to them. */
export function layOutNotes({ notes }: TableModel, grid: Grid, colours: Colours): Block[] {
	if (notes.length === 0) return [];
	const items = notes.map((note, index) => (x: number, width: number) => {
		const style = { ...FONT, fill: colours.inkMuted, leading: LEADING, most: 12 };
		const number = layOutText(`${index + 1}`, x, 30, { ...style, fill: colours.ink, weight: 600 });
		return placeInRow([number, layOutText(cleanText(note), x + 24, width - 24, style)]);
	});
	return [layOutTitle('Notes', grid, colours), layOutColumns(items, 380, 6, grid)];
}

/** The meanings of the table's styles and marks. */
export function layOutLegend(table: TableModel, grid: Grid, colours: Colours): Block[] {
	const entries = [
		...table.legend.map((look) => createStyleEntry(look, colours)),
		...findDifferences(table).map((comparison) => createComparisonEntry(comparison, colours)),
		...(table.columns.some(({ isBaseline }) => isBaseline) ? [createSameEntry(colours)] : [])
	];
	if (entries.length === 0) return [];
	const widths = entries.map(({ word }) => measureWidth(word, FONT));
	const chip = Math.min(150, Math.ceil(Math.max(...widths)) + CHIP.hang + CHIP.pad * 2);
	const items = entries.map(
		(entry) => (x: number, width: number) => layOutEntry(entry, x, chip, width, colours)
	);
	return [layOutTitle('Legend', grid, colours), layOutColumns(items, 330, 6, grid)];
}

interface Entry {
	word: string;
	meaning: string;
	ink: string;
	tint: string;
	drawMark: (x: number, y: number) => string;
}

function createStyleEntry({ text, meaning, symbol, tone }: CellStyle, colours: Colours): Entry {
	const { ink, tint = colours.surface } = colours.tones[tone];
	return {
		...{ word: cleanText(text), meaning: cleanText(meaning), ink, tint },
		drawMark: (x, y) => drawSymbol(symbol, x, y, ink)
	};
}

function createComparisonEntry(comparison: Exclude<Comparison, 'same'>, colours: Colours): Entry {
	const { word, meaning } = COMPARISONS[comparison];
	return {
		...{ word, meaning, ink: colours.ink, tint: colours.surface },
		drawMark: (x, y) => drawComparison(comparison, x + 1, y + 1, colours)
	};
}

/** Cells that equal the baseline's are grey and have no mark. */
function createSameEntry(colours: Colours): Entry {
	return {
		...{ word: 'same', meaning: 'As in the baseline: grey, without a mark.' },
		...{ ink: colours.inkMuted, tint: colours.surface },
		drawMark: () => ''
	};
}

/** @param chip - width in pixels of the tinted tile with mark and word */
function layOutEntry(
	entry: Entry,
	x: number,
	chip: number,
	width: number,
	colours: Colours
): Block {
	const { word, meaning, ink, tint, drawMark } = entry;
	const room = chip - CHIP.hang - CHIP.pad * 1.5;
	const style = { ...FONT, fill: ink, leading: LEADING, most: 2 };
	const name = layOutText(word, x + CHIP.pad + CHIP.hang, room, style);
	const words = layOutText(meaning, x + chip + 10, width - chip - 10, {
		...style,
		fill: colours.inkMuted,
		most: 4
	});
	const height = Math.max(CHIP.height, name.height + 8);
	return placeInRow([
		{
			height,
			draw: (top) =>
				writeElement('rect', { x, y: top, width: chip, height, rx: 5, fill: tint }) +
				drawMark(x + CHIP.pad, top + 5) +
				name.draw(top + 4, name.height)
		},
		pad(words, 4)
	]);
}

function layOutTitle(words: string, { left, width }: Grid, colours: Colours): Block {
	const style = { size: 13, weight: 600, fill: colours.ink, leading: 18 } as const;
	return placeInColumn([createSpace(22), layOutText(words, left, width, style), createSpace(8)]);
}

/** Distributes items over columns, in reading order down each column. */
function layOutColumns(
	items: readonly ((x: number, width: number) => Block)[],
	least: number,
	gap: number,
	{ left, width }: Grid
): Block {
	const most = Math.max(1, Math.floor((width + GUTTER) / (least + GUTTER)));
	const columns = Math.min(most, items.length);
	const each = (width - GUTTER * (columns - 1)) / columns;
	const length = Math.ceil(items.length / columns);
	return placeInRow(
		Array.from({ length: columns }, (_, column) => {
			const x = left + column * (each + GUTTER);
			const members = items.slice(column * length, (column + 1) * length);
			return placeInColumn(
				members.map((make) => make(x, each)),
				gap
			);
		})
	);
}
