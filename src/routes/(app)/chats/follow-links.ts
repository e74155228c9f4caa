import type { Attachment } from 'svelte/attachments';
import { isPlainClick } from '$lib/components/ui/plain-click';

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
			if (isOther || link.target || !isPlainClick(event)) return;
			event.preventDefault();
			follow(link.search.slice(1));
		}

		element.addEventListener('click', click);
		return () => element.removeEventListener('click', click);
	};
}
