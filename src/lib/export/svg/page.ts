import { formatCount } from '$lib/format/number';
import { buildGrid, countFittingColumns, fitGrid, type Grid, type TableWidths } from './grid';
import { createSpace, placeInColumn, placeInRow, type Block } from './layout';
import { measureTable } from './measure-table';
import { layOutFooter, layOutHead, type PageText } from './page-text';
import { splitPanels, type MeasuredLine } from './panels';
import {
	listNotes,
	toSymbols,
	type PictureRow,
	type PictureSection,
	type PictureTable
} from './picture-table';
import { layOutRemarks } from './remarks';
import {
	layOutCard,
	layOutLine,
	listLines,
	measureCard,
	type TableContext,
	type TableLine
} from './table-card';
import type { Colours } from './colours';

/** A page before it is enlarged; its layout is in these pixels. */
export interface PicturePage {
	width: number;
	height: number;
	body: Block;
	/** The part of the table that the page shows. */
	shown: PictureTable;
	/** Rows and columns that it has no room for: `+12 more rows`. */
	more: readonly string[];
}

/** The input of all attempts to lay out a table. */
interface Attempt {
	table: PictureTable;
	text: PageText;
	widths: TableWidths;
	colours: Colours;
	more: readonly string[];
}

const MARGIN = { full: 36, fixed: 26 } as const;
const PANEL_GAP = 14;
/** Pixels above the last line. */
const FOOT_GAP = 10;
const MAX_PANELS = 4;
/** Enlargements to try, the least one last: letters of 12 pixels are then 18 pixels high. */
const SCALES = [3.2, 2.8, 2.5, 2.25, 2, 1.85, 1.7, 1.6, 1.5] as const;
const LEAST_SCALE = 1.5;
/** Pixels by which rows grow, at most, to fill a page. */
const MOST_STRETCH = 12;
/** The share of a page's height that remarks may take; beyond it, notes are left out. */
const MOST_REMARKS = 0.35;
/** Pixels; a full picture of few columns that would be higher continues beside. */
const HIGH = 1_700;
const BROAD = 2_000;

/** Lays out the whole table on a page as large as it needs. */
export function layOutFullPage(table: PictureTable, text: PageText, colours: Colours): PicturePage {
	const left = MARGIN.full;
	const widths = measureTable(table);
	const grid = buildGrid(widths, left);
	const attempt = { table, text, widths, colours, more: [] };
	const lines = measureLines(attempt, grid);
	const total = lines.reduce((sum, { height }) => sum + height, 0);
	const most = Math.min(MAX_PANELS, Math.floor((BROAD + PANEL_GAP) / (grid.width + PANEL_GAP)));
	const count = Math.max(1, Math.min(most, Math.ceil(total / HIGH)));
	const panels = splitPanels(lines, count, Infinity) ?? [lines.map(({ line }) => line)];
	const width = grid.width * panels.length + PANEL_GAP * (panels.length - 1);
	const body = placeInColumn([
		createSpace(left),
		layOutHead(text, left, width, colours),
		layOutPanels(attempt, panels, grid, 0),
		layOutRemarks(table, [], left, width, colours),
		createSpace(20),
		layOutFooter(text, left, width, colours),
		createSpace(left - 8)
	]);
	const page = { width: width + left * 2, height: Math.ceil(body.height) };
	return { ...page, body, shown: table, more: [] };
}

/**
 * Lays out the table on a page of fixed size, as large as it fits. At the least enlargement, rows that
 * do not fit are left out from the end, and columns too.
 */
export function layOutFixedPage(
	table: PictureTable,
	text: PageText,
	size: { width: number; height: number },
	colours: Colours
): PicturePage {
	const limited = limitColumns(table, size.width / LEAST_SCALE - MARGIN.fixed * 2);
	const attempt = { ...limited, text, widths: measureTable(limited.table), colours };
	const brief = { ...attempt, table: dropNotes(limited.table) };
	for (const each of [attempt, brief]) {
		if (!tryPage(each, size, LEAST_SCALE)) continue;
		let found: PicturePage | undefined;
		for (const scale of SCALES) if ((found = tryPage(each, size, scale))) return found;
	}
	return cutRows(brief, size);
}

/** Keeps the first rows that fit. */
function cutRows(attempt: Attempt, size: { width: number; height: number }): PicturePage {
	const total = countRows(attempt.table);
	let [fitting, tooMany] = [0, total];
	let best = tryPage(keepRows(attempt, 0), size, LEAST_SCALE, true);
	while (tooMany - fitting > 1) {
		const middle = Math.floor((fitting + tooMany) / 2);
		const page = tryPage(keepRows(attempt, middle), size, LEAST_SCALE);
		if (page) [fitting, best] = [middle, page];
		else tooMany = middle;
	}
	if (!best) throw new Error('A page without rows always fits');
	return best;
}

