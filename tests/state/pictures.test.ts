import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AssetSource } from '$lib/domain/connection/source';
import { SourceError, type SourceFailure } from '$lib/domain/connection/source-error';
import { PictureCache } from '$lib/state/pictures';

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

function makePictures() {
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
	const pictures = new PictureCache({ source: () => source, now: () => now });
	return { pictures, asked, pass: (milliseconds: number) => void (now += milliseconds) };
}

function toURL(index: number) {
	return `mxc://beeper.local/${index}`;
}

test('a picture that is held is loaded once, and has a URL for as long as anything holds it', async () => {
	const { pictures, asked } = makePictures();
	expect(pictures.get(toURL(1)).name).toBe('idle');
	const letGo = [pictures.hold(toURL(1)), pictures.hold(toURL(1))];
	expect(pictures.get(toURL(1)).name).toBe('loading');
	await asked[0]?.answer();
	expect(pictures.get(toURL(1)).name).toBe('ready');
	expect(asked).toHaveLength(1);
	for (const release of letGo) release();
	pictures.hold(toURL(1));
	expect(asked).toHaveLength(1);
});

test('never more than three are asked for at once, the last wanted first', async () => {
	const { pictures, asked } = makePictures();
	for (const index of [1, 2, 3, 4, 5]) pictures.hold(toURL(index));
	expect(asked).toHaveLength(3);
	await asked[0]?.answer();
	expect(asked.map(({ url }) => url)).toEqual([1, 2, 3, 5].map(toURL));
});

test('what is no longer shown is not asked for, and what is under way is ended', async () => {
	const { pictures, asked } = makePictures();
	const letGo = [1, 2, 3, 4].map((index) => pictures.hold(toURL(index)));
	letGo[3]?.();
	letGo[0]?.();
	await settle();
	expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false, false]);
	expect(pictures.get(toURL(1)).name).toBe('idle');
	pictures.hold(toURL(1));
	await settle();
	expect(asked.at(-1)?.url).toBe(toURL(1));
});

test('pictures that are no longer shown are kept to a bound, then revoked, the oldest first', async () => {
	const { pictures, asked } = makePictures();
	const kept = 300;
	for (let index = 0; index < kept + 5; index++) {
		const letGo = pictures.hold(toURL(index));
		await asked[index]?.answer();
		letGo();
	}
	expect(live.size).toBe(kept);
	expect(pictures.get(toURL(4)).name).toBe('idle');
	expect(pictures.get(toURL(5)).name).toBe('ready');
	pictures.close();
	expect(live.size).toBe(0);
});

test('failures are kept to the same bound, then asked for again', async () => {
	const { pictures, asked } = makePictures();
	for (let index = 0; index < 301; index++) {
		const letGo = pictures.hold(toURL(index));
		await asked[index]?.fail(index % 2 === 0 ? 'not-found' : 'unreachable');
		letGo();
	}
	expect([0, 1, 300].map((index) => pictures.get(toURL(index)).name)).toEqual([
		'idle',
		'failed',
		'failed'
	]);
	pictures.hold(toURL(1));
	pictures.hold(toURL(0));
	expect(asked.slice(301).map(({ url }) => url)).toEqual([toURL(0)]);
});

test('large pictures count by their bytes, and the one that is shown stays', async () => {
	const { pictures, asked } = makePictures();
	const large = new Blob([new Uint8Array(30 * 1024 * 1024)], { type: 'image/jpeg' });
	const letGo = [1, 2].map((index) => pictures.hold(toURL(index)));
	for (const request of asked) await request.answer(large);
	expect(live.size).toBe(2);
	for (const release of letGo) release();
	expect(live.size).toBe(1);
	expect(pictures.get(toURL(2)).name).toBe('ready');
});

test.for([
	['not-found', 1],
	['malformed', 1],
	['unreachable', 2],
	['server-fault', 2]
] as const)('after %s it is asked for %i times in two minutes', async ([failure, times]) => {
	const { pictures, asked, pass } = makePictures();
	pictures.hold(toURL(1))();
	await settle();
	asked.length = 0;
	const release = pictures.hold(toURL(1));
	await settle();
	await asked[0]?.fail(failure);
	expect(pictures.get(toURL(1)).name).toBe('failed');
	release();
	pictures.hold(toURL(1))();
	expect(asked).toHaveLength(1);
	pass(120_000);
	pictures.hold(toURL(1));
	expect(asked).toHaveLength(times);
});

test('a file that is no picture is never shown as one', async () => {
	const { pictures, asked } = makePictures();
	pictures.hold(toURL(1));
	await asked[0]?.answer(new Blob(['<script>'], { type: 'application/octet-stream' }));
	expect(pictures.get(toURL(1)).name).toBe('failed');
	expect(live.size).toBe(0);
});

test('pictures of other servers are not asked for, and those within their URL need not be', () => {
	const { pictures, asked } = makePictures();
	for (const url of ['https://example.com/a.png', 'data:image/svg+xml,<svg/>']) {
		pictures.hold(url)();
		expect(pictures.get(url).name).toBe('failed');
	}
	const inline = 'data:image/png;base64,AAAA';
	expect(pictures.get(inline)).toEqual({ name: 'ready', value: inline });
	expect(asked).toEqual([]);
});

test('nothing is asked for or shown after the session has ended', async () => {
	const { pictures, asked } = makePictures();
	for (const index of [1, 2, 3, 4]) pictures.hold(toURL(index));
	pictures.close();
	await settle();
	expect(asked).toHaveLength(3);
	expect(live.size).toBe(0);
});
