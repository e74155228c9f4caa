import { eraseCaches } from '$lib/cache/database';
import type { ChatCache } from '$lib/domain/chat-cache';
import { ChatCacheSync } from '$lib/state/chat-cache-sync';
import type { Session } from '$lib/state/session.svelte';
import { keepChats } from './app';
import type { OpenSource } from './source';
import { watch } from './watch';

type OpenCache = NonNullable<OpenSource['openCache']>;

/** Milliseconds for which the server's answers wait for what was kept. */
const PATIENCE = 2_000;

/**
 * Shows what was kept of a server until it answers, and keeps what it says, unless the user wants
 * nothing kept. To be called while a component is made.
 *
 * @returns erases what is kept of this server; from then on nothing is
 */
export function useChatCache(
	{ inbox, identity }: Session,
	openCache: () => OpenCache | undefined,
	onbug: (error: unknown) => void
): () => Promise<void> {
	let kept: ChatCache | undefined;

	async function remember(open: OpenCache, signal: AbortSignal, onrestore: () => void) {
		const cache = (kept = open());
		signal.addEventListener('abort', () => cache.close());
		if (!signal.aborted)
			await new ChatCacheSync(inbox, identity, watch).run(cache, signal, onrestore);
	}

	$effect(() => {
		const open = openCache();
		if (!open || !keepChats.isOn) return;
		const leaving = new AbortController();
		const { signal } = leaving;
		const recalled = new Promise<void>((resolve) => {
			remember(open, signal, resolve).catch(onbug).finally(resolve);
		});
		identity.waitFor(Promise.race([recalled, watch.wait(PATIENCE, signal)]));
		return () => leaving.abort();
	});

	return async () => kept?.forget();
}

/** Everything that was kept, of every server. */
export async function eraseChatCaches() {
	await eraseCaches();
}

/** From now on nothing is kept and what was is erased, or everything is kept again. */
export async function setKeepChats(isOn: boolean) {
	keepChats.set(isOn);
	if (!isOn) await eraseCaches();
}
