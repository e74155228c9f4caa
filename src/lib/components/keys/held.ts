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
	window.addEventListener('keyup', () => released.abort(), { signal });
}
