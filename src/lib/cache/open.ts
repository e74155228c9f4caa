import type { ChatCache } from '$lib/domain/chat-cache';
import { StoredCache, type CacheOptions } from './encrypted-cache';

/** Keeps nothing: for who wants none. */
export const NO_CACHE: ChatCache = {
	async *load() {},
	save: () => Promise.resolve('unavailable'),
	forget: () => Promise.resolve(),
	close: () => {}
};

/** Begins to open at once; the methods wait for it. */
export function openCache(options: CacheOptions): ChatCache {
	return isPossible() ? new StoredCache(options) : NO_CACHE;
}

function isPossible(): boolean {
	try {
		// Absent in an insecure context, in old browsers and in some private windows.
		return [indexedDB, crypto.subtle, CompressionStream].every(Boolean);
	} catch {
		// Merely naming what is forbidden may throw.
		return false;
	}
}
