import { expect, test } from 'vitest';
import type { MessagePage } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';
import { ActivityLog } from '$lib/state/activity-log.svelte';
import { Thread } from '$lib/state/thread.svelte';
import { makeChat } from '../fixtures/chats';
import { never } from '../fixtures/http';
import { makeMessage } from '../fixtures/messages';

const PAGE = 20;

/** A thread of 40 messages with the IDs 0 to 39, of which the newest page is loaded. */
async function makeLoaded() {
	let count = 40;
	let asked = 0;
	/** Awaited before each answer, with the number of requests before. */
	const control: { onask: (before: number) => Promise<void> } = { onask: async () => {} };

	async function messages(
		chatID: string,
		cursor: string | undefined,
		signal: AbortSignal
	): Promise<MessagePage> {
		const end = Number(cursor ?? count);
		const start = Math.max(0, end - PAGE);
		const ids = Array.from({ length: end - start }, (_, index) => `${start + index}`);
		const items = ids.map((id) => makeMessage({ id, chatID, sortKey: id })).reverse();
		await control.onask(asked++);
		if (signal.aborted) throw new SourceError('cancelled');
		return { items, parseIssues: [], ...(start > 0 && { older: `${start}` }) };
	}

	const chat = makeChat();
	const thread = new Thread({
		...{ source: { messages }, chatID: chat.id, chat: () => chat },
		mutations: { activity: new ActivityLog(), pending: [] }
	});
	await thread.load(never);
	asked = 0;

	/** The IDs of all messages, after every older one was loaded. */
	async function readAll() {
		while (thread.hasOlder) await thread.loadOlder(never);
		return getIDs();
	}
	function getIDs() {
		return thread.messages.map(({ id }) => Number(id));
	}
	return {
		...{ thread, control, readAll, getIDs, asked: () => asked },
		grow: (more: number) => (count += more)
	};
}

function countFrom(start: number, end: number): number[] {
	return Array.from({ length: end - start }, (_, index) => start + index);
}

test.for(['left', 'failed'] as const)(
	'a refresh that is %s between two pages leaves no hole for the next one',
	async (ending) => {
		const { thread, control, grow, readAll } = await makeLoaded();
		grow(50);
		const leaving = new AbortController();
		control.onask = async (before) => {
			if (before === 0) return;
			if (ending === 'failed') throw new SourceError('unreachable');
			leaving.abort();
		};
		await thread.refresh(leaving.signal);
		expect(thread.isOutdated).toBe(true);
		control.onask = async () => {};
		await thread.refresh(never);
		expect(await readAll()).toEqual(countFrom(0, 90));
	}
);

test('after more messages than are read at once, the older ones are loaded again without a hole', async () => {
	const { thread, grow, getIDs, readAll } = await makeLoaded();
	grow(260);
	await thread.refresh(never);
	expect(getIDs()).toEqual(countFrom(100, 300));
	expect(await readAll()).toEqual(countFrom(0, 300));
});

test('a thread whose older messages could not be read is loaded again without a hole', async () => {
	const { thread, control, grow, getIDs, readAll } = await makeLoaded();
	control.onask = () => Promise.reject(new SourceError('unreachable'));
	await thread.loadOlder(never);
	expect(thread.phase.name).toBe('failed');
	control.onask = async () => {};
	grow(50);
	await thread.load(never);
	expect([thread.phase.name, getIDs()]).toEqual(['ready', countFrom(20, 90)]);
	expect(await readAll()).toEqual(countFrom(0, 90));
});

test('older messages asked for during a refresh follow those that it leaves', async () => {
	const { thread, grow, getIDs } = await makeLoaded();
	grow(260);
	await Promise.all([thread.refresh(never), thread.loadOlder(never)]);
	expect(getIDs()).toEqual(countFrom(80, 300));
});

test('messages stay when a server that has just started returns none', async () => {
	const { thread, grow, getIDs, readAll } = await makeLoaded();
	grow(-40);
	await thread.refresh(never);
	expect(getIDs()).toEqual(countFrom(20, 40));
	grow(41);
	await thread.refresh(never);
	expect(await readAll()).toEqual(countFrom(0, 41));
});

test('a refresh is not joined to one that is being left', async () => {
	const { thread, control, grow, getIDs } = await makeLoaded();
	const leaving = new AbortController();
	grow(3);
	control.onask = async (before) => {
		if (before === 0) leaving.abort();
	};
	await Promise.all([thread.refresh(leaving.signal), thread.refresh(never)]);
	expect(getIDs()).toEqual(countFrom(20, 43));
});

test('however many refreshes wait for one, a single one follows it', async () => {
	const { thread, asked } = await makeLoaded();
	await Promise.all([1, 2, 3, 4].map(() => thread.refresh(never)));
	expect(asked()).toBe(2);
});

test('new messages come though older ones could not be read', async () => {
	const { thread, control, grow, getIDs } = await makeLoaded();
	control.onask = () => Promise.reject(new SourceError('server-fault'));
	await thread.loadOlder(never);
	control.onask = async () => {};
	grow(1);
	await thread.refresh(never);
	expect([thread.phase.name, getIDs().at(-1)]).toEqual(['failed', 40]);
});
