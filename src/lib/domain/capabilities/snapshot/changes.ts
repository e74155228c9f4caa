import { groupBy } from '$lib/format/list';
import { buildCatalogue } from '../catalogue';
import { formatValue } from '../format';
import { collectSets, readSpan, type Span } from '../span';
import { getFullName, type CapabilityRow } from '../row';
import type { Snapshot, SnapshotColumn } from './snapshot';

/** One capability of one column that two snapshots say different things about. */
export interface SnapshotChange {
	/** The column's name. */
	column: string;
	row: CapabilityRow;
	/** `Unsupported`; of chats that differ `Full or Rejected`, the most common first. */
	before: string;
	after: string;
}

export interface SnapshotComparison {
	/** Networks, or other columns, that only the later one has. */
	came: readonly string[];
	/** Those that only the earlier one has. */
	went: readonly string[];
	/** Columns that reported nothing before. */
	spoke: readonly string[];
	/** Columns that report nothing any more. */
	fellSilent: readonly string[];
	/** In the order of the later columns, then of the rows. How many chats say so is no change. */
	changes: readonly SnapshotChange[];
}

const DATE = new Intl.DateTimeFormat('en-GB', {
	day: 'numeric',
	month: 'long',
	year: 'numeric',
	timeZone: 'UTC'
});

/** A network whose columns are others than before is compared as a whole. */
export function compareSnapshots(before: Snapshot, after: Snapshot): SnapshotComparison {
	const [earlier, later] = [placesOf(before), placesOf(after)];
	const pairs = [...later].flatMap(([place, columns]) =>
		pairsOf(earlier.get(place) ?? [], columns)
	);
	return {
		came: namesOnlyIn(later, earlier),
		went: namesOnlyIn(earlier, later),
		spoke: pairs.filter(([a, b]) => !a.reported && b.reported).map(([, { name }]) => name),
		fellSilent: pairs.filter(([a, b]) => a.reported && !b.reported).map(([, { name }]) => name),
		changes: pairs.filter(([a, b]) => a.reported && b.reported).flatMap(changesOf)
	};
}

/** What a comparison is with: `since 4.2.808`, else `since 31 January 2026`. */
export function formatSince(before: Snapshot, after: Snapshot): string {
	const { serverVersion, taken } = before;
	const isOther = serverVersion !== undefined && serverVersion !== after.serverVersion;
	return `since ${isOther ? serverVersion : DATE.format(Date.parse(taken))}`;
}

/** A line for each thing that changed: `Signal polls Unsupported → Full`. Empty: nothing did. */
export function formatChanges(comparison: SnapshotComparison): string[] {
	return [
		...comparison.came.map((name) => `${name} is new`),
		...comparison.went.map((name) => `${name} is gone`),
		...comparison.spoke.map((name) => `${name} now reports its capabilities`),
		...comparison.fellSilent.map((name) => `${name} no longer reports its capabilities`),
		...comparison.changes.map(
			({ column, row, before, after }) => `${column} ${rowWords(row)} ${before} → ${after}`
		)
	];
}

/** An abbreviation, a path or a MIME type keeps its letters. */
function rowWords(row: CapabilityRow): string {
	const name = getFullName(row);
	return /^[A-Z][a-z]/.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
}

type Places = ReadonlyMap<string, readonly SnapshotColumn[]>;

function placesOf({ columns }: Snapshot): Places {
	return groupBy(columns, ({ network, name }) =>
		network ? `network ${network.key}` : `columns ${name}`
	);
}

function namesOnlyIn(places: Places, others: Places): string[] {
	return [...places]
		.filter(([place]) => !others.has(place))
		.map(([, columns]) => wholeOf(columns).name);
}

type Pair = readonly [before: SnapshotColumn, after: SnapshotColumn];

function pairsOf(
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
	return isSame ? pairs : [[wholeOf(before), wholeOf(after)]];
}

/** Several columns of a network as one. */
function wholeOf(columns: readonly SnapshotColumn[]): SnapshotColumn {
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

function changesOf([before, after]: Pair): SnapshotChange[] {
	return buildCatalogue(collectSets([keyed(before), keyed(after)])).flatMap((row) => {
		const [was, is] = [readSpan(keyed(before), row.path), readSpan(keyed(after), row.path)];
		if (wordsOf(was) === wordsOf(is)) return [];
		const [short, long] = [textsOf(row, [was, is]), textsOf(row, [was, is], true)];
		const [earlier = '', later = ''] = short[0] === short[1] ? long : short;
		return [{ column: after.name, row, before: earlier, after: later }];
	});
}

function keyed(column: SnapshotColumn): SnapshotColumn & { key: string } {
	return { ...column, key: column.name };
}

/** What is said, however many say it. */
function wordsOf({ parts }: Span): string {
	return JSON.stringify(parts.map(({ word }) => word).sort());
}

/** @param isWhole - without shortening anything */
function textsOf(row: CapabilityRow, spans: readonly Span[], isWhole = false): string[] {
	return spans.map(({ parts }) =>
		parts
			.map(({ reading }) => formatValue(reading, row))
			.map(({ text, detail = text }) => (isWhole ? detail : text))
			.join(' or ')
	);
}
