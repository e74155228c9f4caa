/** Takes the focus when nothing has it, as when what had it has just gone. */
export function takeFreeFocus(node: HTMLElement) {
	const { activeElement, body } = node.ownerDocument;
	if (!activeElement || activeElement === body) node.focus({ preventScroll: true });
}
