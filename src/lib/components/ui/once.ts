/**
 * Attach to a control, or to a form: the second click of a double click and an Enter key held down
 * do nothing. For what must not be done, or done and undone, by a slip.
 */
export function once(node: HTMLElement): () => void {
	function click(event: MouseEvent) {
		if (event.detail > 1) stop(event);
	}

	function keydown(event: KeyboardEvent) {
		// Held down in a text of several lines it makes more of them.
		const writesLines = event.target instanceof HTMLTextAreaElement;
		if (event.repeat && event.key === 'Enter' && !writesLines) stop(event);
	}

	// On the way down, before the control itself hears of it.
	node.addEventListener('click', click, { capture: true });
	node.addEventListener('keydown', keydown, { capture: true });
	return () => {
		node.removeEventListener('click', click, { capture: true });
		node.removeEventListener('keydown', keydown, { capture: true });
	};
}

function stop(event: Event) {
	event.preventDefault();
	event.stopImmediatePropagation();
}
