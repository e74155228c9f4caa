import { isFocusFree } from './focus';

/** The elements that Tab stops at. */
const CONTROLS =
	':is(a[href], button, input, select, textarea, summary, [tabindex="0"]):not(:disabled, [tabindex="-1"])';

/**
 * Attachment for controls that stand together: once the focused one is removed, such as by its own
 * press, the one now in its place takes the focus, else the one before it, else the element itself
 * if it has a `tabindex`.
 */
export function passFocus(node: HTMLElement): () => void {
	let focused: EventTarget | null = null;
	let place = -1;

	function listControls(): HTMLElement[] {
		return [...node.querySelectorAll<HTMLElement>(CONTROLS)];
	}

	function findPlace() {
		place = listControls().findIndex((control) => control === focused);
	}

	function focusin({ target }: FocusEvent) {
		focused = target;
		findPlace();
	}

	/** Forgets the control that the user left. Browsers may report a removed one too, which was not left. */
	function focusout({ target }: FocusEvent) {
		queueMicrotask(() => {
			if (target === focused && target instanceof Element && target.isConnected) focused = null;
		});
	}

	function pass() {
		if (!(focused instanceof Element)) return;
		if (node.contains(focused)) return findPlace();
		focused = null;
		if (place < 0 || !isFocusFree()) return;
		const controls = listControls();
		for (const control of [...controls.slice(place), ...controls.slice(0, place).reverse(), node]) {
			control.focus({ preventScroll: true });
			// Controls that are hidden, such as those of a closed disclosure, don't take it.
			if (document.activeElement === control) return;
		}
	}

	const observer = new MutationObserver(pass);
	observer.observe(node, { childList: true, subtree: true });
	node.addEventListener('focusin', focusin);
	node.addEventListener('focusout', focusout);
	return () => {
		observer.disconnect();
		node.removeEventListener('focusin', focusin);
		node.removeEventListener('focusout', focusout);
	};
}
