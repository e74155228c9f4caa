import { expect, test } from 'vitest';
import type { MessagePage } from '$lib/domain/connection/source';
import type { Chat } from '$lib/domain/chat/chat';
import { SourceError } from '$lib/domain/connection/source-error';
import { ActivityLog } from '$lib/state/activity-log.svelte';
import { Threads } from '$lib/state/threads';
import { makeChat } from '../fixtures/chats';
import { makeMessage } from '../fixtures/messages';

interface Asked {
	chatID: string;
	signal: AbortSignal;
	answer: () => Promise<void>;
	fail: () => Promise<void>;
}

/** Lets what has been answered reach its reader. */
async function settle() {
	for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

function makeThreads() {
	const asked: Asked[] = [];
	let running = 0;
	let most = 0;
	let now = 0;
	function read(chatID: string, signal: AbortSignal): Promise<MessagePage> {
		most = Math.max(most, ++running);
		return new Promise<MessagePage>((resolve, reject) => {
			signal.addEventListener('abort', () => reject(new SourceError('cancelled')));
			const items = [makeMessage({ id: `message of ${chatID}`, chatID })];
			asked.push({
				...{ chatID, signal },
				answer: () => (resolve({ items, parseIssues: [] }), settle()),
				fail: () => (reject(new SourceError('unreachable')), settle())
			});
		}).finally(() => running--);
	}
	const threads = new Threads({
		source: { messages: (chatID, _, signal) => read(chatID, signal) },
		find: () => undefined,
		mutations: { activity: new ActivityLog(), pending: [] },
		now: () => now
	});
	return {
		...{ threads, asked, most: () => most },
		pass: (milliseconds: number) => void (now += milliseconds),
		ids: () => asked.map(({ chatID }) => chatID)
	};
}

function getChat(place: number): Chat {
	return makeChat({ id: `${place}` });
}

function pick(...places: readonly number[]): Chat[] {
	return places.map(getChat);
}

test('the chat that is shown is read first, then those after it, two at a time', async () => {
	const { threads, asked, ids } = makeThreads();
	threads.read(pick(1, 2, 0, 3));
	expect(ids()).toEqual(['1', '2']);
	await asked[0]?.answer();
	expect(ids()).toEqual(['1', '2', '0']);
	await asked[1]?.answer();
	await asked[2]?.answer();
	await asked[3]?.answer();
	expect(ids()).toEqual(['1', '2', '0', '3']);
	for (const chat of pick(0, 1, 2, 3)) expect(threads.get(chat).messages).toHaveLength(1);
});

test('however fast one moves, never more than two requests are under way', async () => {
	const { threads, asked, most } = makeThreads();
	for (let place = 1; place < 40; place++) {
		threads.read(pick(place, place + 1, place - 1, place + 2));
		await settle();
		if (place % 3 === 0) await asked.findLast(({ signal }) => !signal.aborted)?.answer();
	}
	for (let turn = 0; turn < 8; turn++)
		await Promise.all(asked.filter(({ signal }) => !signal.aborted).map((one) => one.answer()));
	expect(most()).toBe(2);
	expect(threads.get(getChat(39)).phase.name).toBe('ready');
});

test('what was loaded ahead is there at once, and not asked for again', async () => {
	const { threads, asked, ids } = makeThreads();
	threads.read(pick(1, 2));
	for (const one of asked) await one.answer();
	threads.read(pick(2, 3));
	expect(threads.get(getChat(2)).messages).toHaveLength(1);
	expect(ids()).toEqual(['1', '2', '3']);
});

test('reads for chats that are no longer near end, and begin anew when they are near again', async () => {
	const { threads, asked, ids } = makeThreads();
	threads.read(pick(1, 2));
	threads.read(pick(8));
	await settle();
	expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, true, false]);
	threads.read(pick(1));
	await settle();
	expect(ids()).toEqual(['1', '2', '8', '1']);
	await asked[3]?.answer();
	expect(threads.get(getChat(1)).messages).toHaveLength(1);
});

test('messages that were read some time ago are read again when they are shown, not as neighbours', async () => {
	const { threads, asked, pass, ids } = makeThreads();
	threads.read(pick(1, 2));
	for (const one of asked) await one.answer();
	pass(60_000);
	threads.read(pick(2, 1));
	await settle();
	expect(ids()).toEqual(['1', '2', '2']);
	expect(threads.get(getChat(2)).phase.name).toBe('ready');
});

test('a failure is tried again when the chat is shown again', async () => {
	const { threads, asked, ids } = makeThreads();
	threads.read(pick(1, 2));
	for (const one of [...asked]) await one.fail();
	threads.read(pick(3, 1));
	await settle();
	expect(ids()).toEqual(['1', '2', '3']);
	threads.read(pick(1));
	await settle();
	expect(ids().slice(3)).toEqual(['1']);
});

test('what is closed ends only its own reads', () => {
	const { threads, asked } = makeThreads();
	const close = threads.read(pick(1));
	const closeNext = threads.read(pick(2));
	close();
	expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
	closeNext();
	expect(asked[1]?.signal.aborted).toBe(true);
});

test('a chat that was shown long ago is forgotten', async () => {
	const { threads, asked, ids } = makeThreads();
	for (let place = 0; place < 35; place++) {
		threads.read(pick(place));
		await asked[place]?.answer();
	}
	threads.read(pick(0));
	threads.read(pick(30));
	await settle();
	expect(ids().slice(35)).toEqual(['0']);
});

test('a refresh that is begun anew right after it was ended reads the messages', async () => {
	const { threads, asked, pass } = makeThreads();
	threads.read(pick(1));
	await asked[0]?.answer();
	pass(60_000);
	threads.read(pick(1))();
	threads.read(pick(1));
	await settle();
	expect(asked.map(({ signal }) => signal.aborted)).toEqual([false, true, false]);
});

test('messages that a failed refresh left outdated are read again however soon they are shown', async () => {
	const { threads, asked, pass, ids } = makeThreads();
	threads.read(pick(1));
	await asked[0]?.answer();
	pass(60_000);
	threads.read(pick(1));
	await asked[1]?.fail();
	threads.read(pick(1, 2));
	await settle();
	expect(ids()).toEqual(['1', '1', '1', '2']);
});

test('messages that were read before the clock was set back are read again', async () => {
	const { threads, asked, pass, ids } = makeThreads();
	threads.read(pick(1));
	await asked[0]?.answer();
	pass(-3_600_000);
	threads.read(pick(1));
	await settle();
	expect(ids()).toEqual(['1', '1']);
});
