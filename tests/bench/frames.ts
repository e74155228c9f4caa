import type { Browser, Page } from '@playwright/test';
import { startSampleApi, type Running } from '../e2e/servers';
import { heapOf, jsonSize } from './memory';
import { inMegabytes, inMilliseconds, spreadOf, tableOf, type Spread } from './table';
import { loadChats, openVisit } from './visit';

export interface FrameFigures {
	chats: number;
	/** Milliseconds from an input to the change of the document, and to the frame that shows it. */
	inputs: readonly { input: string; changed: Spread; painted: Spread }[];
	/** Of ten seconds of scrolling. */
	scroll: { frames: number; dropped: number };
	/** Bytes of JavaScript heap after loading, and of the chats as JSON. */
	heap: number;
	json: number;
}

/** How often each input is made. */
const TIMES = 20;

interface Input {
	input: string;
	/** Clicked in turns; or text typed letter by letter and taken back. */
	links?: readonly [on: string, off: string];
	text?: string;
}

const INPUTS: readonly Input[] = [
	{ input: 'filter: Unread', links: ['?unread=yes', ''] },
	{ input: 'filter: not muted', links: ['?muted=no', ''] },
	{ input: 'filter: one network', links: ['?network=whatsapp', ''] },
	{ input: 'filter: edits in full', links: ['?capability=edit%3Afull', ''] },
	{ input: 'sort: title', links: ['?sort=title', ''] },
	{ input: 'sort: unread', links: ['?sort=unread', ''] },
	{ input: 'group: day', links: ['?group=day', ''] },
	{ input: 'search, letter by letter', text: 'family gro' }
];

/** Follows links inside the page, or types, and notes when the document changes and is painted. */
async function time(
	page: Page,
	{ links, text }: Input
): Promise<Record<'changed' | 'painted', number[]>> {
	return page.evaluate(
		async ({ links, text, times }) => {
			const grid = document.querySelector('[role="grid"]');
			const box = document.querySelector<HTMLInputElement>('input[type="search"]');
			if (!grid || !box) throw new Error('The list is not there');
			const changed: number[] = [];
			const painted: number[] = [];

			async function note(act: () => void) {
				let last = 0;
				const observer = new MutationObserver(() => (last = performance.now()));
				observer.observe(grid ?? document, { subtree: true, childList: true, characterData: true });
				const start = performance.now();
				act();
				// Until a frame has come in which nothing changed any more.
				for (let quiet = 0, seen = -1; quiet < 2;) {
					await new Promise((resolve) => requestAnimationFrame(resolve));
					quiet = last > 0 && last === seen ? quiet + 1 : 0;
					if (last !== seen && last > 0) {
						await new Promise((resolve) => {
							const { port1, port2 } = new MessageChannel();
							port1.onmessage = resolve;
							port2.postMessage(null);
						});
						painted[changed.length] = performance.now() - start;
					}
					seen = last;
					// Not every input changes what is in sight.
					if (last === 0 && performance.now() - start > 500) break;
				}
				observer.disconnect();
				if (last > 0) changed.push(last - start);
			}

			function follow(query: string) {
				const link = document.createElement('a');
				link.href = `/chats${query}`;
				// As the filters do.
				link.dataset.sveltekitKeepfocus = '';
				link.dataset.sveltekitNoscroll = '';
				document.body.append(link);
				link.click();
				link.remove();
			}

			function type(value: string) {
				if (!box) return;
				box.value = value;
				box.dispatchEvent(new InputEvent('input', { bubbles: true }));
			}

			for (let turn = 0; turn < times; turn++) {
				if (links) await note(() => follow(links[turn % 2] ?? ''));
				else if (text) {
					const letters = (turn % text.length) + 1;
					if (letters === 1) type('');
					await new Promise((resolve) =>
						requestAnimationFrame(() => requestAnimationFrame(resolve))
					);
					await note(() => type(text.slice(0, letters)));
				}
			}
			if (text) type('');
			return { changed, painted: painted.slice(0, changed.length) };
		},
		{ links, text, times: TIMES }
	);
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

async function measure(browser: Browser, dashboard: Running, chats: number): Promise<FrameFigures> {
	const api = await startSampleApi('--chats', String(chats), '--page-size', '200');
	const visit = await openVisit(browser, dashboard, api);
	try {
		await loadChats(visit.page, visit.address);
		const heap = await heapOf(visit.page);
		const inputs = [];
		for (const input of INPUTS) {
			const { changed, painted } = await time(visit.page, input);
			inputs.push({
				input: input.input,
				changed: spreadOf(changed),
				painted: spreadOf(painted.filter((value) => value > 0))
			});
		}
		return { chats, inputs, scroll: await scroll(visit.page), heap, json: await jsonSize(api) };
	} finally {
		await visit.close();
		await api.stop();
	}
}

/** How soon the list answers. */
export async function benchFrames(
	browser: Browser,
	dashboard: Running,
	sizes: readonly number[]
): Promise<FrameFigures[]> {
	const figures: FrameFigures[] = [];
	for (const chats of sizes) figures.push(await measure(browser, dashboard, chats));
	for (const { chats, inputs, scroll, heap, json } of figures) {
		console.log(
			`\n${chats.toLocaleString('en')} chats: from an input to the changed document, and to the painted frame\n`
		);
		console.log(
			tableOf(
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
