import type { Chat, ChatID } from '$lib/domain/chat/chat';

/** Pixels from the top of the list to the line with the chat at a place among all chats. */
export type TopOf = (place: number) => number | undefined;

/** Pixels from the top of the list to each of these chats that is there. */
export function topsOf(
	ids: Iterable<ChatID>,
	chats: readonly Chat[],
	topOf: TopOf
): ReadonlyMap<ChatID, number> {
	const wanted = new Set(ids);
	const tops = new Map<ChatID, number>();
	for (const [place, { id }] of chats.entries()) {
		const top = wanted.has(id) ? topOf(place) : undefined;
		if (top !== undefined) tops.set(id, top);
		if (tops.size === wanted.size) break;
	}
	return tops;
}

/** Pixels by which most of these chats have moved: some may have gone elsewhere, or away. */
export function shiftOf(
	before: ReadonlyMap<ChatID, number>,
	chats: readonly Chat[],
	topOf: TopOf
): number {
	const now = topsOf(before.keys(), chats, topOf);
	const shifts = [...now].map(([id, top]) => top - (before.get(id) ?? top)).sort((a, b) => a - b);
	return shifts[shifts.length >> 1] ?? 0;
}
