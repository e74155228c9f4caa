import type { WorkingShare } from '$lib/domain/capabilities/table/table';
import { formatPercentage } from '$lib/domain/capabilities/table/table-labels';
import { formatCount } from '$lib/format/number';
import { cleanText } from '../clean-text';
import { placeInRow, alignMiddle, pad, placeInColumn, type Block } from './layout';
import { layOutCell, type NoteNumbers } from './cell';
import { layOutFoldedBand, groupFolded, isFolded } from './collapsed-sections';
import { getColumnLeft, EDGE, type Grid } from './grid';
import { layOutHeaders, layOutNames } from './column-headers';
import { INSET, layOutRowName } from './row-name';
import type { PictureColumn, PictureRow, PictureSection, PictureTable } from './picture-table';
import type { Colours } from './colours';
import { layOutText } from './text-block';
import { writeElement } from './xml';

/** Pixels; a section further below the headers repeats the columns' names. */
const MAX_DISTANCE = 640;
/** Pixels below the last row. */
const BOTTOM = 4;

/** A line of the table below its headers. */
export type TableLine =
	| { kind: 'section'; section: PictureSection }
	| { kind: 'folded'; sections: readonly PictureSection[] }
	| { kind: 'row'; row: PictureRow; isFirst: boolean };

/** The parts of the picture that lines are drawn with. */
export interface TableContext {
	columns: readonly PictureColumn[];
	grid: Grid;
	getNumber: NoteNumbers;
	colours: Colours;
	/** Pixels that are added to the height of each row. */
	stretch?: number;
}

/** The lines of a table, in their order. */
export function listLines({ sections }: Pick<PictureTable, 'sections'>): TableLine[] {
	return groupFolded(sections).flatMap((group): TableLine[] => {
		const [section, ...further] = group;
		if (!section) return [];
		if (further.length > 0) return [{ kind: 'folded', sections: group }];
		const rows = section.rows.map((row, index) => ({
			...({ kind: 'row', row, isFirst: index === 0 } as const)
		}));
		return section.title === undefined ? rows : [{ kind: 'section', section }, ...rows];
	});
}

/** Lays out one line; `named` are the columns whose names a section repeats. */
export function layOutLine(
	line: TableLine,
	context: TableContext,
	named: readonly PictureColumn[] = []
): Block {
	const { grid, colours } = context;
	if (line.kind === 'folded') return layOutFoldedBand(line.sections, grid, colours);
	if (line.kind === 'section') return layOutBand(line.section, named, grid, colours);
	return layOutRow(line.row, !line.isFirst, context);
}

/** Height in pixels of a card without lines. */
export function measureCard(
	table: Pick<PictureTable, 'corner' | 'columns'>,
	{ grid, colours }: TableContext
): number {
	return layOutHeaders(table, grid, colours).height + BOTTOM;
}

/** The table, or a part of its lines, on a card. */
export function layOutCard(
	table: Pick<PictureTable, 'corner' | 'columns'>,
	lines: readonly TableLine[],
	context: TableContext
): Block {
	const { grid, colours } = context;
	const blocks = [layOutHeaders(table, grid, colours)];
	let distance = 0;
	for (const line of lines) {
		const isFar = line.kind === 'section' && distance > MAX_DISTANCE;
		if (isFar) distance = 0;
		const block = layOutLine(line, context, isFar ? table.columns : []);
		distance += block.height;
		blocks.push(block);
	}
	if (lines.length === 0) blocks.push(layOutEmpty(grid, colours));
	const body = placeInColumn([...blocks, { height: BOTTOM, draw: () => '' }]);
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
					table.columns
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

/** The heading of a section, with the number of folded rows or the repeated names of the columns. */
function layOutBand(
	section: PictureSection,
	named: readonly PictureColumn[],
	grid: Grid,
	colours: Colours
): Block {
	const { title = '', folded = 0 } = section;
	const { left, width, nameWidth } = grid;
	const strong = { size: 13, weight: 600, fill: colours.ink, leading: 18 } as const;
	const weak = { size: 12, fill: colours.inkMuted, leading: 18 };
	const isWide = named.length === 0 && !isFolded(section);
	const room = (isWide ? width : nameWidth) - INSET - 4;
	const band = pad(
		placeInRow([
			alignMiddle(layOutText(cleanText(title), left + INSET, room, strong)),
			...(isFolded(section)
				? [
						alignMiddle(
							layOutText(
								`${formatCount(folded, 'row')} folded away`,
								getColumnLeft(grid, 0) + 10,
								width - nameWidth - 20,
								weak
							)
						)
					]
				: [alignMiddle(layOutNames(named, grid, colours))])
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
	row: PictureRow,
	hasLine: boolean,
	{ grid, getNumber, colours, stretch = 0 }: TableContext
): Block {
	const { cells, share } = row;
	const line = placeInRow([
		layOutRowName(row, grid, colours),
		...cells.map((cell, index) =>
			layOutCell(cell, getColumnLeft(grid, index), grid.cellWidth, getNumber, colours)
		),
		...(share ? [layOutShare(share, getColumnLeft(grid, cells.length), grid, colours)] : [])
	]);
	return {
		height: line.height + 1 + stretch,
		draw: (top, height) =>
			(hasLine ? drawRule(top, grid, colours) : '') +
			writeElement('g', { role: 'row' }, line.draw(top + 1, height - 1))
	};
}

function drawRule(top: number, { left, width }: Grid, colours: Colours): string {
	const d = `M${Number(left.toFixed(2))} ${Number((top + 0.5).toFixed(2))}h${Number(width.toFixed(2))}`;
	return writeElement('path', { d, stroke: colours.line });
}

function layOutShare(
	share: WorkingShare,
	x: number,
	{ shareWidth }: Grid,
	colours: Colours
): Block {
	const style = { size: 13, fill: colours.ink, leading: 16 };
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

function drawFrame(
	{ frame }: PictureColumn,
	index: number,
	top: number,
	height: number,
	grid: Grid,
	colours: Colours
): string {
	if (frame === undefined) return '';
	return writeElement('rect', {
		...{ x: getColumnLeft(grid, index) + 1.5, y: top + 4.5, width: grid.cellWidth - 3 },
		...{ height: height - 9, rx: 7, fill: 'none' },
		stroke: frame === 'solid' ? colours.accent : colours.lineStrong,
		'stroke-width': frame === 'solid' ? 1.5 : undefined,
		'stroke-dasharray': frame === 'solid' ? undefined : '4 3'
	});
}

function layOutEmpty(grid: Grid, colours: Colours): Block {
	const style = { size: 13, fill: colours.inkMuted, leading: 18 };
	return pad(layOutText('No rows to show.', grid.left + 16, grid.width - 32, style), 16);
}
