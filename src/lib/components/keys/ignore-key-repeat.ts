/**
 * A key that is still held down when a command moves the focus would type on there, or press what
 * has the focus now: until it is released, its repeats do nothing.
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

/** Milliseconds in which a second press belongs to the first, as with a double click. */
const TOGETHER = 400;

/**
 * Enter pressed twice, or held, says yes once: what has the focus next is not opened by it.
 *
 * @param at - when it was pressed first, as `performance.now` has it
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
