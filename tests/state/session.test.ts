import { describe, expect, test } from 'vitest';
import { createSource } from '$lib/api/source';
import { READ_ONLY_TOKEN, SAMPLE_TOKEN } from '$lib/sample/create-server';
import { createReadOnly } from '$lib/state/preferences.svelte';
import { Session } from '$lib/state/session.svelte';
import { makeChat } from '../fixtures/chats';
import { never } from '../fixtures/http';
import { makeSampleServer, NOW } from '../fixtures/sample';
import { makeStores } from '../fixtures/storage';
import { STILL } from '../fixtures/watch';

async function makeSession(token = SAMPLE_TOKEN) {
	const { server } = makeSampleServer({ chats: 30 });
	const address = 'http://localhost:23373';
	const source = createSource({ address, token, fetch: server.fetch });
	const readOnly = createReadOnly(makeStores().stores.device);
	const session = new Session({ source: () => source, readOnly, watch: STILL });
	await session.inbox.load(source);
	await session.access.load((signal) => source.access(signal), never);
	const chat = session.inbox.chats.find(({ isMuted, isReadOnly }) => !isMuted && !isReadOnly);
	if (!chat) throw new Error('The sample world lacks such a chat');
	const { id } = chat;
	const mute = { kind: 'mute', chatID: id, value: true } as const;

	function isMuted() {
		return session.inbox.find(id)?.isMuted;
	}

	return { session, readOnly, chat, isMuted, mute };
}

describe('a session', () => {
	test('notifies of a change, and undoes it by the same group ID', async () => {
		const { session, mute, isMuted } = await makeSession();
		await session.mutations.run(mute);
		const [told] = session.toasts.shown;
		expect([told?.tone, told?.undoUntil, isMuted()]).toEqual(['plain', NOW + 30_000, true]);
		await session.mutations.undo(told?.id ?? 0);
		expect([session.toasts.shown, isMuted()]).toEqual([[], false]);
	});

	test('undoes what was done last, and says when there is nothing', async () => {
		const { session, mute, isMuted } = await makeSession();
		expect(session.mutations.undoLatest()).toBe(false);
		await session.mutations.run(mute);
		expect(session.mutations.undoLatest()).toBe(true);
		await expect.poll(isMuted).toBe(false);
	});

	test('changes nothing while Read-only is on, and says why', async () => {
		const { session, readOnly, mute, isMuted } = await makeSession();
		readOnly.set(true);
		expect((await session.mutations.run(mute)).kind).toBe('refused');
		expect(session.toasts.shown[0]?.detail).toContain('Read-only is on');
		expect(isMuted()).toBe(false);
	});

	test('changes nothing with a token that may only read, and says so before', async () => {
		const { session, mute } = await makeSession(READ_ONLY_TOKEN);
		expect(session.canWrite).toBe(false);
		expect(session.blockedReason).toContain('read-only');
		expect((await session.mutations.run(mute)).kind).toBe('refused');
	});

	test('an undo that comes before the answer takes back nothing else', async () => {
		const { session, mute, isMuted } = await makeSession();
		await session.mutations.run(mute);
		const other = session.inbox.chats.find(
			({ id, isReadOnly }) => id !== mute.chatID && !isReadOnly
		);
		const writing = session.mutations.run({
			kind: 'pin',
			chatID: other?.id ?? '',
			value: !other?.isPinned
		});
		expect(session.mutations.undoLatest()).toBe(true);
		await writing;
		expect(isMuted()).toBe(true);
		expect(session.toasts.shown.some(({ text }) => text.startsWith('Undoing as soon'))).toBe(true);
	});

	test('does not try what the chat says it cannot do', async () => {
		const { session } = await makeSession();
		const forbidden = makeChat({ capabilities: { state: { title: { level: 'rejected' } } } });
		session.inbox.store.put([forbidden]);
		const result = await session.mutations.run({
			kind: 'title',
			chatID: forbidden.id,
			value: 'New'
		});
		expect(result.kind).toBe('refused');
		expect(session.activity.entries).toEqual([]);
	});

	test('with `success` it leaves failures to the caller', async () => {
		const { session, readOnly, mute } = await makeSession();
		readOnly.set(true);
		await session.mutations.run(mute, { showsFailure: () => true });
		expect(session.toasts.shown).toEqual([]);
	});

	test('forgets what was done when it ends', async () => {
		const { session, mute } = await makeSession();
		await session.mutations.run(mute);
		session.end();
		expect(session.activity.entries).toEqual([]);
	});
});
