import type { Browser, Page } from '@playwright/test';
import { startSampleApi } from '../e2e/servers';
import { timeInputs, type InputFigures } from './inputs';
import { jsonSize, measureHeap } from './memory';
import { formatTextTable, inMegabytes, inMilliseconds } from './table';
import { loadChats, openVisit, type Site } from './visit';

export interface FrameFigures {
	site: string;
	chats: number;
	inputs: readonly InputFigures[];
	/** Frames of ten seconds of scrolling. */
	scroll: { frames: number; dropped: number };
	/** Bytes of JavaScript heap after loading, and of the chats as JSON. */
	heap: number;
	json: number;
}

async function scroll(page: Page): Promise<FrameFigures['scroll']> {
	return page.evaluate(async () => {
		const grid = document.querySelector('[role="grid"]');
		if (!grid) throw new Error('The list is not there');
		const stamps: number[] = [];
		const end = performance.now() + 10_000;
		await new Promise<void>((resolve) => {
			function step(now: number) {
				stamps.push(now);
				grid?.scrollBy(0, 60);
				if (now < end) requestAnimationFrame(step);
				else resolve();
			}
			requestAnimationFrame(step);
		});
		const gaps = stamps.slice(1).map((stamp, index) => stamp - (stamps[index] ?? 0));
		const usual = [...gaps].sort((a, b) => a - b)[gaps.length >> 1] ?? 16.7;
		const dropped = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / usual) - 1), 0);
		return { frames: stamps.length, dropped };
	});
}

async function measure(browser: Browser, site: Site, chats: number): Promise<FrameFigures> {
	const api = await startSampleApi('--chats', String(chats), '--page-size', '200');
	const visit = await openVisit(browser, site, api);
	try {
		await loadChats(visit);
		const heap = await measureHeap(visit.page);
		const inputs = await timeInputs(visit.page);
		return {
			...{ site: site.name, chats, inputs, heap },
			scroll: await scroll(visit.page),
			json: await jsonSize(api)
		};
	} finally {
		await visit.close();
		await api.stop();
	}
}

/**
 * Measures the time from inputs to frames, scrolling and memory of the lists of all sites, in turn at
 * each size.
 */
export async function benchFrames(
	browser: Browser,
	sites: readonly Site[],
	sizes: readonly number[]
): Promise<FrameFigures[]> {
	const figures: FrameFigures[] = [];
	for (const chats of sizes) {
		for (const site of sites) figures.push(await measure(browser, site, chats));
	}
	for (const { site, chats, inputs, scroll, heap, json } of figures) {
		console.log(
			`\n${site}, ${chats.toLocaleString('en')} chats: from an input to the changed document, and to the painted frame\n`
		);
		console.log(
			formatTextTable(
				['input', 'changed p50', 'p95', 'max', 'painted p50', 'p95', 'max'],
				inputs.map(({ input, changed, painted }) => [
					input,
					...[changed.p50, changed.p95, changed.max, painted.p50, painted.p95, painted.max].map(
						inMilliseconds
					)
				])
			)
		);
		console.log(
			`\nTen seconds of scrolling: ${scroll.dropped} of ${scroll.frames + scroll.dropped} frames dropped. ` +
				`Heap ${inMegabytes(heap)}, the chats as JSON ${inMegabytes(json)}: ${(heap / json).toFixed(2)}×.`
		);
	}
	return figures;
}
