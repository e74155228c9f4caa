import { describe, expect, test } from 'vitest';
import type { ReactionWrite } from '$lib/domain/actions/write';
import { Thread } from '$lib/state/thread.svelte';
import { makeSampleActions, refusal, type SampleActionsOptions } from '../fixtures/sample-actions';
import { never } from '../fixtures/http';

async function makeThread(options: SampleActionsOptions = {}) {
	const acting = await makeSampleActions({ chats: 60, ...options });
	const chat = acting.chatLike(
		({ id, capabilities }) =>
			!capabilities?.allowedReactions && (acting.world.find(id)?.history ?? 0) > 60
	);
	const thread = new Thread(acting.source, chat.id);
	const history = acting.world.find(chat.id)?.history ?? 0;
	const selfID = chat.participants.items.find(({ isSelf }) => isSelf)?.id ?? '';
	return { ...acting, chat, thread, history, selfID };
}

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
		const { thread, chat, source } = await makeThread();
		const missing = new Thread(source, 'nothing');
		await missing.load(never);
		expect(missing.phase).toMatchObject({ name: 'failed', error: { failure: 'not-found' } });
		await thread.load(never);
		await thread.load(AbortSignal.abort());
		expect([thread.messages.length, chat.id]).toEqual([25, thread.messages[0]?.chatID]);
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

describe('reacting', () => {
	test.for([
		['is shown at once and stays', {}, 'done', 1],
		['goes back when it fails', { mishap: refusal(400) }, 'failed', 0]
	] as const)('%s', async ([, options, kind, after]) => {
		const { thread, chat, actions, selfID, sent } = await makeThread(options);
		await thread.load(never);
		const message = thread.messages.at(-1);
		const about = { chatID: chat.id, messageID: message?.id ?? '' };
		const write: ReactionWrite = { ...about, kind: 'react', reactionKey: '🦉' };
		function owls() {
			const { reactions = [] } = thread.messages.at(-1) ?? {};
			return reactions.filter((one) => one.key === '🦉' && one.participantID === selfID).length;
		}
		const reacting = thread.react(actions, write, chat, selfID);
		expect(owls()).toBe(1);
		expect(await thread.react(actions, write, chat, selfID)).toEqual({ kind: 'ignored' });
		expect(await reacting).toMatchObject({ kind });
		expect([owls(), sent.length]).toEqual([after, 1]);
	});
});
