import { foldText } from '$lib/domain/chat-list/search';
import { buildRows } from '../build-rows';
import { collectSets, countListed } from '../columns/clusters';
import type { CapabilityColumn } from '../columns/column';
import { CELL_STYLES, getCellStyle, type CellStyle } from '../format-value';
import { groupBy } from '$lib/format/list';
import { formatCount } from '$lib/format/number';
import { buildMissingColumns, type Reference } from '../reference';
import { getFullName, SECTIONS, type CapabilityRow, type Section } from '../row';
import { buildRow, type RowParts } from './build-row';
import { createPartsReader } from './cell-parts';
import { summarizeDifferences } from './summary';
import type { TableColumn, TableModel } from './table';

export interface TableOptions {
	/** Every word must occur in a row's name, section, meaning or path. */
	q?: string;
	/** Leaves out the rows in which all columns state the same. */
	onlyDiffering?: boolean;
	/** Restricts the rows of the table; absent: all rows. */
	isShown?: (row: CapabilityRow) => boolean;
	/** Sections whose rows are counted but not listed. */
	folded?: readonly Section[];
	/**
	 * Key of the column that the others are compared with, and that comes first. An unknown key
	 * counts as no baseline.
	 */
	baseline?: string | undefined;
	/** Adds to each row the share of chats in which it works. */
	hasShare?: boolean;
	/** Adds columns for its networks that have none, and marks cells that deviate from it. */
	reference?: Reference | undefined;
}

const NO_REFERENCE: Reference = new Map();

/** Builds the table of these columns. */
export function buildTable(
	liveColumns: readonly CapabilityColumn[],
	options: TableOptions = {}
): TableModel {
	const { baseline: key, folded = [], hasShare = false, reference = NO_REFERENCE } = options;
	const columns = moveToFront(
		[...liveColumns, ...buildMissingColumns(liveColumns, reference)],
		key
	);
	const baseline = columns.findIndex((column) => column.key === key);
	const rows = readRows(columns, options);
	const notes = new Map<string, number>();
	const context = { columns, baseline, reference, hasShare, numberNote };

	function numberNote(note: string): number {
		const number = notes.get(note) ?? notes.size + 1;
		notes.set(note, number);
		return number;
	}

	const bySection = groupBy(rows, ({ row }) => row.section);
	const sections = SECTIONS.flatMap((section) => {
		const inSection = bySection.get(section) ?? [];
		if (inSection.length === 0) return [];
		return folded.includes(section)
			? [{ section, rows: [], folded: inSection.length }]
			: [{ section, rows: inSection.map((parts) => buildRow(parts, context)) }];
	});
	return {
		columns: withOrigins(columns).map((column, index) => toTableColumn(column, index === baseline)),
		sections,
		notes: [...notes.keys()],
		legend: findStyles(rows.filter(({ row }) => !folded.includes(row.section))),
		summary: summarizeDifferences(rows, columns, baseline)
	};
}

function moveToFront(
	columns: readonly CapabilityColumn[],
	key: string | undefined
): CapabilityColumn[] {
	return [
		...columns.filter((column) => column.key === key),
		...columns.filter((column) => column.key !== key)
	];
}

function readRows(
	columns: readonly CapabilityColumn[],
	{ q = '', onlyDiffering = false, isShown = () => true }: TableOptions
): RowParts[] {
	const matches = createRowSearch(q);
	const rows = buildRows(collectSets(columns))
		.filter((row) => matches(row) && isShown(row))
		.map((row) => ({ row, cells: columns.map(createPartsReader(row)) }));
	return onlyDiffering ? rows.filter(differs) : rows;
}

/** Columns that report nothing don't count as a difference. */
function differs({ cells }: RowParts): boolean {
	const keys = new Set(cells.flatMap((parts) => parts.map(({ statement }) => statement.key)));
	keys.delete('unreported');
	return keys.size > 1;
}

function findStyles(rows: readonly RowParts[]): CellStyle[] {
	const used = new Set<CellStyle>();
	for (const { cells } of rows)
		for (const parts of cells)
			for (const { statement } of parts) used.add(getCellStyle(statement.value));
	return CELL_STYLES.filter((style) => used.has(style));
}

/**
 * The columns with their origins; in a table that is a snapshot as a whole, all have the origin
 * `chats`.
 */
function withOrigins(columns: readonly CapabilityColumn[]): readonly CapabilityColumn[] {
	if (columns.some(({ origin }) => origin !== 'snapshot')) return columns;
	return columns.map((column) => ({ ...column, origin: 'chats' }));
}

function toTableColumn(column: CapabilityColumn, isBaseline: boolean): TableColumn {
	const { key, name, networkKey, origin, chats, reported, merged } = column;
	const listed = countListed(chats, merged?.all);
	return {
		key,
		name,
		...(networkKey !== undefined && { networkKey }),
		origin,
		caption: column.caption ?? formatChatCount(column),
		chats,
		...(listed < chats && { listed }),
		reported,
		isBaseline
	};
}

function formatChatCount({ chats, reported }: CapabilityColumn): string {
	return `${formatCount(chats, 'chat')}${reported === 0 ? ' (no data)' : ''}`;
}

/**
 * Creates a test of rows: every word of `q` must occur in a row's name, section, meaning or path.
 * Case and accents do not matter; without words every row matches.
 */
export function createRowSearch(q: string): (row: CapabilityRow) => boolean {
	const words = foldText(q).split(/\s+/u).filter(Boolean);
	return (row) => words.length === 0 || words.every((word) => getSearchText(row).includes(word));
}

/** Folded texts by row: most rows are the same objects in every table. */
const searchTexts = new WeakMap<CapabilityRow, string>();

function getSearchText(row: CapabilityRow): string {
	let text = searchTexts.get(row);
	if (text === undefined) {
		text = foldText([row.section, getFullName(row), row.meaning, row.path].join('\n'));
		searchTexts.set(row, text);
	}
	return text;
}
