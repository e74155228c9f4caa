/**
 * Focuses the list at its cursor, or else the start of the page; for use when the focused element
 * is removed.
 */
export function focusList() {
	const row = document.querySelector<HTMLElement>('[role="grid"] [role="row"][tabindex="0"]');
	(row ?? document.getElementById('main'))?.focus({ preventScroll: true });
	// Unlike the browser's own scrolling upon focus, this keeps clear of what covers the list.
	if (row?.matches(':focus-visible')) row.scrollIntoView({ block: 'nearest' });
}
