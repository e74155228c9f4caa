import type { Browser } from '@playwright/test';
import { startDashboard, startSampleApi } from '../e2e/servers';
import { measureHeap } from './memory';
import { formatTextTable, inMegabytes, inMilliseconds } from './table';
import { FRAME_MARK, traceTasks, type TaskFigures } from './tasks';
import { loadChats, openVisit, toSite } from './visit';

export interface StormFigures {
	chats: number;
	/** Events that the server published each second. */
	eventsPerSecond: number;
	seconds: number;
	/** Messages that the page received. */
	received: number;
	/** Requests that the page sent. */
	requests: number;
	/** Frames, and those that took longer than 50 milliseconds. */
	frames: number;
	longFrames: number;
	/** Milliseconds of the longest frame. */
	longest: number;
	/**
	 * Tasks of the page alone: frames also wait for the server and the relay, which share its
	 * processors.
	 */
	tasks: TaskFigures;
	/** Bytes of heap before and after. */
	heap: readonly [number, number];
	/** Milliseconds from a change at the server to the changed row, at 20 ms latency and without a storm. */
	untilShown: readonly number[];
}

const CHURN = 1_000;
const SECONDS = 60;
const PATIENCE = 10_000;
const SWEEP = 20_000;

/** A dashboard whose relay leads to a sample API with these options, and the page that uses it. */
async function openRelayed(browser: Browser, ...args: string[]) {
	const api = await startSampleApi('--page-size', '200', ...args);
	const dashboard = await startDashboard('--beeper', api.address);
	const site = toSite('relay', dashboard);
	const visit = await openVisit(browser, site, { ...api, address: `${dashboard.address}/beeper` });
	return {
		...{ api, visit },
		async close() {
			await visit.close();
			await dashboard.stop();
			await api.stop();
		}
	};
}

/** Measures the time from a change elsewhere to the changed row, a few times. */
async function timeChanges(browser: Browser, chats: number): Promise<readonly number[]> {
	const { api, visit, close } = await openRelayed(
		browser,
		...['--chats', String(chats), '--latency', '20']
	);
	const { page } = visit;
	try {
		await loadChats(visit);
		await page.getByText('Live', { exact: true }).waitFor();
		const link = page.locator('[aria-rowindex="2"] a[href^="/chats/"]').first();
		const path = await link.getAttribute('href');
		const times: number[] = [];
		for (const isMuted of [true, false, true, false, true, false]) {
			const changed = page.evaluate((timeout) => {
				const row = document.querySelector('[role="grid"] [aria-rowindex="2"]');
				const before = row?.getAttribute('aria-label');
				return new Promise<number>((resolve) => {
					const end = performance.now() + timeout;
					function look() {
						const now = document.querySelector('[role="grid"] [aria-rowindex="2"]');
						if (now?.getAttribute('aria-label') !== before) resolve(Date.now());
						else if (performance.now() > end) resolve(Infinity);
						else requestAnimationFrame(look);
					}
					look();
				});
			}, PATIENCE);
			const start = Date.now();
			await fetch(`${api.address}/v1${path}`, {
				method: 'PATCH',
				headers: { Authorization: 'Bearer sample-token', 'Content-Type': 'application/json' },
				body: JSON.stringify({ isMuted })
			});
			const time = (await changed) - start;
			// The first one may have been muted already.
			if (time < PATIENCE) times.push(time);
			await page.waitForTimeout(3_000);
		}
		return times;
	} finally {
		await close();
	}
}

/** Runs in the page, and marks each frame. @returns the milliseconds between frames, for this time */
async function listFrames([milliseconds, mark]: readonly [number, string]): Promise<
	readonly number[]
> {
	const end = performance.now() + milliseconds;
	const gaps: number[] = [];
	let last = performance.now();
	await new Promise<void>((resolve) => {
		function step() {
			const now = performance.now();
			gaps.push(now - last);
			last = now;
			performance.mark(mark);
			if (now < end) requestAnimationFrame(step);
			else resolve();
		}
		requestAnimationFrame(step);
	});
	performance.clearMarks(mark);
	return gaps;
}

/** Measures a page while its server reports a thousand changes each second, for a minute. */
export async function benchStorm(browser: Browser, chats: number): Promise<StormFigures> {
	const untilShown = await timeChanges(browser, chats);
	const { visit, close } = await openRelayed(
		browser,
		...['--chats', String(chats), '--churn', String(CHURN)]
	);
	const { page } = visit;
	try {
		let received = 0;
		let requests = 0;
		page.on('websocket', (socket) => socket.on('framereceived', () => (received += 1)));
		page.on('request', (request) => (requests += request.url().includes('/v1/') ? 1 : 0));
		await loadChats(visit);
		await page.getByText('Live', { exact: true }).waitFor();
		// The first sweep adds the last messages.
		await page.waitForTimeout(SWEEP);
		const before = await measureHeap(page);
		received = requests = 0;
		let gaps: readonly number[] = [];
		const tasks = await traceTasks(browser, page, async () => {
			gaps = await page.evaluate(listFrames, [SECONDS * 1_000, FRAME_MARK] as const);
		});
		const figures: StormFigures = {
			...{ chats, eventsPerSecond: CHURN, seconds: SECONDS, received, requests, untilShown, tasks },
			frames: gaps.length,
			longFrames: gaps.filter((gap) => gap > 50).length,
			longest: Math.max(...gaps),
			heap: [before, await measureHeap(page)]
		};
		console.log(
			`\n${chats.toLocaleString('en')} chats, ${CHURN.toLocaleString('en')} changes a second for ${SECONDS} s, through the relay\n`
		);
		console.log(
			formatTextTable(
				[
					...['events', 'requests', 'frames', 'over 50 ms', 'longest', 'by the page'],
					...['tasks', 'over 50 ms', 'longest', 'heap before', 'after']
				],
				[
					[
						...[received, requests, figures.frames, figures.longFrames].map(String),
						inMilliseconds(figures.longest),
						...[tasks.longFrames, tasks.tasks, tasks.long].map(String),
						inMilliseconds(tasks.longest),
						...figures.heap.map(inMegabytes)
					]
				]
			)
		);
		console.log(
			`\nFrom a change at 20 ms latency to the changed row: ${untilShown.map(inMilliseconds).join(', ')}.`
		);
		return figures;
	} finally {
		await close();
	}
}
