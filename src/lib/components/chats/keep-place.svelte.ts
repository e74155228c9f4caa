import type { Chat, ChatID } from '$lib/domain/chat';

interface Places {
	scroller: () => HTMLElement | undefined;
	chats: () => readonly Chat[];
	/** Pixels from the top of the list to the line with the chat at a place. */
	topOf: (place: number) => number | undefined;
	/** What was asked for: chats of something else have no place to keep. */
	view: () => unknown;
	/** Somebody is at work here, so that not even the top may move. */
	isHeld: () => boolean;
	/** Chats in sight, from the top. */
	inSight: () => readonly ChatID[];
}

/**
 * What comes in above the rows that are looked at would push them down: scrolls along with them.
 * To be called while a component is made.
 */
export function keepPlace({ scroller, chats, topOf, view, isHeld, inSight }: Places) {
	let tops: ReadonlyMap<ChatID, number> = new Map();
	let before: readonly Chat[] = [];
	let viewBefore: unknown;

	$effect(() => {
		const [element, now, asked] = [scroller(), chats(), view()];
		const isMoved = now !== before && asked === viewBefore;
		[before, viewBefore] = [now, asked];
		if (element && isMoved) {
			const isLookedAt =
				element.scrollTop > 0 || isHeld() || element.matches(':hover, :focus-within');
			if (isLookedAt) element.scrollTop += shiftOf(tops, now, topOf);
		}
		const seen = new Set(inSight());
		tops = topsOf(seen, now, topOf);
	});
}

function topsOf(
	ids: ReadonlySet<ChatID>,
	chats: readonly Chat[],
	topOf: Places['topOf']
): ReadonlyMap<ChatID, number> {
	const tops = new Map<ChatID, number>();
	for (const [place, { id }] of chats.entries()) {
		const top = ids.has(id) ? topOf(place) : undefined;
		if (top !== undefined) tops.set(id, top);
		if (tops.size === ids.size) break;
	}
	return tops;
}

/** Pixels by which most of these chats have moved: some may have gone elsewhere, or away. */
function shiftOf(
	before: ReadonlyMap<ChatID, number>,
	chats: readonly Chat[],
	topOf: Places['topOf']
): number {
	const now = topsOf(new Set(before.keys()), chats, topOf);
	const shifts = [...now].map(([id, top]) => top - (before.get(id) ?? top)).sort((a, b) => a - b);
	return shifts[shifts.length >> 1] ?? 0;
}
