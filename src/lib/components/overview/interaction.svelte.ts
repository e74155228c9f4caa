/**
 * Knows whether the pointer or the focus is on an element, so that nothing moves there. A pointer that
 * rests where the element appears is on it once it moves; that of a finger is gone when the finger is.
 */
export class Interaction {
	#isPointed = $state(false);
	#isFocused = $state(false);

	get isActive() {
		return this.#isPointed || this.#isFocused;
	}

	readonly watch = (element: HTMLElement) => {
		const listening = new AbortController();
		const { signal } = listening;
		element.addEventListener('pointermove', () => (this.#isPointed = true), { signal });
		element.addEventListener('pointerleave', () => (this.#isPointed = false), { signal });
		element.addEventListener('focusin', () => (this.#isFocused = true), { signal });
		// A focused button that the page removes loses the focus while the page is drawn, when nothing may change.
		element.addEventListener('focusout', () => queueMicrotask(() => this.#readFocus(element)), {
			signal
		});
		return () => listening.abort();
	};

	#readFocus(element: HTMLElement) {
		this.#isFocused = element.contains(document.activeElement);
	}
}

/**
 * Creates a function that gives the value before, while it's held.
 *
 * @returns a function of the present value, and of whether to hold the one before
 */
export function createHold<Value>(): (value: Value, isHeld: boolean) => Value {
	let before: { value: Value } | undefined;
	return (value, isHeld) => {
		if (!isHeld || !before) before = { value };
		return before.value;
	};
}
