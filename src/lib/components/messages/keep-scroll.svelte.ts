import type { Message } from '$lib/domain/chat/message';

interface ScrollOptions {
	/** An element within the one that scrolls. */
	list: () => HTMLElement | undefined;
	/** Oldest first. */
	messages: () => readonly Message[];
	/** The element to begin at; the newest message, if there is none. */
	findStart: () => HTMLElement | undefined;
}

/** Pixels from the end within which a reader counts as being there. */
const NEAR_END = 40;
/** Pixels of earlier messages above the start. */
const ROOM_ABOVE = 48;

/**
 * Begins where reading begins. Then what is read stays in place: older messages come above it, and
 * newer ones move it only if the end was in sight.
 */
export function keepScroll({ list, messages, findStart }: ScrollOptions) {
	let isPlaced = false;
	let oldest: string | undefined;
	/** Pixels, before the last change. */
	let fromEnd = 0;
	let isAtEnd = true;

	$effect.pre(() => {
		messages();
		const scroller = findScroller(list());
		if (!scroller) return;
		fromEnd = scroller.scrollHeight - scroller.scrollTop;
		isAtEnd = fromEnd - scroller.clientHeight <= NEAR_END;
	});

	$effect(() => {
		const [first] = messages();
		const scroller = findScroller(list());
		if (!scroller || !first) return;
		if (!isPlaced) scroller.scrollTop = findTop(scroller, findStart());
		else if (first.id !== oldest) scroller.scrollTop = scroller.scrollHeight - fromEnd;
		else if (isAtEnd) scroller.scrollTop = scroller.scrollHeight;
		isPlaced = true;
		oldest = first.id;
	});
}

function findTop(scroller: HTMLElement, start: HTMLElement | undefined): number {
	if (!start) return scroller.scrollHeight;
	const offset = start.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
	return scroller.scrollTop + offset - ROOM_ABOVE;
}

/** The element that scrolls an element; undefined when none does. */
export function findScroller(element: HTMLElement | undefined): HTMLElement | undefined {
	for (let node = element; node; node = node.parentElement ?? undefined)
		if (/auto|scroll/.test(getComputedStyle(node).overflowY)) return node;
	return undefined;
}
