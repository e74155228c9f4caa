import type { Browser } from '@playwright/test';
import { startSampleApi } from '../e2e/servers';
import { measureHeap } from './memory';
import { formatTextTable, inMegabytes } from './table';
import { loadChats, openVisit, type Site } from './visit';

export interface HourFigures {
	chats: number;
	/** Bytes of heap at the start, and after each quarter of the hour. */
	heap: readonly number[];
	/** Requests in that hour. */
	requests: number;
}

const QUARTER = 15 * 60_000;

/** Simulates an hour of polling a changing server, by moving the page's clock. */
export async function benchHour(browser: Browser, site: Site, chats: number): Promise<HourFigures> {
	const api = await startSampleApi('--chats', String(chats), '--page-size', '200', '--churn', '20');
	const visit = await openVisit(browser, site, api);
	const { page } = visit;
	try {
		await loadChats(visit);
		await page.clock.install();
		await page.reload();
		await page.waitForFunction(
			() => document.querySelector('[role="grid"]')?.getAttribute('aria-busy') === 'false'
		);
		let requests = 0;
		page.on('request', (request) => (requests += request.url().includes('/v1/') ? 1 : 0));
		const heap = [await measureHeap(page)];
		for (let quarter = 0; quarter < 4; quarter++) {
			for (let passed = 0; passed < QUARTER; passed += 5_000) await page.clock.runFor(5_000);
			heap.push(await measureHeap(page));
		}
		console.log(
			`\nAn hour of polling ${chats.toLocaleString('en')} chats, 20 of which change each second\n`
		);
		console.log(
			formatTextTable(
				['', ...heap.map((_, quarter) => `${quarter * 15} min`)],
				[['heap', ...heap.map(inMegabytes)]]
			)
		);
		console.log(`\n${requests} requests.`);
		return { chats, heap, requests };
	} finally {
		await visit.close();
		await api.stop();
	}
}
