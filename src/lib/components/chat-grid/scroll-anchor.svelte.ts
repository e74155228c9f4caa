import type { Chat, ChatID } from '$lib/domain/chat/chat';

interface AnchorOptions {
	scroller: () => HTMLElement | undefined;
	chats: () => readonly Chat[];
	/** Pixels from the top of the list to the line with the chat at a place. */
	findTop: FindTop;
	/** Changes with the view in the address: rows of another view have no position to keep. */
	view: () => unknown;
	/** Chats are selected, so that the rows stay put even at the top of the list. */
	isHeld: () => boolean;
	/** Chats in sight, from the top. */
	inSight: () => readonly ChatID[];
}

/**
 * Keeps the rows in sight where they are on the screen while chats come in above them, by scrolling
 * the list as far as these push them. Call it while a component is created.
 */
export function anchorScroll({ scroller, chats, findTop, view, isHeld, inSight }: AnchorOptions) {
	let tops = findTops([], [], findTop);
	let before: readonly Chat[] = [];
	let viewBefore: unknown;

	$effect(() => {
		const [element, now, asked] = [scroller(), chats(), view()];
		const isMoved = now !== before && asked === viewBefore;
		[before, viewBefore] = [now, asked];
		if (element && isMoved) {
			const isLookedAt =
				element.scrollTop > 0 || isHeld() || element.matches(':hover, :focus-within');
			if (isLookedAt) element.scrollTop += findShift(tops, now, findTop);
		}
		tops = findTops(inSight(), now, findTop);
	});
}

/** Pixels from the top of the list to the line with the chat at an index among all chats; undefined: there is none. */
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

/** The median of the pixels by which these chats have moved: single ones may have moved elsewhere. */
export function findShift(
	before: ReadonlyMap<ChatID, number>,
	chats: readonly Chat[],
	findTop: FindTop
): number {
	const now = findTops(before.keys(), chats, findTop);
	const shifts = [...now].map(([id, top]) => top - (before.get(id) ?? top)).sort((a, b) => a - b);
	return shifts[shifts.length >> 1] ?? 0;
}
