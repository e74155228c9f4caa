import { cleanText } from '../clean-text';
import { placeInRow, createSpace, placeInColumn, type Block } from './layout';
import { getColumnLeft, type Grid, type TextWidths } from './grid';
import { drawNetworkMark, MARK_SIZE } from './symbols';
import { measureLongestWord, measureWidth, SMALLEST_SIZE } from './measure-text';
import type { PictureColumn, PictureTable } from './picture-table';
import type { Colours } from './colours';
import { layOutText, type TextStyle } from './text-block';
import { writeElement, escapeXml } from './xml';

const PAD = 10;
const NARROW_PAD = 5;
const HANG = MARK_SIZE + 6;
const NAME = { size: 13, weight: 600 } as const;
const SMALL = { size: SMALLEST_SIZE } as const;
const LABEL = { size: SMALLEST_SIZE, weight: 600 } as const;
const LABEL_HEIGHT = 19;
const LABEL_PAD = 7;

/** The widths of a header; captions may take several lines. */
export function measureHeader(column: PictureColumn): TextWidths {
	const { name, labels } = column;
	const words = cleanText(name);
	const around = getPadding(column) * 1.5 + getHang(column);
	const label = Math.max(
		0,
		...labels.map((text) => measureWidth(text, LABEL) + LABEL_PAD * 2 + PAD * 1.5)
	);
	return {
		natural: Math.max(label, measureWidth(words, NAME) + around),
		least: Math.max(label, measureLongestWord(words, NAME) + around)
	};
}

/** The headers of all columns: labels, name and caption. */
export function layOutHeaders(
	{ corner, columns }: Pick<PictureTable, 'corner' | 'columns'>,
	grid: Grid,
	colours: Colours
): Block {
	const row = placeInRow([
		alignBottom(layOutCorner(corner, grid.left + 16, grid.nameWidth - 20, colours)),
		...columns.map((column, index) => alignBottom(layOutHeader(column, index, grid, colours))),
		...(grid.shareWidth > 0 ? [alignBottom(layOutShareHeader(columns.length, grid, colours))] : [])
	]);
	const block = placeInColumn([createSpace(12), row, createSpace(8)]);
	return {
		height: block.height,
		draw: (top, height) => writeElement('g', { role: 'row' }, block.draw(top, height))
	};
}

/** The columns' names alone, for a section far below the headers. */
export function layOutNames(
	columns: readonly PictureColumn[],
	grid: Grid,
	colours: Colours
): Block {
	return placeInRow(
		columns.map((column, index) =>
			layOutMarkedName(column, getColumnLeft(grid, index) + PAD, grid.cellWidth - PAD * 1.5, {
				...{ ...SMALL, fill: colours.inkMuted, leading: 16 }
			})
		)
	);
}

function layOutHeader(column: PictureColumn, index: number, grid: Grid, colours: Colours): Block {
	const x = getColumnLeft(grid, index) + getPadding(column);
	const room = grid.cellWidth - getPadding(column) * 1.5;
	const caption = cleanText(column.caption);
	const small = { ...SMALL, fill: colours.inkMuted, leading: 15 };
	const block = placeInColumn([
		...column.labels.map((label) => layOutLabel(label, x, colours)),
		layOutMarkedName(column, x, room, { ...NAME, fill: colours.ink, leading: 17 }),
		...(caption === '' ? [] : [layOutText(caption, x, room, small)])
	]);
	return {
		height: block.height,
		draw: (top, height) => writeElement('g', { role: 'columnheader' }, block.draw(top, height))
	};
}

function layOutMarkedName(column: PictureColumn, x: number, room: number, style: TextStyle): Block {
	const { name, networkKey, isNarrow = false } = column;
	const hang = getHang(column);
	const text = layOutText(cleanText(name), x + hang, room - hang, style);
	const above = isNarrow && networkKey !== undefined ? MARK_SIZE + 4 : 0;
	return {
		height: above + text.height,
		draw: (top) =>
			drawNetworkMark(networkKey, x, above > 0 ? top : top + style.leading / 2 - MARK_SIZE / 2) +
			text.draw(top + above, text.height)
	};
}

function getPadding({ isNarrow = false }: PictureColumn): number {
	return isNarrow ? NARROW_PAD : PAD;
}

/** Width in pixels of a mark beside the name. */
function getHang({ networkKey, isNarrow = false }: PictureColumn): number {
	return networkKey === undefined || isNarrow ? 0 : HANG;
}

function layOutShareHeader(count: number, grid: Grid, colours: Colours): Block {
	const x = getColumnLeft(grid, count) + PAD;
	const block = placeInColumn([
		layOutText('Works in', x, grid.shareWidth - PAD, { ...NAME, fill: colours.ink, leading: 17 }),
		layOutText('of your chats', x, grid.shareWidth - PAD, {
			...{ ...SMALL, fill: colours.inkMuted, leading: 15 }
		})
	]);
	return {
		height: block.height,
		draw: (top, height) => writeElement('g', { role: 'columnheader' }, block.draw(top, height))
	};
}

function layOutCorner(words: string, x: number, room: number, colours: Colours): Block {
	const text = layOutText(words, x, room, { ...SMALL, fill: colours.inkMuted, leading: 15 });
	return {
		height: text.height,
		draw: (top, height) => writeElement('g', { role: 'columnheader' }, text.draw(top, height))
	};
}

function layOutLabel(words: string, x: number, colours: Colours): Block {
	const isStrong = words === 'Baseline';
	const width = measureWidth(words, LABEL) + LABEL_PAD * 2;
	const ink = isStrong ? colours.accent : colours.inkMuted;
	return {
		height: LABEL_HEIGHT + 5,
		draw: (top) =>
			writeElement('rect', {
				...{ x: x + 0.5, y: top + 0.5, width, height: LABEL_HEIGHT - 1, rx: 9 },
				fill: isStrong ? colours.accentSoft : 'none',
				stroke: ink,
				'stroke-dasharray': isStrong ? undefined : '3 2'
			}) +
			writeElement(
				'text',
				{
					...{ x: x + LABEL_PAD, y: top + 13.5, fill: ink },
					...{ 'font-size': LABEL.size, 'font-weight': LABEL.weight }
				},
				escapeXml(words)
			)
	};
}

/** Aligns a block to the bottom of the height that it is given. */
function alignBottom(block: Block): Block {
	return {
		height: block.height,
		draw: (top, height) => block.draw(top + height - block.height, block.height)
	};
}
