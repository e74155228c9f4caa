import { eraseCaches } from '$lib/cache/database';
import type { ChatCache } from '$lib/domain/chat-cache';
import { ChatCacheSync } from '$lib/state/chat-cache-sync';
import type { Session } from '$lib/state/session.svelte';
import { keepChats } from './app';
import type { OpenSource } from './source';
import { watch } from './watch';

type OpenCache = NonNullable<OpenSource['openCache']>;

/**
 * The longest time, in milliseconds, for which responses wait for cached chats. Without these, the
 * first response is taken to come from the same Beeper, so only a hanging database is given up.
 */
const RESTORE_TIMEOUT = 6_000;

/**
 * Shows the cached chats of a server until it responds, and caches its responses, unless the user
 * has turned caching off. Call it while a component is created.
 *
 * @returns erases the cache of this server and stops caching
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
		identity.waitFor(Promise.race([recalled, watch.wait(RESTORE_TIMEOUT, signal)]));
		return () => leaving.abort();
	});

	return async () => kept?.forget();
}

/** Erases the caches of every server. */
export async function eraseChatCaches() {
	await eraseCaches();
}

/** Turns caching on, or turns it off and erases every cache. */
export async function setKeepChats(isOn: boolean) {
	keepChats.set(isOn);
	if (!isOn) await eraseCaches();
}
