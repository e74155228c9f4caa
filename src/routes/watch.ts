import { pause } from '$lib/api/pause';
import type { Watch } from '$lib/state/live.svelte';

/** Ends with the first such event, or when the signal aborts. */
function event(target: EventTarget, name: string, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		if (signal.aborted) return resolve();
		const done = new AbortController();
		function end() {
			done.abort();
			resolve();
		}
		target.addEventListener(name, end, { signal: done.signal });
		signal.addEventListener('abort', end, { signal: done.signal });
	});
}

/** The time as the browser has it, and whether its user can see this page. */
export const watch: Watch = {
	now: Date.now,

	wait: pause,

	async seen(signal) {
		while (document.hidden && !signal.aborted) await event(document, 'visibilitychange', signal);
	}
};
