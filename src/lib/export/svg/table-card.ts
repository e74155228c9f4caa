import type {
	TableModel,
	TableColumn,
	TableRow,
	TableSection,
	WorkingShare
} from '$lib/domain/capabilities/table/table';
import { describeFolded, formatPercentage } from '$lib/domain/capabilities/table/table-labels';
import { placeInRow, alignMiddle, pad, placeInColumn, type Block } from './layout';
import { layOutCell } from './cell';
import { layOutFoldedBand, groupFolded } from './collapsed-sections';
import { getColumnLeft, EDGE, type Grid } from './grid';
import { layOutHeaders, layOutNames } from './column-headers';
import { layOutRowName } from './row-name';
import type { Colours } from './colours';
import { layOutText } from './text-block';
import { writeElement } from './xml';

/** Pixels; a section further below the headers repeats the columns' names. */
const MAX_DISTANCE = 640;

/** The table on its card. */
export function layOutTable(table: TableModel, grid: Grid, colours: Colours): Block {
	const { columns, sections } = table;
	const blocks = [layOutHeaders(columns, grid, colours)];
	let distance = 0;
	for (const [section, ...further] of groupFolded(sections)) {
		if (!section) continue;
		if (further.length > 0) {
			blocks.push(layOutFoldedBand([section, ...further], grid, colours));
			continue;
		}
		const isFar = distance > MAX_DISTANCE;
		if (isFar) distance = 0;
		const block = layOutSection(section, columns, isFar, grid, colours);
		distance += block.height;
		blocks.push(block);
	}
	if (sections.length === 0) blocks.push(layOutEmpty(grid, colours));
	const body = placeInColumn([...blocks, { height: 4, draw: () => '' }]);
	const { left, width } = grid;
	return {
		height: body.height,
		draw(top, height) {
			const box = { x: left, y: top, width, height, rx: 12 };
			return writeElement(
				'g',
				{ role: 'table', 'aria-label': 'Capabilities' },
				writeElement('rect', { ...box, fill: colours.surface }) +
					body.draw(top, height) +
					columns
						.map((column, index) => drawFrame(column, index, top, height, grid, colours))
						.join('') +
					writeElement('rect', {
						...{ x: left - 0.5, y: top - 0.5, width: width + 1, height: height + 1, rx: 12.5 },
						fill: 'none',
						stroke: colours.line
					})
			);
		}
	};
}

function layOutSection(
	part: TableSection,
	columns: readonly TableColumn[],
	isFar: boolean,
	grid: Grid,
	colours: Colours
): Block {
	const { rows } = part;
	const band = layOutBand(part, isFar ? columns : [], grid, colours);
	const headed = new Set(
		rows.filter(({ row }) => row.name === row.part).map(({ row }) => row.part)
	);
	return placeInColumn([
		band,
		...rows.map((row, index) => layOutRow(row, index > 0, headed.has(row.row.part), grid, colours))
	]);
}

/** The heading of a section, with the number of folded rows or the repeated names of the columns. */
function layOutBand(
	part: TableSection,
	named: readonly TableColumn[],
	grid: Grid,
	colours: Colours
): Block {
	const { left, width, nameWidth } = grid;
	const strong = { size: 13, weight: 600, fill: colours.ink, leading: 18 } as const;
	const weak = { size: 12, fill: colours.inkMuted, leading: 18 };
	const folded = describeFolded(part);
	const band = pad(
		placeInRow([
			alignMiddle(layOutText(part.section, left + 16, nameWidth - 20, strong)),
			folded === undefined
				? alignMiddle(layOutNames(named, grid, colours))
				: alignMiddle(layOutText(folded, getColumnLeft(grid, 0) + 10, width - nameWidth - 20, weak))
		]),
		7
	);
	return {
		height: band.height,
		draw: (top, height) =>
			writeElement('rect', { x: left, y: top, width, height, fill: colours.raised }) +
			drawRule(top, grid, colours) +
			writeElement(
				'g',
				{ role: 'row' },
				writeElement('g', { role: 'rowheader' }, band.draw(top, height))
			)
	};
}

function layOutRow(
	{ row, cells, share }: TableRow,
	hasLine: boolean,
	isHeaded: boolean,
	grid: Grid,
	colours: Colours
): Block {
	const isIndented = isHeaded && row.part !== undefined && row.part !== row.name;
	const line = placeInRow([
		layOutRowName(row, isIndented, grid, colours),
		...cells.map((cell, index) =>
			layOutCell(cell, getColumnLeft(grid, index) + 2, grid.cellWidth - 4, colours)
		),
		...(share ? [layOutShare(share, getColumnLeft(grid, cells.length), grid, colours)] : [])
	]);
	return {
		height: line.height + 1,
		draw: (top, height) =>
			(hasLine ? drawRule(top, grid, colours) : '') +
			writeElement('g', { role: 'row' }, line.draw(top + 1, height - 1))
	};
}

function drawRule(top: number, { left, width }: Grid, colours: Colours): string {
	const d = `M${left} ${Number((top + 0.5).toFixed(2))}h${width}`;
	return writeElement('path', { d, stroke: colours.line });
}

function layOutShare(
	share: WorkingShare,
	x: number,
	{ shareWidth }: Grid,
	colours: Colours
): Block {
	const style = { size: 12.5, fill: colours.ink, leading: 16 };
	const text = layOutText(formatPercentage(share), x + 10, shareWidth, style);
	const width = shareWidth - 20 - EDGE;
	const bar = { x: x + 10, height: 3, rx: 1.5 };
	const filled = share.of > 0 ? Math.max(0, Math.min(1, share.works / share.of)) * width : 0;
	return alignMiddle({
		height: 24,
		draw: (top) =>
			writeElement(
				'g',
				{ role: 'cell' },
				text.draw(top, 16) +
					writeElement('rect', { ...bar, y: top + 18, width, fill: colours.line }) +
					(filled > 0
						? writeElement('rect', {
								...bar,
								y: top + 18,
								width: filled,
								fill: colours.tones.good.ink
							})
						: '')
			)
	});
}

/** Draws the frame of the baseline, a reference or a snapshot. */
function drawFrame(
	{ isBaseline, origin }: TableColumn,
	index: number,
	top: number,
	height: number,
	grid: Grid,
	colours: Colours
): string {
	if (!isBaseline && origin === 'chats') return '';
	return writeElement('rect', {
		...{ x: getColumnLeft(grid, index) + 1.5, y: top + 4.5, width: grid.cellWidth - 3 },
		...{ height: height - 9, rx: 7, fill: 'none' },
		stroke: isBaseline ? colours.accent : colours.lineStrong,
		'stroke-width': isBaseline ? 1.5 : undefined,
		'stroke-dasharray': origin === 'chats' ? undefined : '4 3'
	});
}

function layOutEmpty(grid: Grid, colours: Colours): Block {
	const style = { size: 13, fill: colours.inkMuted, leading: 18 };
	return pad(layOutText('No rows to show.', grid.left + 16, grid.width - 32, style), 16);
}
