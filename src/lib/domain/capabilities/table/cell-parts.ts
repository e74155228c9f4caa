import type { ChatID } from '$lib/domain/chat/chat';
import type { CapabilityTest } from '$lib/domain/chat-list/view';
import { countListed, type CapabilityCounts } from '../columns/clusters';
import type { CapabilityRow } from '../row';
import {
	createStatementReader,
	formatStatement,
	getSymbolLabel,
	type Statement,
	type StatementReader
} from './statement';
import type { CellPart, CellParts } from './table';

type Row = Pick<CapabilityRow, 'path' | 'unit'>;

/** Parts by the counted sets and path: views of the same chats read them again and again. */
const cache = new WeakMap<CapabilityCounts['sets'], Map<string, CellParts>>();

/**
 * Creates a reader of one row for many columns: the parts of a column's cell, most common first.
 * Chats without capabilities are left out (the column counts them), unless there are no others.
 */
export function createPartsReader(row: Row): (column: CapabilityCounts) => CellParts {
	let read: StatementReader | undefined;
	return (column) => {
		read ??= createStatementReader(row.path);
		// All columns without reports have equal sets, but different numbers of chats.
		if (column.sets.size === 0) return readParts(column, row, read);
		let byPath = cache.get(column.sets);
		if (!byPath) cache.set(column.sets, (byPath = new Map()));
		let parts = byPath.get(row.path);
		if (!parts) byPath.set(row.path, (parts = readParts(column, row, read)));
		return parts;
	};
}

interface Tally {
	statement: Statement;
	chats: number;
	/** As in `Cluster`. */
	mergedIDs: readonly ChatID[];
}

function readParts(
	{ chats, sets, merged }: CapabilityCounts,
	row: Row,
	read: StatementReader
): CellParts {
	const tallies = new Map<string, Tally>();
	for (const [capabilities, count] of sets) {
		const statement = read(capabilities);
		const mergedIDs = merged?.bySet.get(capabilities) ?? [];
		const tally = tallies.get(statement.key);
		if (!tally) tallies.set(statement.key, { statement, chats: count, mergedIDs });
		else {
			tally.chats += count;
			tally.mergedIDs = [...tally.mergedIDs, ...mergedIDs];
			if (statement.isImplied) tally.statement = statement;
		}
	}
	const all = [...tallies.values()].sort(
		(a, b) => b.chats - a.chats || (a.statement.key < b.statement.key ? -1 : 1)
	);
	const unreported = { statement: read(undefined), chats, mergedIDs: merged?.all ?? [] };
	const [first = unreported, ...others] = all;
	const parts = [first, ...others].map((tally) => toPart(tally, all, row));
	const [firstPart = toPart(first, all, row), ...otherParts] = parts.map((part) =>
		distinguishPart(part, parts)
	);
	return [firstPart, ...otherParts];
}

/** Shows the complete text of a part that would else look like another one: sizes in bytes. */
function distinguishPart(part: CellPart, parts: readonly CellPart[]): CellPart {
	const { formatted } = part;
	const { symbol, text, detail } = formatted;
	const isAmbiguous = parts.some(
		(other) => other !== part && other.formatted.text === text && other.formatted.symbol === symbol
	);
	if (!isAmbiguous || detail === undefined) return part;
	return { ...part, formatted: { ...formatted, text: detail, short: detail } };
}

function toPart({ statement, chats, mergedIDs }: Tally, all: readonly Tally[], row: Row): CellPart {
	const tests = createTests(row.path, statement, all);
	const symbolLabel = getSymbolLabel(statement);
	const listed = countListed(chats, mergedIDs);
	return {
		statement,
		formatted: formatStatement(statement, row),
		...(symbolLabel !== undefined && { symbolLabel }),
		chats,
		...(listed < chats && { listed }),
		...(tests.length > 1 && { tests })
	};
}

/** A test of the row's value, and of each limit in which chats with the same value differ. */
function createTests(
	path: string,
	{ urlValue, limits }: Statement,
	all: readonly Tally[]
): readonly CapabilityTest[] {
	const alike = all.filter(({ statement }) => statement.urlValue === urlValue);
	const differing = limits.filter((limit, index) =>
		alike.some(({ statement }) => statement.limits[index]?.urlValue !== limit.urlValue)
	);
	return [
		{ path, value: urlValue },
		...differing.map((limit) => ({ path: limit.path, value: limit.urlValue }))
	];
}
