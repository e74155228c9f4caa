import type { Chat, ChatID } from '$lib/domain/chat/chat';
import { findShift, findTops, type FindTop } from './shift';

interface Places {
	scroller: () => HTMLElement | undefined;
	chats: () => readonly Chat[];
	/** Pixels from the top of the list to the line with the chat at a place. */
	findTop: FindTop;
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
export function anchorScroll({ scroller, chats, findTop, view, isHeld, inSight }: Places) {
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
