import { toUrlValue } from '../url-value';
import { createValueReader, type CapabilityValue, type ValueReader } from '../value';
import type { CapabilityCounts } from './clusters';

/** The chats of one column that state the same value. */
export interface SpanPart {
	/** The value of one of these chats; the values of all have the same `urlValue`. */
	value: CapabilityValue;
	/** `value` as it is written in URLs. */
	urlValue: string;
	chats: number;
}

/**
 * The values that the chats of one column state for one capability. Chats without capabilities are
 * left out (the column counts them), unless there are no others.
 */
export interface Span {
	/** Most common first; never empty. */
	parts: readonly [SpanPart, ...SpanPart[]];
	/** True when all chats state the same. */
	uniform: boolean;
}

/** Reads the values of one column for the capability at `path`. */
export function readSpan({ chats, sets }: CapabilityCounts, path: string): Span {
	const read = createValueReader(path);
	const parts = new Map<string, SpanPart>();
	for (const [capabilities, count] of sets) {
		const value = read(capabilities);
		const urlValue = toUrlValue(value);
		const part = parts.get(urlValue);
		parts.set(urlValue, {
			value: part?.value ?? value,
			urlValue,
			chats: count + (part?.chats ?? 0)
		});
	}
	const [first, ...others] = [...parts.values()].sort(compareParts);
	if (!first) return { parts: [createUnreportedPart(read, chats)], uniform: true };
	return { parts: [first, ...others], uniform: others.length === 0 };
}

/** Most common first; equally common parts by their value in URLs. */
function compareParts(a: SpanPart, b: SpanPart): number {
	return b.chats - a.chats || (a.urlValue < b.urlValue ? -1 : 1);
}

function createUnreportedPart(read: ValueReader, chats: number): SpanPart {
	const value = read(undefined);
	return { value, urlValue: toUrlValue(value), chats };
}
