import type { Chat, ChatID } from '$lib/domain/chat/chat';
import { findShift, findTops, type FindTop } from './virtual-rows';

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