/** The page at one enlargement, in as few panels as possible; undefined where the table does not fit. */
function tryPage(
	attempt: Attempt,
	size: { width: number; height: number },
	scale: number,
	isForced = false
): PicturePage | undefined {
	const { table, text, widths, colours, more } = attempt;
	const [width, height] = [size.width / scale, size.height / scale];
	const left = MARGIN.fixed;
	const inner = width - left * 2;
	const head = layOutHead(text, left, inner, colours);
	const remarks = layOutRemarks(table, more, left, inner, colours);
	const footer = layOutFooter(text, left, inner, colours);
	if (remarks.height > height * MOST_REMARKS && listNotes(table.sections).length > 0)
		return undefined;
	const space = height - left * 2 - head.height - remarks.height - footer.height - FOOT_GAP;
	for (let count = 1; count <= MAX_PANELS; count++) {
		const grid = fitGrid(widths, left, (inner - PANEL_GAP * (count - 1)) / count);
		if (!grid) break;
		const lines = measureLines(attempt, grid);
		const context = toContext(attempt, grid);
		const room = space - measureCard(table, context);
		const panels = splitPanels(lines, count, isForced ? Infinity : room);
		if (!panels) continue;
		const spareByPanel = panels.map(
			(panel) => (room - measurePanel(panel, lines)) / Math.max(1, countRowLines(panel))
		);
		const stretch = Math.max(0, Math.min(MOST_STRETCH, ...spareByPanel));
		const stretched = layOutPanels(attempt, panels, grid, stretch);
		const spare = Math.max(0, space - stretched.height);
		const body = placeInColumn([
			createSpace(left + spare / 3),
			head,
			stretched,
			remarks,
			createSpace((spare * 2) / 3 + FOOT_GAP),
			footer
		]);
		return { width, height, body, shown: table, more };
	}
	return undefined;
}

function toContext(
	{ table, colours }: Pick<Attempt, 'table' | 'colours'>,
	grid: Grid,
	stretch = 0
): TableContext {
	const notes = listNotes(table.sections);
	return {
		...{ columns: table.columns, grid, colours, stretch },
		getNumber: (note) => notes.indexOf(note) + 1
	};
}

/** Heights of rows by the width of their grid: attempts measure the same rows again and again. */
const rowHeights = new WeakMap<PictureRow, Map<string, number>>();

function measureLines(attempt: Attempt, grid: Grid): MeasuredLine[] {
	const context = toContext(attempt, grid);
	const key = `${grid.nameWidth} ${grid.cellWidth}`;
	return listLines(attempt.table).map((line) => {
		if (line.kind !== 'row') return { line, height: layOutLine(line, context).height };
		let heights = rowHeights.get(line.row);
		if (!heights) rowHeights.set(line.row, (heights = new Map()));
		let height = heights.get(key);
		if (height === undefined) heights.set(key, (height = layOutLine(line, context).height));
		return { line, height };
	});
}

function measurePanel(panel: readonly TableLine[], lines: readonly MeasuredLine[]): number {
	const shown = new Set(panel);
	return lines.reduce((sum, { line, height }) => sum + (shown.has(line) ? height : 0), 0);
}

/** The panels side by side, each a card with headers of its own. */
function layOutPanels(
	attempt: Pick<Attempt, 'table' | 'colours'>,
	panels: readonly (readonly TableLine[])[],
	grid: Grid,
	stretch: number
): Block {
	const cards = panels.map((lines, index) => {
		const left = grid.left + index * (grid.width + PANEL_GAP);
		const card = layOutCard(attempt.table, lines, toContext(attempt, { ...grid, left }, stretch));
		return { height: card.height, draw: (top: number) => card.draw(top, card.height) };
	});
	return placeInRow(cards);
}

/** Keeps the columns that fit at the least enlargement, as symbols if not all do as words. */
function limitColumns(
	words: PictureTable,
	width: number
): { table: PictureTable; more: readonly string[] } {
	if (countFittingColumns(measureTable(words), width) >= words.columns.length)
		return { table: words, more: [] };
	const table = toSymbols(words);
	const count = countFittingColumns(measureTable(table), width);
	const rest = table.columns.length - count;
	if (rest <= 0) return { table, more: [] };
	const sections = mapRows(table.sections, (rows) =>
		rows.map((row) => ({ ...row, cells: row.cells.slice(0, count) }))
	);
	return {
		table: { ...table, columns: table.columns.slice(0, count), sections },
		more: [formatMore(rest, table.columnWord)]
	};
}

/** Keeps the first rows; a section without any is left out. */
function keepRows(attempt: Attempt, count: number): Attempt {
	const { table, more } = attempt;
	let room = count;
	const sections = mapRows(table.sections, (rows) => {
		const kept = rows.slice(0, room);
		room -= kept.length;
		return kept;
	}).filter(({ rows }) => rows.length > 0);
	const rest = countRows(table) - count;
	return {
		...attempt,
		table: { ...table, sections },
		more: rest > 0 ? [formatMore(rest, table.rowWord), ...more] : more
	};
}

function dropNotes(table: PictureTable): PictureTable {
	const sections = mapRows(table.sections, (rows) =>
		rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, notes: [] })) }))
	);
	return { ...table, sections };
}

function mapRows(
	sections: readonly PictureSection[],
	change: (rows: PictureSection['rows']) => PictureSection['rows']
): PictureSection[] {
	return sections.map((section) => ({ ...section, rows: change(section.rows) }));
}

function countRows({ sections }: PictureTable): number {
	return sections.reduce((sum, { rows }) => sum + rows.length, 0);
}

function countRowLines(lines: readonly TableLine[]): number {
	return lines.filter(({ kind }) => kind === 'row').length;
}

function formatMore(count: number, word: string): string {
	return `+${formatCount(count, `more ${word}`)}`;
}
