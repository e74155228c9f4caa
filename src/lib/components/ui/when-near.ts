import type { Attachment } from 'svelte/attachments';

/** How far from being in sight an element counts as near. */
const MARGIN = '400px';

/** Attachment that opens something while the element is in sight or near. */
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
