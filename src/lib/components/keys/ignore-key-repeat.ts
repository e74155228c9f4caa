/**
 * Ignore the repeats of a held key until it is released. When a command moves the focus, they would
 * type into the new element or press it.
 */
export function ignoreHeldKey() {
	const released = new AbortController();
	const { signal } = released;

	function keydown(event: KeyboardEvent) {
		if (event.repeat) event.preventDefault();
		else released.abort();
	}

	window.addEventListener('keydown', keydown, { capture: true, signal });
	for (const end of ['keyup', 'blur']) {
		window.addEventListener(end, () => released.abort(), { signal });
	}
}

/** Milliseconds within which a second press counts as part of the first, as with a double click. */
const TOGETHER = 400;

/**
 * Ignore further presses of Enter by a double press or a held key, so that a confirmation does not
 * also open the next focused element.
 *
 * @param at - time of the first press, from `performance.now`
 */
export function ignoreSecondEnter(at = performance.now()) {
	const over = new AbortController();

	function keydown(event: KeyboardEvent) {
		if (!event.repeat && performance.now() - at > TOGETHER) return over.abort();
		if (event.key !== 'Enter') return;
		event.preventDefault();
		event.stopImmediatePropagation();
	}

	window.addEventListener('keydown', keydown, { capture: true, signal: over.signal });
	window.addEventListener('blur', () => over.abort(), { signal: over.signal });
}
