import { describe, expect, test } from 'vitest';
import { SourceError } from '$lib/domain/connection/source-error';
import { Inbox } from '$lib/state/inbox.svelte';
import type { Watch } from '$lib/state/concurrency';
import { Sync } from '$lib/state/sync.svelte';
import { makeChat } from '../fixtures/chats';
import { NOW } from '../fixtures/sample';
import { IN_VIEW } from '../fixtures/watch';
import { makeSource, page } from '../fixtures/source';

const SWEEP = 600_000;

describe('a look at the newest', () => {
	const [ann, ben] = [
		makeChat({ id: 'ann', lastActivity: 2 }),
		makeChat({ id: 'ben', lastActivity: 1 })
	];

	/** A watch that a test advances from one wait to the next. */
	function slowWatch() {
		const waits: { milliseconds: number; end: () => void }[] = [];
		let isSeen = true;
		let see: () => void = () => {};
		const watch: Watch = {
			...IN_VIEW,
			now: () => NOW,
			wait: (milliseconds, signal) =>
				new Promise((end) => {
					waits.push({ milliseconds, end });
					signal.addEventListener('abort', () => end());
				}),
			seen: (signal) =>
				new Promise((resolve) => {
					if (isSeen) return resolve();
					see = resolve;
					signal.addEventListener('abort', () => resolve());
				})
		};
		return {
			watch,
			waits,
			hide: () => (isSeen = false),
			show() {
				isSeen = true;
				see();
			},
			async pass() {
				const wait = waits.find(({ milliseconds }) => milliseconds < SWEEP && milliseconds >= 5000);
				if (!wait) throw new Error('Nobody waits');
				waits.splice(waits.indexOf(wait), 1);
				wait.end();
				await new Promise((resolve) => setImmediate(resolve));
			},
			pauses: () => waits.map(({ milliseconds }) => milliseconds).filter((pause) => pause >= 5000)
		};
	}

	async function living(steps: Parameters<typeof makeSource>[0]['chats']) {
		const inbox = new Inbox();
		await inbox.load(makeSource({ chats: [page([ann, ben])] }));
		const ending = new AbortController();
		const slow = slowWatch();
		const sync = new Sync(inbox, slow.watch);
		let walks = 0;
		const source = makeSource({ chats: steps ?? [] });
		const counted = {
			...source,
			chats: (signal: AbortSignal) => {
				walks += 1;
				return source.chats(signal);
			}
		};
		const running = sync.run(counted, ending.signal);
		await new Promise((resolve) => setImmediate(resolve));
		async function end() {
			ending.abort();
			await running;
		}
		return { inbox, sync, slow, end, walks: () => walks };
	}

	test('goes on back in the list until a chat is where it was', async () => {
		const [cem, dan] = [
			makeChat({ id: 'cem', lastActivity: 4 }),
			makeChat({ id: 'dan', lastActivity: 3 })
		];
		const { inbox, slow, end } = await living([page([cem]), page([dan, ann]), page([ben])]);
		await slow.pass();
		expect([...inbox.store.ids()].sort()).toEqual(['ann', 'ben', 'cem', 'dan']);
		await end();
	});

	test('is not made while the page is hidden, and is as soon as it is visible', async () => {
		const { slow, end, walks } = await living([page([ann])]);
		const before = walks();
		slow.hide();
		await slow.pass();
		expect(walks()).toBe(before);
		slow.show();
		await expect.poll(walks).toBe(before + 1);
		await end();
	});

	test('is taken less often while nothing happens, and when the server is away', async () => {
		const quiet = await living([page([ann, ben])]);
		for (let look = 0; look < 12; look++) await quiet.slow.pass();
		expect(Math.max(...quiet.slow.pauses().filter((pause) => pause < SWEEP))).toBe(20_000);
		await quiet.end();

		const away = await living([new SourceError('unreachable')]);
		for (let look = 0; look < 6; look++) await away.slow.pass();
		expect(Math.max(...away.slow.pauses().filter((pause) => pause < SWEEP))).toBe(20_000);
		expect(away.sync.failure?.failure).toBe('unreachable');
		await away.end();
	});

	test('waits as long as the server asks for', async () => {
		const { slow, end } = await living([new SourceError('rate-limited', { retryAfter: 17_000 })]);
		await slow.pass();
		expect(slow.pauses()).toContain(17_000);
		await end();
	});

	test.for([0, 1, 4_999])(
		'waits a while also where the server asks for %i ms',
		async (retryAfter) => {
			const { slow, end } = await living([new SourceError('rate-limited', { retryAfter })]);
			await slow.pass();
			expect(slow.waits.map(({ milliseconds }) => milliseconds)).toEqual([SWEEP, 5_000]);
			await end();
		}
	);

	test('is made at once on `refresh`', async () => {
		const { sync, end, walks } = await living([page([ann])]);
		const before = walks();
		sync.refresh();
		await expect.poll(walks).toBe(before + 1);
		await end();
	});

	test('does not undo what was changed while its answer was on its way', async () => {
		const { inbox, slow, end } = await living([page([ann, ben])]);
		const mark = inbox.store.getRequestTime();
		inbox.store.put([{ ...ann, isMuted: true }]);
		expect(inbox.store.apply([ann], mark)).toEqual([]);
		expect(inbox.store.get('ann')?.isMuted).toBe(true);
		await slow.pass();
		await end();
	});
});
