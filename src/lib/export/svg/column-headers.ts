import type { TableColumn } from '$lib/domain/capabilities/table/table';
import { cleanText } from '../clean-text';
import { getColumnLabels } from '$lib/domain/capabilities/table/table-labels';
import { placeInRow, createSpace, placeInColumn, type Block } from './layout';
import { getColumnLeft, type Grid } from './grid';
import { drawNetwork } from './symbols';
import { measureWidth } from './measure-text';
import type { Colours } from './colours';
import { layOutText } from './text-block';
import { writeElement, escapeXml } from './xml';

const PAD = 10;
const HANG = 17;
const LABEL = { size: 10, weight: 600 } as const;
const LABEL_HEIGHT = 17;

/** The headers of all columns: labels, name and caption. */
export function layOutHeaders(
	columns: readonly TableColumn[],
	grid: Grid,
	colours: Colours
): Block {
	const row = placeInRow([
		alignBottom(layOutCorner('Capability', grid.left + 16, grid.nameWidth - 20, colours)),
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
export function layOutNames(columns: readonly TableColumn[], grid: Grid, colours: Colours): Block {
	return placeInRow(
		columns.map((column, index) => {
			const x = getColumnLeft(grid, index) + PAD;
			const style = { size: 11, fill: colours.inkMuted, leading: 14, most: 2 };
			const text = layOutText(
				cleanText(column.name),
				x + HANG - 2,
				grid.cellWidth - PAD - HANG,
				style
			);
			return {
				height: text.height,
				draw: (top) =>
					drawNetwork(column.networkKey, x, top + 1.5, colours) + text.draw(top, text.height)
			};
		})
	);
}

function layOutHeader(column: TableColumn, index: number, grid: Grid, colours: Colours): Block {
	const x = getColumnLeft(grid, index) + PAD;
	const room = grid.cellWidth - PAD * 1.5;
	const marks = getColumnLabels(column);
	const caption = cleanText(column.caption);
	const name = layOutText(cleanText(column.name), x + HANG, room - HANG, {
		...{ size: 13, weight: 600, fill: colours.ink, leading: 17, most: 4 }
	});
	const small = { size: 11, fill: colours.inkMuted, leading: 14, most: 3 };
	const block = placeInColumn([
		...marks.map((mark) => layOutLabel(mark, x, colours)),
		{
			height: name.height,
			draw: (top) =>
				drawNetwork(column.networkKey, x, top + 3, colours) + name.draw(top, name.height)
		},
		...(marks.some((mark) => mark.toLowerCase() === caption.toLowerCase())
			? []
			: [layOutText(caption, x, room, small)])
	]);
	return {
		height: block.height,
		draw: (top, height) => writeElement('g', { role: 'columnheader' }, block.draw(top, height))
	};
}

function layOutShareHeader(count: number, grid: Grid, colours: Colours): Block {
	const x = getColumnLeft(grid, count) + PAD;
	const strong = { size: 13, weight: 600, fill: colours.ink, leading: 17 } as const;
	const block = placeInColumn([
		layOutText('Works in', x, grid.shareWidth - PAD, strong),
		layOutText('of your chats', x, grid.shareWidth - PAD, {
			...{ size: 11, fill: colours.inkMuted, leading: 14 }
		})
	]);
	return {
		height: block.height,
		draw: (top, height) => writeElement('g', { role: 'columnheader' }, block.draw(top, height))
	};
}

function layOutCorner(words: string, x: number, room: number, colours: Colours): Block {
	const style = { size: 11, fill: colours.inkMuted, leading: 14 };
	const text = layOutText(words, x, room, style);
	return {
		height: text.height,
		draw: (top, height) => writeElement('g', { role: 'columnheader' }, text.draw(top, height))
	};
}

function layOutLabel(words: string, x: number, colours: Colours): Block {
	const isStrong = words === 'Baseline';
	const width = measureWidth(words, LABEL) + 14;
	const ink = isStrong ? colours.accent : colours.inkMuted;
	return {
		height: LABEL_HEIGHT + 5,
		draw: (top) =>
			writeElement('rect', {
				...{ x: x + 0.5, y: top + 0.5, width, height: LABEL_HEIGHT - 1, rx: 8 },
				fill: isStrong ? colours.accentSoft : 'none',
				stroke: ink,
				'stroke-dasharray': isStrong ? undefined : '3 2'
			}) +
			writeElement(
				'text',
				{ x: x + 7, y: top + 12, 'font-size': 10, 'font-weight': 600, fill: ink },
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
