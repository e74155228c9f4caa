import { BeeperDesktop } from '@beeper/desktop-api';
import type { Browser } from '@playwright/test';
import { TOKEN } from '../e2e/fixtures';
import { startSampleApi, type Running } from '../e2e/servers';
import { formatTextTable, inMilliseconds } from './table';
import { loadChats, openVisit, type Site } from './visit';

export interface InventoryFigures {
	chats: number;
	/** Milliseconds before each answer. */
	latency: number;
	/** Milliseconds until all chats are in the page. */
	ours: number;
	/** Milliseconds until the SDK's list has given all chats. */
	sdk: number;
	/** Milliseconds from the page's first byte to its first row: first visit, and return visit. */
	firstRow: { cold: number; warm: number };
}

async function sdkTakes(api: Running): Promise<number> {
	const client = new BeeperDesktop({ accessToken: TOKEN, baseURL: api.address, maxRetries: 0 });
	const chats = new Set<string>();
	const start = performance.now();
	for await (const chat of client.chats.list()) chats.add(chat.id);
	return performance.now() - start;
}

async function measure(
	browser: Browser,
	site: Site,
	{ chats, latency }: { chats: number; latency: number }
): Promise<InventoryFigures> {
	const api = await startSampleApi('--chats', String(chats), '--latency', String(latency));
	const visit = await openVisit(browser, site, api);
	try {
		const cold = await loadChats(visit);
		const sdk = await sdkTakes(api);
		await waitUntilKept(visit.page);
		const warm = await loadChats(visit);
		return {
			chats,
			latency,
			ours: cold.complete - cold.asked,
			sdk,
			firstRow: { cold: cold.firstRow, warm: warm.firstRow }
		};
	} finally {
		await visit.close();
		await api.stop();
	}
}

async function waitUntilKept(page: Awaited<ReturnType<typeof openVisit>>['page']) {
	await page.waitForFunction(
		async () => {
			const databases = await indexedDB.databases();
			if (!databases.some(({ name }) => name === 'beeper-dashboard')) return false;
			return new Promise<boolean>((resolve) => {
				const opening = indexedDB.open('beeper-dashboard');
				opening.onsuccess = () => {
					const counting = opening.result.transaction('heads').objectStore('heads').count();
					counting.onsuccess = () => {
						opening.result.close();
						resolve(counting.result > 0);
					};
				};
			});
		},
		undefined,
		{ timeout: 120_000, polling: 500 }
	);
}

/** Loads all chats of a server: by the dashboard in Chromium, then by the SDK's list in Node. */
export async function benchInventory(
	browser: Browser,
	site: Site,
	sizes: readonly number[]
): Promise<InventoryFigures[]> {
	const figures: InventoryFigures[] = [];
	for (const chats of sizes) {
		for (const latency of [5, 20]) {
			figures.push(await measure(browser, site, { chats, latency }));
		}
	}
	console.log('\nAll chats: ours in Chromium, the official SDK’s list in Node, same server\n');
	console.log(
		formatTextTable(
			['chats', 'latency', 'ours', 'SDK', 'ratio', 'first row, cold', 'warm'],
			figures.map(({ chats, latency, ours, sdk, firstRow }) => [
				chats.toLocaleString('en'),
				`${latency} ms`,
				inMilliseconds(ours),
				inMilliseconds(sdk),
				`${(sdk / ours).toFixed(1)}×`,
				inMilliseconds(firstRow.cold),
				inMilliseconds(firstRow.warm)
			])
		)
	);
	return figures;
}
