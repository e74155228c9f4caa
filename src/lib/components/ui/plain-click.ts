/** True for a click of the main button alone that no other handler has used. */
export function isPlainClick(event: MouseEvent): boolean {
	const { altKey, ctrlKey, metaKey, shiftKey } = event;
	const hasModifier = altKey || ctrlKey || metaKey || shiftKey;
	return event.button === 0 && !hasModifier && !event.defaultPrevented;
}
