import type { TableColumn } from '$lib/domain/capabilities/table/table';
import { clean } from '../clean-text';
import { columnMarks } from '../words';
import { abreast, space, stack, type Block } from './layout';
import { columnLeft, type Grid } from './grid';
import { networkMark } from './symbols';
import { measureWidth } from './measure-text';
import type { Palette } from './palette';
import { textBlock } from './text-block';
import { element, escapeXml } from './xml';

const PAD = 10;
const HANG = 17;
const LABEL = { size: 10, weight: 600 } as const;
const LABEL_HEIGHT = 17;

/** The heads of all columns: what each is, its name, where its answers come from. */
export function headsBlock(columns: readonly TableColumn[], grid: Grid, palette: Palette): Block {
	const row = abreast([
		lowered(corner('Capability', grid.left + 16, grid.nameWidth - 20, palette)),
		...columns.map((column, index) => lowered(headBlock(column, index, grid, palette))),
		...(grid.shareWidth > 0 ? [lowered(shareHead(columns.length, grid, palette))] : [])
	]);
	const block = stack([space(12), row, space(8)]);
	return {
		height: block.height,
		draw: (top, height) => element('g', { role: 'row' }, block.draw(top, height))
	};
}

/** Names alone, for a section far below the heads. */
export function namesBlock(columns: readonly TableColumn[], grid: Grid, palette: Palette): Block {
	return abreast(
		columns.map((column, index) => {
			const x = columnLeft(grid, index) + PAD;
			const style = { size: 11, fill: palette.inkMuted, leading: 14, most: 2 };
			const text = textBlock(clean(column.name), x + HANG - 2, grid.cellWidth - PAD - HANG, style);
			return {
				height: text.height,
				draw: (top) =>
					networkMark(column.networkKey, x, top + 1.5, palette) + text.draw(top, text.height)
			};
		})
	);
}

function headBlock(column: TableColumn, index: number, grid: Grid, palette: Palette): Block {
	const x = columnLeft(grid, index) + PAD;
	const room = grid.cellWidth - PAD * 1.5;
	const marks = columnMarks(column);
	const caption = clean(column.caption);
	const name = textBlock(clean(column.name), x + HANG, room - HANG, {
		...{ size: 13, weight: 600, fill: palette.ink, leading: 17, most: 4 }
	});
	const small = { size: 11, fill: palette.inkMuted, leading: 14, most: 3 };
	const block = stack([
		...marks.map((mark) => labelBlock(mark, x, palette)),
		{
			height: name.height,
			draw: (top) =>
				networkMark(column.networkKey, x, top + 3, palette) + name.draw(top, name.height)
		},
		...(marks.some((mark) => mark.toLowerCase() === caption.toLowerCase())
			? []
			: [textBlock(caption, x, room, small)])
	]);
	return {
		height: block.height,
		draw: (top, height) => element('g', { role: 'columnheader' }, block.draw(top, height))
	};
}

function shareHead(count: number, grid: Grid, palette: Palette): Block {
	const x = columnLeft(grid, count) + PAD;
	const strong = { size: 13, weight: 600, fill: palette.ink, leading: 17 } as const;
	const block = stack([
		textBlock('Works in', x, grid.shareWidth - PAD, strong),
		textBlock('of your chats', x, grid.shareWidth - PAD, {
			...{ size: 11, fill: palette.inkMuted, leading: 14 }
		})
	]);
	return {
		height: block.height,
		draw: (top, height) => element('g', { role: 'columnheader' }, block.draw(top, height))
	};
}

function corner(words: string, x: number, room: number, palette: Palette): Block {
	const style = { size: 11, fill: palette.inkMuted, leading: 14 };
	const text = textBlock(words, x, room, style);
	return {
		height: text.height,
		draw: (top, height) => element('g', { role: 'columnheader' }, text.draw(top, height))
	};
}

function labelBlock(words: string, x: number, palette: Palette): Block {
	const isStrong = words === 'Baseline';
	const width = measureWidth(words, LABEL) + 14;
	const ink = isStrong ? palette.accent : palette.inkMuted;
	return {
		height: LABEL_HEIGHT + 5,
		draw: (top) =>
			element('rect', {
				...{ x: x + 0.5, y: top + 0.5, width, height: LABEL_HEIGHT - 1, rx: 8 },
				fill: isStrong ? palette.accentSoft : 'none',
				stroke: ink,
				'stroke-dasharray': isStrong ? undefined : '3 2'
			}) +
			element(
				'text',
				{ x: x + 7, y: top + 12, 'font-size': 10, 'font-weight': 600, fill: ink },
				escapeXml(words)
			)
	};
}

/** At the bottom of the height it is given. */
function lowered(block: Block): Block {
	return {
		height: block.height,
		draw: (top, height) => block.draw(top + height - block.height, block.height)
	};
}
