import { sleep } from '$lib/api/sleep';
import type { Watch } from '$lib/state/concurrency';

/** Resolves at the document's first event of one of these names, or when the signal aborts. */
function event(names: readonly string[], signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		if (signal.aborted) return resolve();
		const done = new AbortController();
		function end() {
			done.abort();
			resolve();
		}
		for (const name of names) document.addEventListener(name, end, { signal: done.signal });
		signal.addEventListener('abort', end, { signal: done.signal });
	});
}

/** Milliseconds after which a frame is no longer waited for: hidden pages have none. */
const LONGEST_FRAME = 100;

/** Resolves when the current state of the page is painted. */
function waitForPaint(): Promise<void> {
	return new Promise((resolve) => {
		// A task that is queued before the paint runs after it.
		requestAnimationFrame(() => setTimeout(resolve));
		setTimeout(resolve, LONGEST_FRAME);
	});
}

/** Milliseconds without scrolling or typing after which the user counts as idle. */
const READS_AFTER = 200;
let busyAt: number | undefined;

/** Starts noting the times at which the user scrolls or types. */
function startNotingWork() {
	busyAt = -Infinity;
	for (const sign of ['scroll', 'wheel', 'touchmove', 'keydown', 'input']) {
		addEventListener(sign, () => (busyAt = performance.now()), { capture: true, passive: true });
	}
}

/** Name of the event that {@link readInBackground} dispatches. */
const BACKGROUND_CHANGE = 'beeper-dashboard:background';
let readsInBackground = false;

/** Lets reading go on while the page is hidden, until the returned function is called. */
export function readInBackground(): () => void {
	function set(isOn: boolean) {
		readsInBackground = isOn;
		document.dispatchEvent(new Event(BACKGROUND_CHANGE));
	}
	set(true);
	return () => set(false);
}

/**
 * Resolves when the page is shown, when reading in the background is turned on or off, or after
 * this time.
 */
async function nextChange(signal: AbortSignal, milliseconds: number | undefined): Promise<void> {
	const done = new AbortController();
	const either = AbortSignal.any([signal, done.signal]);
	const change = event(['visibilitychange', BACKGROUND_CHANGE], either);
	await (milliseconds === undefined ? change : Promise.race([change, sleep(milliseconds, either)]));
	done.abort();
}

/**
 * The browser's clock, whether the page is visible, and whether the user is scrolling or typing.
 */
export const watch: Watch = {
	now: Date.now,

	wait: sleep,

	async seen(signal, background) {
		const start = Date.now();
		while (document.hidden && !signal.aborted) {
			const isOn = background !== undefined && readsInBackground;
			const left = isOn ? start + background - Date.now() : undefined;
			if (left !== undefined && left <= 0) return;
			await nextChange(signal, left);
		}
	},

	async still(signal) {
		if (busyAt === undefined) startNotingWork();
		for (;;) {
			const left = (busyAt ?? 0) + READS_AFTER - performance.now();
			if (left <= 0 || signal.aborted) return;
			await sleep(left, signal);
		}
	},

	painted: waitForPaint
};
