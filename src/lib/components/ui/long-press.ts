import type { Attachment } from 'svelte/attachments';

/** Milliseconds: more than browsers take that send `contextmenu` for a long press. */
const HOLD_TIME = 650;
/** Pixels that a resting finger may move. */
const REST = 10;

/**
 * Attachment that calls `onhold` when a finger rests on the element, in browsers that send no
 * `contextmenu` event for it. Lifting the finger then clicks nothing.
 */
export function longPress(onhold: (event: PointerEvent) => void): Attachment<HTMLElement> {
	return (node) => {
		const removed = new AbortController();
		const options = { capture: true, signal: removed.signal };
		let timer: ReturnType<typeof setTimeout> | undefined;
		let start: PointerEvent | undefined;
		let isHeld = false;

		function begin(event: PointerEvent) {
			end();
			isHeld = false;
			if (event.pointerType !== 'touch' || !event.isPrimary) return;
			start = event;
			timer = setTimeout(() => {
				isHeld = true;
				onhold(event);
			}, HOLD_TIME);
		}

		function move({ clientX, clientY }: PointerEvent) {
			if (start && Math.hypot(clientX - start.clientX, clientY - start.clientY) > REST) end();
		}

		function end() {
			clearTimeout(timer);
			start = undefined;
		}

		function click(event: MouseEvent) {
			if (!isHeld) return;
			isHeld = false;
			event.preventDefault();
			event.stopImmediatePropagation();
		}

		node.addEventListener('pointerdown', begin, options);
		node.addEventListener('pointermove', move, options);
		for (const name of ['pointerup', 'pointercancel', 'contextmenu']) {
			node.addEventListener(name, end, options);
		}
		node.addEventListener('click', click, options);
		return () => {
			end();
			removed.abort();
		};
	};
}
