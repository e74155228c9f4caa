import { SvelteSet } from 'svelte/reactivity';
import type { Attachment } from 'svelte/attachments';

/**
 * Elements at the lower end of the page that are in use, so that nothing that follows them in the
 * document may cover them.
 */
const docks = new SvelteSet<Element>();

/** Attachment that registers an element as docked while it is on the page. */
export const dock: Attachment = (element) => {
	docks.add(element);
	return () => {
		docks.delete(element);
	};
};

/**
 * Measure how far docked elements reach up from the lower end of a frame, where they stand below or
 * above another element in it; initially and whenever one is resized. Only those count that precede
 * the element in the document, so that no two of them evade each other. Within an effect, the
 * measurement restarts when an element is docked or leaves.
 *
 * @param onchange - called with pixels; 0: none is there
 * @returns a function that stops measuring
 */
export function watchDocked(
	frame: Element,
	element: Element,
	onchange: (height: number) => void
): () => void {
	const observer = new ResizeObserver(() => onchange(measure(frame, element)));
	for (const observed of [frame, element, ...docks]) observer.observe(observed);
	return () => observer.disconnect();
}

function measure(frame: Element, element: Element): number {
	const { left, right } = element.getBoundingClientRect();
	const end = frame.getBoundingClientRect().bottom;
	const heights = [...docks]
		.filter((docked) => isBefore(docked, element))
		.map((docked) => docked.getBoundingClientRect())
		.filter((box) => box.height > 0 && box.left < right && box.right > left)
		.map(({ top }) => end - top);
	return Math.max(0, ...heights);
}

function isBefore(docked: Element, element: Element): boolean {
	return (docked.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
