import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AssetSource } from '$lib/domain/connection/source';
import { SourceError, type SourceFailure } from '$lib/domain/connection/source-error';
import { Assets } from '$lib/state/assets';

const live = new Set<string>();
let made = 0;

beforeEach(() => {
	live.clear();
	vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
		const url = `blob:test/${made++}`;
		live.add(url);
		return url;
	});
	vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => void live.delete(url));
});
afterEach(() => void vi.restoreAllMocks());

interface Asked {
	url: string;
	signal: AbortSignal;
	answer: (blob?: Blob) => Promise<void>;
	fail: (failure: SourceFailure) => Promise<void>;
}

const PICTURE = new Blob(['picture'], { type: 'image/png' });

function settle() {
	return vi.waitFor(() => Promise.resolve());
}

function makeAssets() {
	const asked: Asked[] = [];
	const source: AssetSource = {
		asset: (url, signal) =>
			new Promise((resolve, reject) => {
				signal.addEventListener('abort', () => reject(new SourceError('cancelled')));
				asked.push({
					url,
					signal,
					answer: (blob = PICTURE) => (resolve(blob), settle()),
					fail: (failure) => (reject(new SourceError(failure)), settle())
				});
			})
	};
	let now = 0;
	const assets = new Assets({ source: () => source, now: () => now });
	return { assets, asked, pass: (milliseconds: number) => void (now += milliseconds) };
}

function toURL(index: number) {
	return `mxc://beeper.local/${index}`;
}

test('a picture that is held is loaded once, and has a URL for as long as anything holds it', async () => {
	const { assets, asked } = makeAssets();
	expect(assets.get(toURL(1)).name).toBe('idle');
	const letGo = [assets.hold(toURL(1)), assets.hold(toURL(1))];
	expect(assets.get(toURL(1)).name).toBe('loading');
	await asked[0]?.answer();
	expect(assets.get(toURL(1)).name).toBe('ready');
	expect(asked).toHaveLength(1);
	for (const release of letGo) release();
	assets.hold(toURL(1));
	expect(asked).toHaveLength(1);
});

test('never more than three are asked for at once, the last wanted first', async () => {
	const { assets, asked } = makeAssets();
	for (const index of [1, 2, 3, 4, 5]) assets.hold(toURL(index));
	expect(asked).toHaveLength(3);
	await asked[0]?.answer();
	expect(asked.map(({ url }) => url)).toEqual([1, 2, 3, 5].map(toURL));
});

test('what is no longer shown is not asked for, and what is under way is ended', async () => {
	const { assets, asked } = makeAssets();
	const letGo = [1, 2, 3, 4].map((index) => assets.hold(toURL(index)));
	letGo[3]?.();
	letGo[0]?.();
	await settle();
	expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false, false]);
	expect(assets.get(toURL(1)).name).toBe('idle');
	assets.hold(toURL(1));
	await settle();
	expect(asked.at(-1)?.url).toBe(toURL(1));
});

test('pictures that are no longer shown are kept to a bound, then revoked, the oldest first', async () => {
	const { assets, asked } = makeAssets();
	const kept = 300;
	for (let index = 0; index < kept + 5; index++) {
		const letGo = assets.hold(toURL(index));
		await asked[index]?.answer();
		letGo();
	}
	expect(live.size).toBe(kept);
	expect(assets.get(toURL(4)).name).toBe('idle');
	expect(assets.get(toURL(5)).name).toBe('ready');
	assets.close();
	expect(live.size).toBe(0);
});

test('large pictures count by their bytes, and the one that is shown stays', async () => {
	const { assets, asked } = makeAssets();
	const large = new Blob([new Uint8Array(30 * 1024 * 1024)], { type: 'image/jpeg' });
	const letGo = [1, 2].map((index) => assets.hold(toURL(index)));
	for (const request of asked) await request.answer(large);
	expect(live.size).toBe(2);
	for (const release of letGo) release();
	expect(live.size).toBe(1);
	expect(assets.get(toURL(2)).name).toBe('ready');
});

test.for([
	['not-found', 1],
	['malformed', 1],
	['unreachable', 2],
	['server-fault', 2]
] as const)('after %s it is asked for %i times in two minutes', async ([failure, times]) => {
	const { assets, asked, pass } = makeAssets();
	assets.hold(toURL(1))();
	await settle();
	asked.length = 0;
	const release = assets.hold(toURL(1));
	await settle();
	await asked[0]?.fail(failure);
	expect(assets.get(toURL(1)).name).toBe('failed');
	release();
	assets.hold(toURL(1))();
	expect(asked).toHaveLength(1);
	pass(120_000);
	assets.hold(toURL(1));
	expect(asked).toHaveLength(times);
});

test('a file that is no picture is never shown as one', async () => {
	const { assets, asked } = makeAssets();
	assets.hold(toURL(1));
	await asked[0]?.answer(new Blob(['<script>'], { type: 'application/octet-stream' }));
	expect(assets.get(toURL(1)).name).toBe('failed');
	expect(live.size).toBe(0);
});

test('pictures of other servers are not asked for, and those within their URL need not be', () => {
	const { assets, asked } = makeAssets();
	for (const url of ['https://example.com/a.png', 'data:image/svg+xml,<svg/>']) {
		assets.hold(url)();
		expect(assets.get(url).name).toBe('failed');
	}
	const inline = 'data:image/png;base64,AAAA';
	expect(assets.get(inline)).toEqual({ name: 'ready', value: inline });
	expect(asked).toEqual([]);
});

test('nothing is asked for or shown after the session has ended', async () => {
	const { assets, asked } = makeAssets();
	for (const index of [1, 2, 3, 4]) assets.hold(toURL(index));
	assets.close();
	await settle();
	expect(asked).toHaveLength(3);
	expect(live.size).toBe(0);
});
