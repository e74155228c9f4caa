import type { Attachment } from 'svelte/attachments';

/** The distance from the visible area within which an element counts as near. */
const MARGIN = '400px';

/**
 * Attachment that calls `open` when the element is in sight or near, and the function that it
 * returned when the element no longer is.
 */
export function whenNear(open: () => () => void): Attachment {
	return (element) => {
		let close: (() => void) | undefined;
		const observer = new IntersectionObserver(
			(changes) => {
				const isNear = changes.at(-1)?.isIntersecting ?? false;
				if (isNear) close ??= open();
				else {
					close?.();
					close = undefined;
				}
			},
			{ rootMargin: MARGIN }
		);
		observer.observe(element);
		return () => {
			observer.disconnect();
			close?.();
		};
	};
}
