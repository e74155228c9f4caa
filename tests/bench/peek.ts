import type { Browser, Page } from '@playwright/test';
import { startSampleApi } from '../e2e/servers';
import { formatTextTable, inMilliseconds, toSpread, type Spread } from './table';
import { loadChats, openVisit, type Site } from './visit';

export interface PeekFigures {
	/** Milliseconds before each response. */
	latency: number;
	/** Milliseconds from the key to the painted messages of the next chat, which were loaded ahead. */
	next: Spread;
}

/** Milliseconds. */
const LATENCIES = [5, 30, 100];
/** Keys pressed at each latency. */
const KEYS = 20;
/** Milliseconds between two keys: longer than the neighbours of a chat take to load. */
const READING = 800;

/** Runs in the page: `window.shown` becomes the time that the next key takes; undefined for a chat without messages. */
function watchNextKey() {
	const patience = 2_000;
	const panel = document.querySelector('[aria-label="Peek"]');
	function findChat() {
		return panel?.querySelector('h2 a')?.getAttribute('href');
	}
	const before = findChat();
	const shown = new Promise((resolve) => {
		function start({ timeStamp }: KeyboardEvent) {
			function look() {
				const isShown =
					findChat() !== before && panel?.querySelector('[aria-label="Messages"] > li');
				const { port1, port2 } = new MessageChannel();
				// A message sent before a frame is painted is received after it.
				port1.onmessage = () => resolve(performance.now() - timeStamp);
				if (isShown) port2.postMessage(null);
				else if (performance.now() - timeStamp > patience) resolve(undefined);
				else requestAnimationFrame(look);
			}
			requestAnimationFrame(look);
		}
		addEventListener('keydown', start, { capture: true, once: true });
	});
	Object.assign(window, { shown });
}

async function timeKeys(page: Page): Promise<number[]> {
	const times: number[] = [];
	await page.keyboard.press('j');
	await page.keyboard.press('Space');
	await page.getByRole('complementary', { name: 'Peek' }).waitFor();
	for (let turn = 0; turn < KEYS; turn++) {
		await page.waitForTimeout(READING);
		await page.evaluate(watchNextKey);
		await page.keyboard.press('j');
		const time: number | undefined = await page.evaluate(() => Reflect.get(window, 'shown'));
		if (time !== undefined) times.push(time);
	}
	return times;
}

/** Measures how soon the next chat can be read beside the list, at several latencies. */
export async function benchPeek(browser: Browser, site: Site): Promise<PeekFigures[]> {
	const figures: PeekFigures[] = [];
	for (const latency of LATENCIES) {
		const api = await startSampleApi('--chats', '1000', '--latency', String(latency));
		const visit = await openVisit(browser, site, api);
		try {
			await loadChats(visit);
			figures.push({ latency, next: toSpread(await timeKeys(visit.page)) });
		} finally {
			await visit.close();
			await api.stop();
		}
	}
	console.log('\nReading beside the list: from j to the painted messages of the next chat\n');
	console.log(
		formatTextTable(
			['latency', 'p50', 'p95', 'max'],
			figures.map(({ latency, next }) => [
				`${latency} ms`,
				...[next.p50, next.p95, next.max].map(inMilliseconds)
			])
		)
	);
	return figures;
}
