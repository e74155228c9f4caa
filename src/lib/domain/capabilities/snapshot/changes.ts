import { groupBy } from '$lib/format/list';
import { buildRows } from '../build-rows';
import { formatValue } from '../format-value';
import { collectSets } from '../columns/clusters';
import { readSpan, type Span } from '../columns/span';
import { getFullName, type CapabilityRow } from '../row';
import { formatTakenDay, type Snapshot, type SnapshotColumn } from './snapshot';

/** A capability whose values differ between two snapshots of one column. */
export interface SnapshotChange {
	/** The column's name. */
	column: string;
	row: CapabilityRow;
	/** `Unsupported`; `Full or Rejected` where the chats of the column differ, most common first. */
	before: string;
	after: string;
}

export interface SnapshotComparison {
	/** Names of networks, or of other columns, that only the later snapshot contains. */
	added: readonly string[];
	/** Names of networks, or of other columns, that only the earlier snapshot contains. */
	removed: readonly string[];
	/** Names of columns that report capabilities in the later snapshot only. */
	reporting: readonly string[];
	/** Names of columns that report capabilities in the earlier snapshot only. */
	silenced: readonly string[];
	/** In the order of the later snapshot's columns, then of the rows. Numbers of chats are not compared. */
	changes: readonly SnapshotChange[];
}

/** Compares two snapshots. The columns of a network are compared as one where they are not the same columns. */
export function compareSnapshots(before: Snapshot, after: Snapshot): SnapshotComparison {
	const [earlier, later] = [groupColumns(before), groupColumns(after)];
	const pairs = [...later].flatMap(([key, columns]) =>
		pairColumns(earlier.get(key) ?? [], columns)
	);
	return {
		added: findNamesOnlyIn(later, earlier),
		removed: findNamesOnlyIn(earlier, later),
		reporting: pairs.filter(([a, b]) => !a.reported && b.reported).map(([, { name }]) => name),
		silenced: pairs.filter(([a, b]) => a.reported && !b.reported).map(([, { name }]) => name),
		changes: pairs.filter(([a, b]) => a.reported && b.reported).flatMap(findChanges)
	};
}

/** The heading of a comparison: `since 4.2.808`, or `since 31 January 2026` for the same version. */
export function formatSince(before: Snapshot, after: Snapshot): string {
	const { serverVersion, taken } = before;
	const isOther = serverVersion !== undefined && serverVersion !== after.serverVersion;
	return `since ${isOther ? serverVersion : formatTakenDay(taken)}`;
}

/** A line for each change: `Signal polls Unsupported → Full`. Empty: nothing has changed. */
export function formatChanges(comparison: SnapshotComparison): string[] {
	return [
		...comparison.added.map((name) => `${name} is new`),
		...comparison.removed.map((name) => `${name} is gone`),
		...comparison.reporting.map((name) => `${name} now reports its capabilities`),
		...comparison.silenced.map((name) => `${name} no longer reports its capabilities`),
		...comparison.changes.map(
			({ column, row, before, after }) => `${column} ${formatRowName(row)} ${before} → ${after}`
		)
	];
}

/** Abbreviations, paths and MIME types keep their capitals. */
function formatRowName(row: CapabilityRow): string {
	const name = getFullName(row);
	return /^[A-Z][a-z]/.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
}

/** The columns of each network, or of each name for columns of several networks. */
type ColumnGroups = ReadonlyMap<string, readonly SnapshotColumn[]>;

function groupColumns({ columns }: Snapshot): ColumnGroups {
	return groupBy(columns, ({ network, name }) =>
		network ? `network ${network.key}` : `columns ${name}`
	);
}

function findNamesOnlyIn(groups: ColumnGroups, others: ColumnGroups): string[] {
	return [...groups]
		.filter(([key]) => !others.has(key))
		.map(([, columns]) => joinColumns(columns).name);
}

type Pair = readonly [before: SnapshotColumn, after: SnapshotColumn];

function pairColumns(
	before: readonly SnapshotColumn[],
	after: readonly SnapshotColumn[]
): readonly Pair[] {
	if (before.length === 0) return [];
	const earlier = new Map(before.map((column) => [column.name, column]));
	const pairs = after.flatMap((column): Pair[] => {
		const match = earlier.get(column.name);
		return match ? [[match, column]] : [];
	});
	const isSame = pairs.length === before.length && pairs.length === after.length;
	return isSame ? pairs : [[joinColumns(before), joinColumns(after)]];
}

/** Joins the columns of a network into one. */
function joinColumns(columns: readonly SnapshotColumn[]): SnapshotColumn {
	const [first, ...others] = columns;
	if (first && others.length === 0) return first;
	const counts = groupBy(
		columns.flatMap(({ sets }) => [...sets]),
		([capabilities]) => capabilities
	);
	return {
		name: first?.network?.name ?? first?.name ?? '',
		chats: sum(columns.map(({ chats }) => chats)),
		reported: sum(columns.map(({ reported }) => reported)),
		sets: new Map([...counts].map(([set, members]) => [set, sum(members.map(([, n]) => n))]))
	};
}

function sum(counts: readonly number[]): number {
	return counts.reduce((total, count) => total + count, 0);
}

function findChanges([before, after]: Pair): SnapshotChange[] {
	return buildRows(collectSets([before, after])).flatMap((row) => {
		const [was, is] = [readSpan(before, row.path), readSpan(after, row.path)];
		if (getSpanKey(was) === getSpanKey(is)) return [];
		const [short, long] = [formatSpans(row, [was, is]), formatSpans(row, [was, is], true)];
		const [earlier = '', later = ''] = short[0] === short[1] ? long : short;
		return [{ column: after.name, row, before: earlier, after: later }];
	});
}

/** A key that is equal for spans of the same values, whatever the numbers of chats. */
function getSpanKey({ parts }: Span): string {
	return JSON.stringify(parts.map(({ urlValue }) => urlValue).sort());
}

/** @param isWhole - formats values unabbreviated */
function formatSpans(row: CapabilityRow, spans: readonly Span[], isWhole = false): string[] {
	return spans.map(({ parts }) =>
		parts
			.map(({ value }) => formatValue(value, row))
			.map(({ text, detail = text }) => (isWhole ? detail : text))
			.join(' or ')
	);
}
