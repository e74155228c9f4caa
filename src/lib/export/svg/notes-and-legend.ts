import type { CellStyle } from '$lib/domain/capabilities/format';
import type { Comparison, TableModel } from '$lib/domain/capabilities/table/table';
import { clean } from '../clean-text';
import { COMPARISONS, comparisonsIn } from '../words';
import { abreast, padded, space, stack, type Block } from './layout';
import type { Grid } from './grid';
import { comparisonMark, MARK, symbolMark } from './symbols';
import { measureWidth } from './measure-text';
import type { Palette } from './palette';
import { textBlock } from './text-block';
import { element } from './xml';

const FONT = { size: 12 } as const;
const LEADING = 16;
const CHIP = { pad: 8, hang: MARK + 6, height: 24 } as const;
const GUTTER = 24;

/** What needs a sentence, numbered as in the cells. */
export function notesBlock({ notes }: TableModel, grid: Grid, palette: Palette): Block[] {
	if (notes.length === 0) return [];
	const items = notes.map((note, index) => (x: number, width: number) => {
		const style = { ...FONT, fill: palette.inkMuted, leading: LEADING, most: 12 };
		const number = textBlock(`${index + 1}`, x, 30, { ...style, fill: palette.ink, weight: 600 });
		return abreast([number, textBlock(clean(note), x + 24, width - 24, style)]);
	});
	return [titleBlock('Notes', grid, palette), inColumns(items, 380, 6, grid)];
}

/** What the looks and marks of the table mean. */
export function legendBlock(sheet: TableModel, grid: Grid, palette: Palette): Block[] {
	const entries = [
		...sheet.legend.map((look) => lookEntry(look, palette)),
		...comparisonsIn(sheet).map((comparison) => comparisonEntry(comparison, palette)),
		...(sheet.columns.some(({ isBaseline }) => isBaseline) ? [sameEntry(palette)] : [])
	];
	if (entries.length === 0) return [];
	const widths = entries.map(({ word }) => measureWidth(word, FONT));
	const chip = Math.min(150, Math.ceil(Math.max(...widths)) + CHIP.hang + CHIP.pad * 2);
	const items = entries.map(
		(entry) => (x: number, width: number) => entryBlock(entry, x, chip, width, palette)
	);
	return [titleBlock('Legend', grid, palette), inColumns(items, 330, 6, grid)];
}

interface Entry {
	word: string;
	meaning: string;
	ink: string;
	tint: string;
	drawMark: (x: number, y: number) => string;
}

function lookEntry({ text, meaning, symbol, tone }: CellStyle, palette: Palette): Entry {
	const { ink, tint = palette.surface } = palette.tones[tone];
	return {
		...{ word: clean(text), meaning: clean(meaning), ink, tint },
		drawMark: (x, y) => symbolMark(symbol, x, y, ink)
	};
}

function comparisonEntry(comparison: Exclude<Comparison, 'same'>, palette: Palette): Entry {
	const { word, meaning } = COMPARISONS[comparison];
	return {
		...{ word, meaning, ink: palette.ink, tint: palette.surface },
		drawMark: (x, y) => comparisonMark(comparison, x + 1, y + 1, palette)
	};
}

/** Cells that say the same have no mark: they are grey. */
function sameEntry(palette: Palette): Entry {
	return {
		...{ word: 'same', meaning: 'As in the baseline: grey, without a mark.' },
		...{ ink: palette.inkMuted, tint: palette.surface },
		drawMark: () => ''
	};
}

/** @param chip - how wide what stands around mark and word is */
function entryBlock(entry: Entry, x: number, chip: number, width: number, palette: Palette): Block {
	const { word, meaning, ink, tint, drawMark } = entry;
	const room = chip - CHIP.hang - CHIP.pad * 1.5;
	const style = { ...FONT, fill: ink, leading: LEADING, most: 2 };
	const name = textBlock(word, x + CHIP.pad + CHIP.hang, room, style);
	const words = textBlock(meaning, x + chip + 10, width - chip - 10, {
		...style,
		fill: palette.inkMuted,
		most: 4
	});
	const height = Math.max(CHIP.height, name.height + 8);
	return abreast([
		{
			height,
			draw: (top) =>
				element('rect', { x, y: top, width: chip, height, rx: 5, fill: tint }) +
				drawMark(x + CHIP.pad, top + 5) +
				name.draw(top + 4, name.height)
		},
		padded(words, 4)
	]);
}

function titleBlock(words: string, { left, width }: Grid, palette: Palette): Block {
	const style = { size: 13, weight: 600, fill: palette.ink, leading: 18 } as const;
	return stack([space(22), textBlock(words, left, width, style), space(8)]);
}

/** Down the first column, then down the next. */
function inColumns(
	items: readonly ((x: number, width: number) => Block)[],
	least: number,
	gap: number,
	{ left, width }: Grid
): Block {
	const most = Math.max(1, Math.floor((width + GUTTER) / (least + GUTTER)));
	const columns = Math.min(most, items.length);
	const each = (width - GUTTER * (columns - 1)) / columns;
	const length = Math.ceil(items.length / columns);
	return abreast(
		Array.from({ length: columns }, (_, column) => {
			const x = left + column * (each + GUTTER);
			const members = items.slice(column * length, (column + 1) * length);
			return stack(
				members.map((make) => make(x, each)),
				gap
			);
		})
	);
}
