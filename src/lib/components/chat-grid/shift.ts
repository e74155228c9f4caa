import type { Chat, ChatID } from '$lib/domain/chat/chat';

/** Pixels from the top of the list to the line with the chat at a place among all chats. */
export type FindTop = (place: number) => number | undefined;

/** Pixels from the top of the list to each of these chats that is there. */
export function findTops(
	ids: Iterable<ChatID>,
	chats: readonly Chat[],
	findTop: FindTop
): ReadonlyMap<ChatID, number> {
	const wanted = new Set(ids);
	const tops = new Map<ChatID, number>();
	for (const [place, { id }] of chats.entries()) {
		const top = wanted.has(id) ? findTop(place) : undefined;
		if (top !== undefined) tops.set(id, top);
		if (tops.size === wanted.size) break;
	}
	return tops;
}

/** Pixels by which most of these chats have moved: some may have gone elsewhere, or away. */
export function findShift(
	before: ReadonlyMap<ChatID, number>,
	chats: readonly Chat[],
	findTop: FindTop
): number {
	const now = findTops(before.keys(), chats, findTop);
	const shifts = [...now].map(([id, top]) => top - (before.get(id) ?? top)).sort((a, b) => a - b);
	return shifts[shifts.length >> 1] ?? 0;
}
