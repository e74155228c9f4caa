import type { Attachment } from 'svelte/attachments';

/**
 * Closes a panel by Escape, and when the user presses or focuses anything outside of it and its button.
 *
 * @param close - called while the panel is open; `isByKey` when the focus goes back to its button
 */
export function closeOnLeave(
	isOpen: () => boolean,
	close: (isByKey: boolean) => void
): Attachment<HTMLElement> {
	return (box) => {
		const leaving = new AbortController();
		const { signal } = leaving;

		function leave({ target }: Event) {
			if (isOpen() && target instanceof Node && !box.contains(target)) close(false);
		}

		/** The key closes the panel alone: it doesn't reach the shortcuts of the page. */
		function press(event: KeyboardEvent) {
			if (event.key !== 'Escape' || !isOpen()) return;
			// A dialog that was opened from the panel closes by itself.
			if (event.target instanceof Element && event.target.closest('dialog')) return;
			event.stopPropagation();
			close(true);
		}

		addEventListener('pointerdown', leave, { signal });
		addEventListener('focusin', leave, { signal });
		box.addEventListener('keydown', press, { signal });
		return () => leaving.abort();
	};
}
