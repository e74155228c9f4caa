/**
 * When the row that has the focus goes, the focus would go to the page, and the reader's place with
 * it. To be called while a component is made.
 *
 * @param inside - where the focus is to stay
 * @param rows - read before each change of what is inside
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
		// The rows may change twice before the page is done with the first change.
		hadFocus ||= hasFocus();
	});

	$effect(() => {
		rows();
		const isLost = hadFocus && !hasFocus();
		hadFocus = false;
		if (isLost) refocus();
	});
}
