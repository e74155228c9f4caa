/*
 * Queries by role ask for the computed style of every element they meet. jsdom matches each of them
 * with its whole sheet after any change of the page, and resolves a dozen colors, which takes most of
 * the time of such a test. But without sheets of the page, elements alike compute alike.
 */

/** True when an attribute of an element may decide its style, or the one its children inherit. */
function isStyled(element: Element): boolean {
	if (element.hasAttribute('hidden') || element.hasAttribute('inert')) return true;
	const style = element.getAttribute('style');
	return style !== null && /display|visibility|pointer-events|position|overflow/.test(style);
}

function isOrdinary(element: Element): boolean {
	if (element.ownerDocument.styleSheets.length > 0 || element.hasAttribute('popover')) return false;
	for (let node: Element | null = element; node; node = node.parentElement) {
		if (isStyled(node)) return false;
	}
	return true;
}

/**
 * Computes the style of elements that are alike only once.
 *
 * `display`, `visibility`, `pointer-events`, `position` and `overflow` stay exact, so hidden elements
 * aren't found. Colors and sizes may be those of another element of the same name.
 */
function rememberStyles(compute: typeof getComputedStyle): typeof getComputedStyle {
	const known = new Map<string, CSSStyleDeclaration>();
	return (element, pseudoElement) => {
		if (pseudoElement || !isOrdinary(element)) return compute(element, pseudoElement);
		const kind = [
			...[element.namespaceURI, element.localName, element.getAttribute('type')],
			element.hasAttribute('open')
		].join(' ');
		const style = known.get(kind) ?? compute(element);
		known.set(kind, style);
		return style;
	};
}

// A test in Node has no page.
if (typeof window !== 'undefined')
	window.getComputedStyle = rememberStyles(window.getComputedStyle);
