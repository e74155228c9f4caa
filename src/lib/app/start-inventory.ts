import type { Beeper, ChatPage } from '$lib/domain/connection/source';

/**
 * Sends the first request of the list at once, while the page is still rendering. The first call of
 * `inventory` continues that walk with the responses so far; later calls start a new walk.
 *
 * @param waitForPaint - resolves when the first chats are on the screen: later pages are large, and
 * reading one would delay them
 */
export function startInventory(source: Beeper, waitForPaint: () => Promise<void>): Beeper {
	const walk = new AbortController();
	const pages = source.inventory(walk.signal)[Symbol.asyncIterator]();
	const first = pages.next();
	// The rejection is handled by the call that continues the walk.
	first.catch(() => {});
	let isContinued = false;

	async function* continueWalk(signal: AbortSignal): AsyncGenerator<ChatPage> {
		if (signal.aborted) walk.abort();
		signal.addEventListener('abort', () => walk.abort(), { signal: walk.signal });
		try {
			let page = await first;
			if (!page.done) {
				yield page.value;
				await waitForPaint();
				page = await pages.next();
			}
			for (; !page.done; page = await pages.next()) yield page.value;
		} finally {
			await pages.return?.();
		}
	}

	return {
		...source,
		inventory(signal) {
			if (isContinued) return source.inventory(signal);
			isContinued = true;
			return continueWalk(signal);
		}
	};
}
