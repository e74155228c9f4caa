import type { Attachment } from 'svelte/attachments';

/**
 * Attachment that follows plain clicks on links to a path at once. Kit follows a link only after the
 * next frame, so that the page may show the click first; the list has changed by then.
 *
 * @param follow - called with the query of the link, without `?`
 */
export function followLinks(
	path: string,
	follow: (query: string) => void
): Attachment<HTMLElement> {
	return (element) => {
		function click(event: MouseEvent) {
			const link = event.target instanceof Element ? event.target.closest('a') : null;
			const isOther = link?.origin !== location.origin || link.pathname !== path;
			if (isOther || link.target || !isPlain(event)) return;
			event.preventDefault();
			follow(link.search.slice(1));
		}

		element.addEventListener('click', click);
		return () => element.removeEventListener('click', click);
	};
}

/** True for a click of the main button alone that no other handler has used. */
function isPlain(event: MouseEvent): boolean {
	const { altKey, ctrlKey, metaKey, shiftKey } = event;
	const hasModifier = altKey || ctrlKey || metaKey || shiftKey;
	return event.button === 0 && !hasModifier && !event.defaultPrevented;
}
