import type { Column } from '../span';
import type { CapabilityRow } from '../row';
import {
	createStatementReader,
	type Statement,
	getSymbolLabel,
	formatStatement
} from './statement';
import type { SheetPart, SheetTerm } from './table';

/** Chats of one column that say the same in one row. */
export interface Part {
	/** As one of these chats says it; all have the same `key`. */
	saying: Statement;
	chats: number;
	/** The same, as the table shows it. */
	words: SheetPart;
}

export type Parts = readonly [Part, ...Part[]];

/** Views of the same chats ask again and again; what they report never changes. */
const remembered = new WeakMap<Column['sets'], Map<string, Parts>>();

/**
 * Reads one row from many columns: what the chats of each say, most common first. Chats without
 * capabilities are left out (the column counts them), unless there are no others.
 */
export function partsReader(row: Pick<CapabilityRow, 'path' | 'unit'>): (column: Column) => Parts {
	let read: ReturnType<typeof createStatementReader> | undefined;
	return (column) => {
		read ??= createStatementReader(row.path);
		// What nobody reports has only the number of its chats to tell.
		if (column.sets.size === 0) return readParts(column, row, read);
		let ofSets = remembered.get(column.sets);
		if (!ofSets) remembered.set(column.sets, (ofSets = new Map()));
		let parts = ofSets.get(row.path);
		if (!parts) ofSets.set(row.path, (parts = readParts(column, row, read)));
		return parts;
	};
}

interface Tally {
	saying: Statement;
	chats: number;
}

function readParts(
	{ chats, sets }: Column,
	row: Pick<CapabilityRow, 'path' | 'unit'>,
	read: ReturnType<typeof createStatementReader>
): Parts {
	const tallies = new Map<string, Tally>();
	for (const [capabilities, count] of sets) {
		const saying = read(capabilities);
		const tally = tallies.get(saying.key);
		if (!tally) tallies.set(saying.key, { saying, chats: count });
		else {
			tally.chats += count;
			if (saying.isImplied) tally.saying = saying;
		}
	}
	const all = [...tallies.values()].sort(
		(a, b) => b.chats - a.chats || (a.saying.key < b.saying.key ? -1 : 1)
	);
	const [first = { saying: read(undefined), chats }, ...others] = all;
	return [partOf(first, all, row), ...others.map((tally) => partOf(tally, all, row))];
}

function partOf(
	{ saying, chats }: Tally,
	all: readonly Tally[],
	row: Pick<CapabilityRow, 'path' | 'unit'>
): Part {
	const terms = termsOf(row.path, saying, all);
	const look = getSymbolLabel(saying);
	const words = {
		statement: formatStatement(saying, row),
		...(look !== undefined && { look }),
		chats,
		word: saying.word,
		...(terms.length > 1 && { terms })
	};
	return { saying, chats, words };
}

/** The word of the row, and of those limits in which chats differ that say the same word. */
function termsOf(path: string, saying: Statement, all: readonly Tally[]): readonly SheetTerm[] {
	const alike = all.filter((other) => other.saying.word === saying.word);
	const limits = saying.limits.filter(({ word }, index) =>
		alike.some((other) => other.saying.limits[index]?.word !== word)
	);
	return [
		{ path, word: saying.word },
		...limits.map((limit) => ({ path: limit.path, word: limit.word }))
	];
}
