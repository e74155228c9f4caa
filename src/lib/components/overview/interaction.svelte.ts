/**
 * The user's interaction with an element: the pointer or the focus is on it, so nothing in it
 * should move. A pointer that rests where the element appears counts once it moves, and a finger
 * until it is lifted.
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
 * Creates a function that returns the earlier value while it is held.
 *
 * @returns a function of the current value; `isHeld`: true to keep the earlier one
 */
export function createHold<Value>(): (value: Value, isHeld: boolean) => Value {
	let before: { value: Value } | undefined;
	return (value, isHeld) => {
		if (!isHeld || !before) before = { value };
		return before.value;
	};
}
