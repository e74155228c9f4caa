import { on } from 'svelte/events';
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
 * Scrolls to the start. From then on the messages in sight stay in place: older messages are added
 * above them, and newer ones move them only if the end was in sight.
 */
export function keepScroll({ list, messages, findStart }: ScrollOptions) {
	let isPlaced = false;
	let oldest: string | undefined;
	/** Pixels, before the last change. */
	let fromEnd = 0;
	let isAtEnd = true;
	/** As of the last time the messages were scrolled. */
	let isEndInSight = false;

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
		look(scroller);
	});

	// Buttons, pictures and the field for a reply may come or grow after the messages.
	$effect(() => {
		const scroller = findScroller(list());
		if (!scroller) return;
		const observer = new ResizeObserver(() => {
			if (isEndInSight) scroller.scrollTop = scroller.scrollHeight;
		});
		for (const part of [scroller, ...scroller.children]) observer.observe(part);
		const stop = on(scroller, 'scroll', () => look(scroller));
		return () => {
			stop();
			observer.disconnect();
		};
	});

	function look({ scrollHeight, scrollTop, clientHeight }: HTMLElement) {
		isEndInSight = scrollHeight - scrollTop - clientHeight <= NEAR_END;
	}
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
