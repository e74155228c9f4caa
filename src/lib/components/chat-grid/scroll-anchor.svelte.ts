import { untrack } from 'svelte';
import type { Chat, ChatID } from '$lib/domain/chat/chat';
import { findShift, findTops, type FindTop } from './virtual-rows';

interface AnchorOptions {
	scroller: () => HTMLElement | undefined;
	chats: () => readonly Chat[];
	/** Returns the pixels from the top of the list to the line with the chat at an index. */
	findTop: FindTop;
	/** Changes with the view in the address: rows of another view have no positions to keep. */
	view: () => unknown;
	/** True when chats are selected; rows then keep their positions even at the top of the list. */
	isHeld: () => boolean;
	/** The visible chats, from the top. */
	inSight: () => readonly ChatID[];
}

/**
 * Keeps the visible rows in place on the screen while chats are inserted above them, by scrolling
 * the list by the same distance. Call it while a component is created.
 */
export function anchorScroll({ scroller, chats, findTop, view, isHeld, inSight }: AnchorOptions) {
	let tops = findTops([], [], findTop);
	let before: readonly Chat[] = [];
	let viewBefore: unknown;
	let isLookedAt = false;

	// Before the rows change, as reading a position after that costs a layout.
	$effect.pre(() => {
		const [element] = [scroller(), chats()];
		isLookedAt =
			element !== undefined &&
			(element.scrollTop > 0 || untrack(isHeld) || element.matches(':hover, :focus-within'));
	});

	$effect(() => {
		const [element, now, asked] = [scroller(), chats(), view()];
		const isMoved = now !== before && asked === viewBefore;
		[before, viewBefore] = [now, asked];
		// Rows that have no positions yet are not worth a layout.
		if (element && isMoved && isLookedAt && tops.size > 0) {
			const shift = findShift(tops, now, findTop);
			if (shift !== 0) element.scrollTop += shift;
		}
		tops = findTops(inSight(), now, findTop);
	});
}
