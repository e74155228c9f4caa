import type { Chat } from '../chat';
import type { Capabilities } from './capabilities';
import { catalogueFor } from './catalogue';
import { readerOf, type Reader, type Reading } from './reading';
import type { CapabilityRow } from './row';
import { wordOf } from './word';

/** Chats that a table shows as one: those of a network, an account, a type … */
export interface Column {
	key: string;
	name: string;
	/** How many chats it stands for. */
	chats: number;
	/** How many of them report capabilities: those it speaks from. */
	reported: number;
	/** Chats by what they report, most common first; chats that report nothing are not among them. */
	sets: ReadonlyMap<Capabilities, number>;
}

/** Chats of one column that say the same. */
export interface SpanPart {
	/** As one of these chats says it; all have the same `word`. */
	reading: Reading;
	/** For an address that selects exactly these chats, within the column: `capability=path:word`. */
	word: string;
	chats: number;
}

/**
 * What the chats of one column say about one capability. Chats without capabilities are left out
 * (the column counts them), unless there are no others.
 */
export interface Span {
	/** Most common first; never empty. */
	parts: readonly [SpanPart, ...SpanPart[]];
	/** All of them say the same. */
	uniform: boolean;
}

export interface MatrixRow {
	row: CapabilityRow;
	/** One for each column, in the columns' order. */
	cells: readonly Span[];
}

export interface Matrix {
	columns: readonly Column[];
	rows: readonly MatrixRow[];
}

/**
 * Group chats into columns, A–Z by name. Looks at each chat once and never into its capabilities:
 * equal ones are one object.
 *
 * @param columnOf - `key` tells columns apart, `name` is for people; undefined leaves the chat out
 */
export function summarise(
	chats: Iterable<Chat>,
	columnOf: (chat: Chat) => Pick<Column, 'key' | 'name'> | undefined
): Column[] {
	const tallies = new Map<string, Tally>();
	for (const chat of chats) {
		const place = columnOf(chat);
		if (!place) continue;
		let tally = tallies.get(place.key);
		if (!tally) tallies.set(place.key, (tally = { ...place, chats: 0, sets: new Map() }));
		tally.chats += 1;
		const { capabilities } = chat;
		if (capabilities) tally.sets.set(capabilities, (tally.sets.get(capabilities) ?? 0) + 1);
	}
	return [...tallies.values()].map(columnFrom).sort(byName);
}

/** The table of these columns. */
export function buildMatrix(
	columns: readonly Column[],
	rows: readonly CapabilityRow[] = catalogueFor(setsOf(columns))
): Matrix {
	return { columns, rows: rows.map((row) => matrixRow(row, columns)) };
}

/** What one column says about one capability. */
export function spanOf(column: Column, path: string): Span {
	return spanFrom(column, readerOf(path));
}

/** Not everything in the row says the same; columns that report nothing don't count. */
export function differs({ cells }: MatrixRow): boolean {
	const words = new Set(cells.flatMap(({ parts }) => parts.map(({ word }) => word)));
	words.delete('unreported');
	return words.size > 1;
}

/** Every distinct capability object of these columns, once. */
export function setsOf(columns: readonly Column[]): Set<Capabilities> {
	return new Set(columns.flatMap(({ sets }) => [...sets.keys()]));
}

interface Tally {
	key: string;
	name: string;
	chats: number;
	sets: Map<Capabilities, number>;
}

function columnFrom({ key, name, chats, sets }: Tally): Column {
	const counts = [...sets].sort(([, a], [, b]) => b - a);
	const reported = counts.reduce((sum, [, count]) => sum + count, 0);
	return { key, name, chats, reported, sets: new Map(counts) };
}

function byName(a: Column, b: Column): number {
	return a.name.localeCompare(b.name, 'en') || (a.key < b.key ? -1 : 1);
}

function matrixRow(row: CapabilityRow, columns: readonly Column[]): MatrixRow {
	const read = readerOf(row.path);
	return { row, cells: columns.map((column) => spanFrom(column, read)) };
}

function spanFrom({ chats, sets }: Column, read: Reader): Span {
	const parts = new Map<string, SpanPart>();
	for (const [capabilities, count] of sets) {
		const reading = read(capabilities);
		const word = wordOf(reading);
		const part = parts.get(word);
		parts.set(word, { reading: part?.reading ?? reading, word, chats: count + (part?.chats ?? 0) });
	}
	const [first, ...others] = [...parts.values()].sort(byChats);
	if (!first) return { parts: [silence(read, chats)], uniform: true };
	return { parts: [first, ...others], uniform: others.length === 0 };
}

/** Equally common ones always in the same order. */
function byChats(a: SpanPart, b: SpanPart): number {
	return b.chats - a.chats || (a.word < b.word ? -1 : 1);
}

function silence(read: Reader, chats: number): SpanPart {
	const reading = read(undefined);
	return { reading, word: wordOf(reading), chats };
}
