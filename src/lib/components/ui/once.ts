/**
 * Attachment for a control or a form: ignores the second click of a double click and the repeats of
 * a held Enter key. For actions that must not be done, or done and reversed, by accident.
 */
export function once(node: HTMLElement): () => void {
	function click(event: MouseEvent) {
		if (event.detail > 1) stop(event);
	}

	function keydown(event: KeyboardEvent) {
		// In a multi-line text field, a held Enter key inserts lines.
		const writesLines = event.target instanceof HTMLTextAreaElement;
		if (event.repeat && event.key === 'Enter' && !writesLines) stop(event);
	}

	// Capture phase: before the handlers of the control itself.
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
