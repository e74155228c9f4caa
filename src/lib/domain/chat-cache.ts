import type { Account } from './chat/account';
import type { Chat } from './chat/chat';

/** A batch of cached chats, with the accounts, as they were at one moment. */
export interface CachedChats {
	chats: readonly Chat[];
	/** All accounts, repeated in every batch. */
	accounts: readonly Account[];
	/** Epoch milliseconds. */
	at: number;
	/** Bundle ID of the app that served them: see `Server.bundleID`. */
	bundleID?: string;
}

/**
 * - `busy`: another save is in progress, here or in another tab; the save can be retried later
 * - `full`: the storage quota is exhausted; the cache has been erased and takes no more saves
 * - `unavailable`: the browser grants this page no storage, or the user has signed out
 */
export type SaveResult = 'saved' | 'busy' | 'full' | 'unavailable';

/**
 * Persistent cache of the last known chats of one server and token. Never throws: without usable
 * storage it is empty.
 */
export interface ChatCache {
	/**
	 * Yields batches of a few hundred chats, newest activity first. Ends early at a damaged batch,
	 * erasing the cache; ends when `signal` aborts.
	 */
	load(signal: AbortSignal): AsyncIterable<CachedChats>;
	/**
	 * Replace the cached chats. Chats that are the same objects as in the previous save cost nothing.
	 * Reads during a save, or after an interrupted one, return the previous save.
	 *
	 * @param at - epoch milliseconds of the moment at which the data was current
	 */
	save(
		chats: readonly Chat[],
		accounts: readonly Account[],
		at: number,
		bundleID?: string
	): Promise<SaveResult>;
	/** Erase the cache and accept no more saves. */
	forget(): Promise<void>;
	/** Disable the cache; its stored data stays. */
	close(): void;
}
