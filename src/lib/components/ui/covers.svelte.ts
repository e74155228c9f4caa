import { SvelteSet } from 'svelte/reactivity';
import type { Attachment } from 'svelte/attachments';

/** Pixels of an element that overlays cover at its top and bottom. */
export interface Covered {
	top: number;
	bottom: number;
}

/** Elements that overlay the page now, such as bars and toasts. */
const parts = new SvelteSet<Element>();

/** Attachment that registers an element as an overlay while it is on the page. */
export const cover: Attachment = (part) => {
	parts.add(part);
	return () => {
		parts.delete(part);
	};
};

/**
 * Measure how much of an element is covered, initially and whenever an overlay is resized. Within
 * an effect, the measurement restarts when an overlay appears or disappears.
 *
 * @returns a function that stops measuring
 */
export function watchCovered(element: Element, onchange: (covered: Covered) => void): () => void {
	const observer = new ResizeObserver(() => onchange(measure(element)));
	for (const observed of [element, ...parts]) observer.observe(observed);
	return () => observer.disconnect();
}

function measure(element: Element): Covered {
	const box = element.getBoundingClientRect();
	const covered = { top: 0, bottom: 0 };
	for (const part of parts) {
		const over = part.getBoundingClientRect();
		if (!isOver(over, box)) continue;
		const [top, bottom] = [over.bottom - box.top, box.bottom - over.top];
		if (bottom <= top) covered.bottom = Math.max(covered.bottom, bottom);
		else covered.top = Math.max(covered.top, top);
	}
	return covered;
}

function isOver(over: DOMRect, box: DOMRect): boolean {
	const isAcross = over.width > 0 && over.left < box.right && over.right > box.left;
	return isAcross && over.height > 0 && over.top < box.bottom && over.bottom > box.top;
}
