import type { Attachment } from 'svelte/attachments';

/**
 * Takes plain clicks on links to another view of this page, which need not wait for the router.
 *
 * @param go - called with the query the link leads to, without its question mark
 */
export function followHere(go: (query: string) => void): Attachment<HTMLElement> {
	return (page) => {
		function follow(event: MouseEvent) {
			const link = event.target instanceof Element && event.target.closest('a');
			if (!link || !isPlain(event) || !isHere(link)) return;
			event.preventDefault();
			go(link.search.slice(1));
		}

		page.addEventListener('click', follow);
		return () => page.removeEventListener('click', follow);
	};
}

/** Asks for no other tab or window, and for no file. */
function isPlain({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
	return button === 0 && !(ctrlKey || metaKey || shiftKey || altKey);
}

function isHere({ origin, pathname, hash, target, download }: HTMLAnchorElement): boolean {
	const isElsewhere = origin !== location.origin || pathname !== location.pathname;
	return !isElsewhere && !hash && !target && !download;
}
