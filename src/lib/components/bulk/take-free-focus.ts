/** Focus an element if no other has the focus, such as after the focused element was removed. */
export function takeFreeFocus(node: HTMLElement) {
	const { activeElement, body } = node.ownerDocument;
	if (!activeElement || activeElement === body) node.focus({ preventScroll: true });
}
