import { foldText } from '$lib/domain/chat-list/search';
import { groupBy } from '$lib/format/list';
import { formatCount, formatNumber } from '$lib/format/number';
import { getFullName, type CapabilityRow, SECTIONS, type Section } from '../row';
import { buildCatalogue } from '../catalogue';
import type { CapabilityColumn } from '../columns/column';
import { CELL_STYLES, getCellStyle, type CellStyle } from '../format';
import { collectSets } from '../span';
import { partsReader } from './cell';
import { buildReferenceColumns, type Reference } from '../reference';
import type { TableModel, TableColumn } from './table';
import { buildRow, type Line } from './build-row';
import { summarizeDifferences } from './summary';

export interface TableOptions {
	/** Every word must occur in a row's name, section, meaning or path. */
	q?: string;
	/** Leaves out the rows in which all columns say the same. */
	onlyDiffering?: boolean;
	/** Which rows there are at all; every one unless said otherwise. */
	isShown?: (row: CapabilityRow) => boolean;
	/** Sections whose rows are only counted. */
	folded?: readonly Section[];
	/** Key of the column that comes first and that the others are compared with; an unknown one is none. */
	baseline?: string | undefined;
	/** Says in how many chats each row works. */
	hasShare?: boolean;
	/** Fills columns for the networks in it that have none, and marks where the others say something else. */
	reference?: Reference | undefined;
}

const NO_REFERENCE: Reference = new Map();

/** The table of these columns, in words. */
export function buildTable(
	own: readonly CapabilityColumn[],
	options: TableOptions = {}
): TableModel {
	const { baseline: key, folded = [], hasShare = false, reference = NO_REFERENCE } = options;
	const columns = pinned([...own, ...buildReferenceColumns(own, reference)], key);
	const baseline = columns.findIndex((column) => column.key === key);
	const lines = linesOf(columns, options);
	const open = lines.filter(({ row }) => !folded.includes(row.section));
	const notes = new Map<string, number>();
	const surroundings = { columns, baseline, reference, hasShare, numberOf };

	function numberOf(note: string): number {
		const number = notes.get(note) ?? notes.size + 1;
		notes.set(note, number);
		return number;
	}

	const bySection = groupBy(lines, ({ row }) => row.section);
	const sections = SECTIONS.flatMap((section) => {
		const inSection = bySection.get(section) ?? [];
		if (inSection.length === 0) return [];
		return folded.includes(section)
			? [{ section, rows: [], folded: inSection.length }]
			: [{ section, rows: inSection.map((line) => buildRow(line, surroundings)) }];
	});
	return {
		columns: withOrigins(columns).map((column, index) => columnWords(column, index === baseline)),
		sections,
		notes: [...notes.keys()],
		legend: legendOf(open),
		summary: summarizeDifferences(lines, columns, baseline)
	};
}

/** The baseline comes first, where the eye compares from. */
function pinned(columns: readonly CapabilityColumn[], key: string | undefined): CapabilityColumn[] {
	return [
		...columns.filter((column) => column.key === key),
		...columns.filter((column) => column.key !== key)
	];
}

function linesOf(
	columns: readonly CapabilityColumn[],
	{ q = '', onlyDiffering = false, isShown = () => true }: TableOptions
): Line[] {
	const matches = createRowSearch(q);
	const lines = buildCatalogue(collectSets(columns))
		.filter((row) => matches(row) && isShown(row))
		.map((row) => ({ row, cells: columns.map(partsReader(row)) }));
	return onlyDiffering ? lines.filter(differs) : lines;
}

/** Not everything in a row says the same; columns that report nothing don't count. */
function differs({ cells }: Line): boolean {
	const keys = new Set(cells.flatMap((parts) => parts.map(({ saying }) => saying.key)));
	keys.delete('unreported');
	return keys.size > 1;
}

function legendOf(lines: readonly Line[]): CellStyle[] {
	const used = new Set<CellStyle>();
	for (const { cells } of lines)
		for (const parts of cells)
			for (const { saying } of parts) used.add(getCellStyle(saying.reading));
	return CELL_STYLES.filter((look) => used.has(look));
}

/** Where all are of a snapshot, none is another kind of column than the rest. */
function withOrigins(columns: readonly CapabilityColumn[]): readonly CapabilityColumn[] {
	if (columns.some(({ origin }) => origin !== 'snapshot')) return columns;
	return columns.map((column) => ({ ...column, origin: 'chats' }));
}

function columnWords(column: CapabilityColumn, isBaseline: boolean): TableColumn {
	const { key, name, networkKey, origin, chats, reported } = column;
	return {
		key,
		name,
		...(networkKey !== undefined && { networkKey }),
		origin,
		caption: column.caption ?? chatWords(column),
		chats,
		reported,
		isBaseline
	};
}

function chatWords({ chats, reported }: CapabilityColumn): string {
	return reported === chats
		? `from ${formatCount(chats, 'chat')}`
		: `from ${formatNumber(reported)} of ${formatCount(chats, 'chat')}`;
}

/** Whether every word of `q` occurs in a row's name, section, meaning or path; case and accents do not matter. */
export function createRowSearch(q: string): (row: CapabilityRow) => boolean {
	const words = foldText(q).split(/\s+/u).filter(Boolean);
	return (row) => words.length === 0 || words.every((word) => textOf(row).includes(word));
}

const texts = new WeakMap<CapabilityRow, string>();

/** Most rows are the same objects in every table: each is folded once. */
function textOf(row: CapabilityRow): string {
	let text = texts.get(row);
	if (text === undefined) {
		text = foldText([row.section, getFullName(row), row.meaning, row.path].join('\n'));
		texts.set(row, text);
	}
	return text;
}
