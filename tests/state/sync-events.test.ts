import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sleep } from '$lib/api/sleep';
import type { ServerEvents } from '$lib/domain/connection/events';
import { SourceError } from '$lib/domain/connection/source-error';
import { Inbox } from '$lib/state/inbox.svelte';
import { Sync } from '$lib/state/sync.svelte';
import { makeChat } from '../fixtures/chats';
import { makeSource, page } from '../fixtures/source';
import { IN_VIEW } from '../fixtures/watch';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('events of a Beeper that starts long after the page are followed as soon as it answers', async () => {
	let isAway = true;
	let connections = 0;
	const present = makeSource({ chats: [page([makeChat()])] });
	function getSource() {
		return isAway ? makeSource({ chats: [new SourceError('unreachable')] }) : present;
	}
	const events: ServerEvents = async (onevent, signal) => {
		connections += 1;
		if (isAway) return;
		onevent({ kind: 'subscribed' });
		await new Promise((resolve) => signal.addEventListener('abort', resolve));
	};
	const source = {
		...present,
		chats: (signal: AbortSignal) => getSource().chats(signal),
		inventory: (signal: AbortSignal) => getSource().inventory(signal),
		events
	};
	const inbox = new Inbox(Date.now);
	await inbox.load(source);
	const sync = new Sync(inbox, { ...IN_VIEW, now: Date.now, wait: sleep });
	const ending = new AbortController();
	const running = sync.run(source, ending.signal);
	await vi.advanceTimersByTimeAsync(120_000);
	expect([sync.isAway, sync.isLive]).toEqual([true, false]);
	const before = connections;
	isAway = false;
	await vi.advanceTimersByTimeAsync(21_000);
	expect([sync.isAway, sync.isLive, connections]).toEqual([false, true, before + 1]);
	ending.abort();
	await running;
});
