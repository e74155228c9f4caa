import type { Capabilities } from './model';
import { createValueReader, type ValueReader, type CapabilityValue } from './value';
import { toUrlValue } from './url-value';

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
	reading: CapabilityValue;
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

/** What one column says about one capability. */
export function readSpan(column: Column, path: string): Span {
	return spanFrom(column, createValueReader(path));
}

/** Every distinct capability object of these columns, once. */
export function collectSets(columns: readonly Column[]): Set<Capabilities> {
	return new Set(columns.flatMap(({ sets }) => [...sets.keys()]));
}

function spanFrom({ chats, sets }: Column, read: ValueReader): Span {
	const parts = new Map<string, SpanPart>();
	for (const [capabilities, count] of sets) {
		const reading = read(capabilities);
		const word = toUrlValue(reading);
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

function silence(read: ValueReader, chats: number): SpanPart {
	const reading = read(undefined);
	return { reading, word: toUrlValue(reading), chats };
}
