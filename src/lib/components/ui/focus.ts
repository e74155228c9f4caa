/**
 * Remembers the focused element.
 *
 * @returns focuses it again; if it was in a grid and has been removed, the row that Tab stops at
 */
export function rememberFocus(): () => void {
	const before = document.activeElement;
	const grid = before?.closest('[role="grid"]');
	return () => {
		const row = grid?.querySelector('[role="row"][tabindex="0"]');
		const home = before?.isConnected ? before : row;
		if (home instanceof HTMLElement) home.focus({ preventScroll: true });
	};
}

/** Focus an element if no other has the focus, such as after the focused element was removed. */
export function takeFreeFocus(node: HTMLElement) {
	const { activeElement, body } = node.ownerDocument;
	if (!activeElement || activeElement === body) node.focus({ preventScroll: true });
}

/**
 * True when no control has the focus: the focused one was removed, and at most a landmark that Tab
 * doesn't stop at has taken its focus.
 */
export function isFocusFree(): boolean {
	const { activeElement, body } = document;
	return (
		!activeElement ||
		activeElement === body ||
		activeElement.matches(':is(main, section)[tabindex="-1"]')
	);
}
