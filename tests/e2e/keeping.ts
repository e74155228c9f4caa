import type { Page } from '@playwright/test';

/** The content of the cache's database. */
export interface Lying {
	/** Epoch milliseconds of each complete cache. */
	heads: number[];
	/** The number of chunks. */
	chunks: number;
}

/** @returns null when there is no database */
export function lying(page: Page): Promise<Lying | null> {
	return page.evaluate(async () => {
		const databases = await indexedDB.databases();
		if (!databases.some(({ name }) => name === 'beeper-dashboard')) return null;

		function end<MutationResult>(asking: IDBRequest<MutationResult>): Promise<MutationResult> {
			return new Promise((resolve, reject) => {
				asking.onsuccess = () => resolve(asking.result);
				asking.onerror = () => reject(asking.error);
			});
		}

		const opening = indexedDB.open('beeper-dashboard');
		// The database does not exist, and opening must not create it.
		opening.onupgradeneeded = () => opening.transaction?.abort();
		const database = await end(opening).catch(() => null);
		if (!database) return null;
		const transaction = database.transaction(['heads', 'chunks']);
		const [heads, chunks] = await Promise.all([
			end<{ at: number }[]>(transaction.objectStore('heads').getAll()),
			end(transaction.objectStore('chunks').count())
		]);
		database.close();
		return { heads: heads.map(({ at }) => at), chunks };
	});
}

/** Holds back all requests for chats. @returns releases them */
export async function holdChats(page: Page): Promise<() => void> {
	let open: () => void = () => {};
	const opened = new Promise<void>((resolve) => (open = resolve));
	await page.route(/\/v1\/chats/, async (route) => {
		await opened;
		await route.fallback();
	});
	return open;
}
