import { eraseCaches } from '$lib/cache/database';
import type { Account } from '$lib/domain/chat/account';
import type { Chat } from '$lib/domain/chat/chat';
import type { ChatCache } from '$lib/domain/chat-cache';
import type { Watch } from '$lib/state/concurrency';
import type { Inbox } from '$lib/state/inbox.svelte';
import type { ServerIdentity } from '$lib/state/server-identity.svelte';
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

/** Milliseconds between two checks for changes to save. */
const BETWEEN_SAVES = 30_000;
/** Milliseconds between two checks whether all chats have been loaded. */
const BETWEEN_CHECKS = 1_000;

/**
 * Shows the cached chats of the last visit until the server has responded, and caches its
 * responses.
 */
export class ChatCacheSync {
	readonly #inbox: Inbox;
	readonly #identity: Pick<ServerIdentity, 'restore' | 'isOther' | 'bundleID'>;
	readonly #watch: Pick<Watch, 'now' | 'wait'>;
	#saved: { chats: readonly Chat[]; accounts: readonly Account[] } = { chats: [], accounts: [] };
	/** True when the cache holds chats of an earlier visit that must not be lost. */
	#hasRestored = false;

	constructor(
		inbox: Inbox,
		identity: Pick<ServerIdentity, 'restore' | 'isOther' | 'bundleID'>,
		watch: Pick<Watch, 'now' | 'wait'>
	) {
		this.#inbox = inbox;
		this.#identity = identity;
		this.#watch = watch;
	}

	/**
	 * Runs until the signal aborts, or the cache cannot be written.
	 *
	 * @param onrestore - called as soon as some chats are restored, or there are none: from then on a
	 * server can be compared with them
	 */
	async run(cache: ChatCache, signal: AbortSignal, onrestore = () => {}): Promise<void> {
		let isSameServer: boolean | undefined;
		for await (const cached of cache.load(signal)) {
			// Chats of two servers are never shown together.
			isSameServer ??= this.#identity.restore(cached);
			if (!isSameServer) break;
			this.#inbox.restore(cached);
			this.#hasRestored = true;
			onrestore();
		}
		onrestore();
		while (!signal.aborted) {
			const result = await this.#save(cache);
			if (result === 'full' || result === 'unavailable') return;
			await this.#watch.wait(result ? BETWEEN_SAVES : BETWEEN_CHECKS, signal);
		}
	}

	/**
	 * The complete cached list is not replaced by an incomplete one, nor by that of another server,
	 * until the list of this server has been confirmed.
	 *
	 * @returns undefined when it is not time to save
	 */
	async #save(cache: ChatCache) {
		const isWhole = this.#inbox.isConfirmed || !this.#hasRestored;
		if (this.#inbox.phase.name !== 'ready' || !isWhole || this.#identity.isOther) return undefined;
		const { listedAccounts: accounts } = this.#inbox;
		const chats = this.#inbox.store.all;
		const isSaved =
			accounts === this.#saved.accounts &&
			chats.length === this.#saved.chats.length &&
			chats.every((chat, index) => chat === this.#saved.chats[index]);
		if (isSaved) return 'saved';
		const result = await cache.save(chats, accounts, this.#watch.now(), this.#identity.bundleID);
		if (result === 'saved') this.#saved = { chats, accounts };
		return result;
	}
}
