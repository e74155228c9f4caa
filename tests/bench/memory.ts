import type { Page } from '@playwright/test';
import { TOKEN } from '../e2e/fixtures';
import type { Running } from '../e2e/servers';

/** Bytes in use after a garbage collection. */
export async function measureHeap(page: Page): Promise<number> {
	const session = await page.context().newCDPSession(page);
	await session.send('HeapProfiler.collectGarbage');
	const { usedSize } = await session.send('Runtime.getHeapUsage');
	await session.detach();
	return usedSize;
}

/** Bytes of all chats as JSON, as the list returns them. */
export async function jsonSize(api: Running): Promise<number> {
	let bytes = 0;
	for (let query = ''; ;) {
		const response = await fetch(`${api.address}/v1/chats${query}`, {
			headers: { Authorization: `Bearer ${TOKEN}` }
		});
		const text = await response.text();
		bytes += text.length;
		const page: { hasMore: boolean; oldestCursor: string | null } = JSON.parse(text);
		if (!page.hasMore || !page.oldestCursor) return bytes;
		query = `?cursor=${encodeURIComponent(page.oldestCursor)}&direction=before`;
	}
}
