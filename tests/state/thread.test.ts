import { describe, expect, test } from 'vitest';
import { makeThread as makeMessages } from '$lib/sample/make-thread';
import { change } from '$lib/sample/simulate-activity';
import { Thread } from '$lib/state/thread.svelte';
import { never } from '../fixtures/http';
import { NOW } from '../fixtures/sample';
import { makeThread } from '../fixtures/thread';

describe('a thread', () => {
	test('begins with the newest page, and grows to the beginning of the chat', async () => {
		const { thread, history } = await makeThread();
		await thread.load(never);
		expect([thread.phase, thread.messages.length, thread.hasOlder]).toEqual([
			{ name: 'ready' },
			25,
			true
		]);
		while (thread.hasOlder) await thread.loadOlder(never);
		expect(thread.messages).toHaveLength(history);
	});

	test('looks for new messages without losing the old', async () => {
		const { thread } = await makeThread();
		await thread.load(never);
		await thread.loadOlder(never);
		await thread.load(never);
		expect(thread.messages).toHaveLength(50);
		await thread.loadOlder(never);
		expect(thread.messages.length).toBeGreaterThan(50);
	});

	test('keeps what has come when reading fails', async () => {
		const { thread, chat, source, mutations } = await makeThread();
		const missing = new Thread({ source, chatID: 'nothing', chat: () => chat, mutations });
		await missing.load(never);
		expect(missing.phase).toMatchObject({ name: 'failed', error: { failure: 'not-found' } });
		await thread.load(never);
		await thread.load(AbortSignal.abort());
		expect([thread.messages.length, chat.id]).toEqual([25, thread.messages[0]?.chatID]);
	});

	test('that is refreshed has new messages, lacks deleted ones, and keeps the old', async () => {
		const { thread, world, chat } = await makeThread();
		await thread.load(never);
		await thread.loadOlder(never);
		const record = world.find(chat.id);
		if (!record) throw new Error('No such chat');
		const [deleted] = makeMessages(record).splice(3, 1);
		change(world, record, 'message', NOW + 1000);
		await thread.refresh(never);
		const ids = thread.messages.map(({ id }) => id);
		expect(thread.phase).toEqual({ name: 'ready' });
		expect(ids).toHaveLength(50);
		expect(ids.at(-1)).toBe(makeMessages(record)[0]?.id);
		expect(ids).not.toContain(deleted?.id);
	});

	test('that is refreshed after a long time has no gap', async () => {
		const { thread, world, chat } = await makeThread();
		await thread.load(never);
		const record = world.find(chat.id);
		if (!record) throw new Error('No such chat');
		for (let count = 1; count <= 60; count++) change(world, record, 'message', NOW + count);
		await thread.refresh(never);
		expect(thread.messages).toHaveLength(85);
	});

	test('keeps what it has when a refresh fails', async () => {
		const { thread } = await makeThread();
		await thread.load(never);
		await thread.refresh(AbortSignal.abort());
		expect([thread.phase, thread.messages.length]).toEqual([{ name: 'ready' }, 25]);
	});

	test('can go on after a reading was taken back', async () => {
		const { thread } = await makeThread();
		await thread.load(never);
		await thread.loadOlder(AbortSignal.abort());
		expect(thread.phase).toEqual({ name: 'ready' });
		await thread.loadOlder(never);
		expect(thread.messages).toHaveLength(50);
	});
});

test('parse issues of a page are reported once, however often it is read', async () => {
	const { chat, source, mutations } = await makeThread();
	const issue = { item: '#1', path: '', found: 'nothing', leftOut: true };
	const thread = new Thread({
		source: {
			messages: async (...asked) => ({ ...(await source.messages(...asked)), parseIssues: [issue] })
		},
		chatID: chat.id,
		chat: () => chat,
		mutations
	});
	await thread.load(never);
	await thread.load(never);
	expect(thread.parseIssues).toEqual([issue]);
	await thread.loadOlder(never);
	expect(thread.parseIssues).toEqual([issue, issue]);
});
