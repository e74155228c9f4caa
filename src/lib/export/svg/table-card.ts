import type {
	TableModel,
	TableColumn,
	TableRow,
	TableSection
} from '$lib/domain/capabilities/table/table';
import { foldedWords, shareWords } from '../words';
import { abreast, centred, padded, stack, type Block } from './layout';
import { cellBlock } from './cell';
import { foldedBand, foldedTogether } from './collapsed-sections';
import { columnLeft, EDGE, type Grid } from './grid';
import { headsBlock, namesBlock } from './column-headers';
import { nameBlock } from './row-name';
import type { Palette } from './palette';
import { textBlock } from './text-block';
import { element } from './xml';

/** Pixels below the heads after which a section names the columns again. */
const FAR = 640;

/** The table itself, on a card. */
export function tableBlock(sheet: TableModel, grid: Grid, palette: Palette): Block {
	const { columns, sections } = sheet;
	const blocks = [headsBlock(columns, grid, palette)];
	let distance = 0;
	for (const [section, ...further] of foldedTogether(sections)) {
		if (!section) continue;
		if (further.length > 0) {
			blocks.push(foldedBand([section, ...further], grid, palette));
			continue;
		}
		const isFar = distance > FAR;
		if (isFar) distance = 0;
		const block = sectionBlock(section, columns, isFar, grid, palette);
		distance += block.height;
		blocks.push(block);
	}
	if (sections.length === 0) blocks.push(nothingBlock(grid, palette));
	const body = stack([...blocks, { height: 4, draw: () => '' }]);
	const { left, width } = grid;
	return {
		height: body.height,
		draw(top, height) {
			const box = { x: left, y: top, width, height, rx: 12 };
			return element(
				'g',
				{ role: 'table', 'aria-label': 'Capabilities' },
				element('rect', { ...box, fill: palette.surface }) +
					body.draw(top, height) +
					columns
						.map((column, index) => frame(column, index, top, height, grid, palette))
						.join('') +
					element('rect', {
						...{ x: left - 0.5, y: top - 0.5, width: width + 1, height: height + 1, rx: 12.5 },
						fill: 'none',
						stroke: palette.line
					})
			);
		}
	};
}

function sectionBlock(
	part: TableSection,
	columns: readonly TableColumn[],
	isFar: boolean,
	grid: Grid,
	palette: Palette
): Block {
	const { rows } = part;
	const band = bandBlock(part, isFar ? columns : [], grid, palette);
	const headed = new Set(
		rows.filter(({ row }) => row.name === row.part).map(({ row }) => row.part)
	);
	return stack([
		band,
		...rows.map((row, index) => rowBlock(row, index > 0, headed.has(row.row.part), grid, palette))
	]);
}

/** The heading of a section; beside it, how many rows are folded away, or the columns' names. */
function bandBlock(
	part: TableSection,
	named: readonly TableColumn[],
	grid: Grid,
	palette: Palette
): Block {
	const { left, width, nameWidth } = grid;
	const strong = { size: 13, weight: 600, fill: palette.ink, leading: 18 } as const;
	const weak = { size: 12, fill: palette.inkMuted, leading: 18 };
	const folded = foldedWords(part);
	const band = padded(
		abreast([
			centred(textBlock(part.section, left + 16, nameWidth - 20, strong)),
			folded === undefined
				? centred(namesBlock(named, grid, palette))
				: centred(textBlock(folded, columnLeft(grid, 0) + 10, width - nameWidth - 20, weak))
		]),
		7
	);
	return {
		height: band.height,
		draw: (top, height) =>
			element('rect', { x: left, y: top, width, height, fill: palette.raised }) +
			rule(top, grid, palette) +
			element('g', { role: 'row' }, element('g', { role: 'rowheader' }, band.draw(top, height)))
	};
}

function rowBlock(
	{ row, cells, share }: TableRow,
	hasLine: boolean,
	isHeaded: boolean,
	grid: Grid,
	palette: Palette
): Block {
	const isIndented = isHeaded && row.part !== undefined && row.part !== row.name;
	const line = abreast([
		nameBlock(row, isIndented, grid, palette),
		...cells.map((cell, index) =>
			cellBlock(cell, columnLeft(grid, index) + 2, grid.cellWidth - 4, palette)
		),
		...(share ? [shareBlock(share, columnLeft(grid, cells.length), grid, palette)] : [])
	]);
	return {
		height: line.height + 1,
		draw: (top, height) =>
			(hasLine ? rule(top, grid, palette) : '') +
			element('g', { role: 'row' }, line.draw(top + 1, height - 1))
	};
}

function rule(top: number, { left, width }: Grid, palette: Palette): string {
	const d = `M${left} ${Number((top + 0.5).toFixed(2))}h${width}`;
	return element('path', { d, stroke: palette.line });
}

function shareBlock(
	share: NonNullable<TableRow['share']>,
	x: number,
	{ shareWidth }: Grid,
	palette: Palette
): Block {
	const style = { size: 12.5, fill: palette.ink, leading: 16 };
	const text = textBlock(shareWords(share), x + 10, shareWidth, style);
	const width = shareWidth - 20 - EDGE;
	const bar = { x: x + 10, height: 3, rx: 1.5 };
	const filled = share.of > 0 ? Math.max(0, Math.min(1, share.works / share.of)) * width : 0;
	return centred({
		height: 24,
		draw: (top) =>
			element(
				'g',
				{ role: 'cell' },
				text.draw(top, 16) +
					element('rect', { ...bar, y: top + 18, width, fill: palette.line }) +
					(filled > 0
						? element('rect', { ...bar, y: top + 18, width: filled, fill: palette.tones.good.ink })
						: '')
			)
	});
}

/** Around a column that is not simply what the chats say. */
function frame(
	{ isBaseline, origin }: TableColumn,
	index: number,
	top: number,
	height: number,
	grid: Grid,
	palette: Palette
): string {
	if (!isBaseline && origin === 'chats') return '';
	return element('rect', {
		...{ x: columnLeft(grid, index) + 1.5, y: top + 4.5, width: grid.cellWidth - 3 },
		...{ height: height - 9, rx: 7, fill: 'none' },
		stroke: isBaseline ? palette.accent : palette.lineStrong,
		'stroke-width': isBaseline ? 1.5 : undefined,
		'stroke-dasharray': origin === 'chats' ? undefined : '4 3'
	});
}

function nothingBlock(grid: Grid, palette: Palette): Block {
	const style = { size: 13, fill: palette.inkMuted, leading: 18 };
	return padded(textBlock('No rows to show.', grid.left + 16, grid.width - 32, style), 16);
}
