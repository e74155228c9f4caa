import type { Account } from './chat/account';
import type { Chat } from './chat/chat';

/** Part of what was known at a moment. */
export interface CachedChats {
	chats: readonly Chat[];
	/** All of them, each time. */
	accounts: readonly Account[];
	/** Epoch milliseconds. */
	at: number;
	/** Of the app they came from: see `Server.bundleID`. */
	bundleID?: string;
}

/**
 * - `busy`: another save is under way, here or in another tab; nothing is lost by trying later
 * - `full`: there is no room; what was kept is deleted and nothing more is tried
 * - `unavailable`: the browser keeps nothing for this page, or somebody has signed out
 */
export type SaveResult = 'saved' | 'busy' | 'full' | 'unavailable';

/** The last known chats of one server and token. Never fails: where nothing can be kept it is empty. */
export interface ChatCache {
	/**
	 * Newest activity first, a few hundred chats at a time. Ends early when the rest is damaged,
	 * and then the cache is erased; ends when `signal` aborts.
	 */
	load(signal: AbortSignal): AsyncIterable<CachedChats>;
	/**
	 * Keep these instead of what was kept. Chats that are the same objects as before cost nothing.
	 * Whoever reads meanwhile, or after a save that was cut off, gets what was kept before.
	 *
	 * @param at - epoch milliseconds of when all this was known
	 */
	save(
		chats: readonly Chat[],
		accounts: readonly Account[],
		at: number,
		bundleID?: string
	): Promise<SaveResult>;
	/** Erase what was kept, and keep nothing more. */
	forget(): Promise<void>;
	/** Without effect from here on; what is kept stays. */
	close(): void;
}
