/**
 * Keeps the focus inside an element when its focused row is removed, which would move it to the page.
 * Call it while a component is created.
 *
 * @param inside - where the focus is to stay
 * @param rows - the content; read to run before each change of it
 * @param refocus - called when the focus was inside and its row has gone
 */
export function keepFocus(
	inside: () => HTMLElement | undefined,
	rows: () => unknown,
	refocus: () => void
) {
	let hadFocus = false;

	function hasFocus(): boolean {
		return inside()?.contains(document.activeElement) ?? false;
	}

	$effect.pre(() => {
		rows();
		// Rows may change twice before the page has rendered the first change.
		hadFocus ||= hasFocus();
	});

	$effect(() => {
		rows();
		const isLost = hadFocus && !hasFocus();
		hadFocus = false;
		if (isLost) refocus();
	});
}
