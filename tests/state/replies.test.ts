import { describe, expect, test } from 'vitest';
import type { MessageMutation } from '$lib/domain/mutations/mutation';
import { DraftStorage } from '$lib/state/drafts.svelte';
import { never } from '../fixtures/http';
import {
	isPlain,
	loseAnswer,
	loseRequest,
	makeSampleActions,
	refusal,
	type SampleActionsOptions
} from '../fixtures/sample-actions';
import { makeStores } from '../fixtures/storage';

async function makeReplies(options: SampleActionsOptions = {}) {
	const actions = await makeSampleActions(options);
	const chat = actions.chatLike((one) => isPlain(one) && one.network === 'Signal');
	const { replies } = actions.mutations;

	async function newest() {
		const { items } = await actions.source.messages(chat.id, undefined, never);
		return items[0];
	}

	async function compose(text: string): Promise<MessageMutation> {
		const newestMessageID = (await newest())?.id ?? '';
		return { kind: 'message', chatID: chat.id, text, newestMessageID };
	}

	async function outgoing() {
		const { items } = await actions.source.messages(chat.id, undefined, never);
		return replies.findOutgoing(chat.id, items.toReversed());
	}

	return { ...actions, chat, replies, newest, compose, outgoing };
}

describe('a message', () => {
	test('is sent once, leaves its field at once, and cannot be undone', async () => {
		const { replies, chat, compose, sent, newest, mutations } = await makeReplies();
		const mutation = await compose('On my way');
		replies.write(chat.id, { text: 'On my way' });
		const sending = replies.send(mutation);
		expect(replies.getWritten(chat.id)?.text).toBe('');
		expect(await sending).toMatchObject({ kind: 'done' });
		expect(sent).toHaveLength(1);
		expect(await sent[0]?.json()).toEqual({ text: 'On my way' });
		expect(await newest()).toMatchObject({ text: 'On my way', isSender: true });
		expect(mutations.undoLatest()).toBe(false);
	});

	test('of unknown outcome is looked for, never sent again', async () => {
		const lost = await makeReplies({ mishap: loseAnswer });
		const found = await lost.replies.send(await lost.compose('See **you**!'));
		expect(found).toMatchObject({ kind: 'unknown', found: true });
		expect([lost.sent.length, await lost.outgoing()]).toEqual([1, []]);

		const never = await makeReplies({ mishap: loseRequest });
		const missing = await never.replies.send(await never.compose('See you'));
		expect(missing).toMatchObject({ kind: 'unknown', found: false });
		expect(never.sent).toHaveLength(1);
		expect(await never.outgoing()).toMatchObject([{ outcome: { kind: 'unknown' } }]);
	});

	test('that was refused is tried again only on request, and shown once', async () => {
		const { replies, compose, control, sent, outgoing } = await makeReplies({
			mishap: refusal(400)
		});
		await replies.send(await compose('Hello'));
		const [failed] = await outgoing();
		expect(failed).toMatchObject({ outcome: { kind: 'failed' } });
		expect(sent).toHaveLength(1);
		control.mishap = (_request, send) => send();
		if (failed) await replies.retry(failed);
		if (failed) await replies.retry(failed);
		expect([sent.length, await outgoing()]).toEqual([2, []]);
	});

	test('returns to its field where nothing may be changed, and nothing is sent', async () => {
		const { replies, chat, compose, sent } = await makeReplies({
			blockedReason: () => 'Read-only is on'
		});
		replies.write(chat.id, { text: 'Hello' });
		expect(await replies.send(await compose('Hello'))).toMatchObject({ kind: 'refused' });
		expect([replies.getWritten(chat.id)?.text, sent]).toEqual(['Hello', []]);
	});

	test('refused while Beeper is away returns to its field, before what was typed meanwhile', async () => {
		let answer: () => void = () => {};
		const presence = {
			isAway: () => true,
			check: () => new Promise<void>((resolve) => (answer = resolve))
		};
		const { replies, chat, compose, sent } = await makeReplies({ presence });
		const mutation = await compose('On my way');
		replies.write(chat.id, { text: 'On my way', replyToMessageID: 'm1' });
		const sending = replies.send(mutation);
		replies.write(chat.id, { text: 'And' });
		answer();
		expect(await sending).toMatchObject({ kind: 'refused' });
		expect(replies.getWritten(chat.id)).toEqual({
			text: 'On my way\n\nAnd',
			replyToMessageID: 'm1'
		});
		expect(sent).toEqual([]);
	});

	test('that Beeper accepted and lost is said to be untraced', async () => {
		const { replies, compose, outgoing } = await makeReplies({ behaviour: { sendFault: 'lost' } });
		await replies.send(await compose('Hello'));
		expect(await outgoing()).toMatchObject([
			{ outcome: { kind: 'done', message: { delivery: 'untraced' } } }
		]);
	});
});

describe('the draft of a chat', () => {
	async function makeWithDraft(options: SampleActionsOptions = {}) {
		const made = await makeReplies(options);
		const { mutations, chat, inbox } = made;
		await mutations.perform({
			kind: 'draft',
			chatID: chat.id,
			value: { text: 'Soon', attachments: [] }
		});
		made.sent.length = 0;
		const draft = inbox.find(chat.id)?.draft ?? undefined;
		return { ...made, draft };
	}

	test('is cleared by one request once it was sent', async () => {
		const { replies, chat, compose, sent, draft, atServer } = await makeWithDraft();
		await replies.send(await compose('Soon!'), draft);
		expect(sent.map(({ method }) => method)).toEqual(['POST', 'PATCH']);
		expect((await atServer(chat.id)).draft).toBeNull();
		expect(replies.getWritten(chat.id)).toBeUndefined();
	});

	test('stays when it was changed elsewhere meanwhile', async () => {
		const { replies, chat, compose, sent, draft, world } = await makeWithDraft();
		const record = world.find(chat.id);
		if (record) record.chat.draft = { text: 'Another' };
		await replies.send(await compose('Soon!'), draft);
		expect(sent.map(({ method }) => method)).toEqual(['POST']);
	});

	test('stays when the message was not sent', async () => {
		const { replies, chat, compose, draft, control, atServer } = await makeWithDraft();
		control.mishap = refusal(400);
		await replies.send(await compose('Soon!'), draft);
		expect((await atServer(chat.id)).draft?.text).toBe('Soon');
	});
});

describe('over a reload', () => {
	test('a half-written text is kept', async () => {
		const store = makeStores().stores.tab;
		const options = { store, name: 'replies', server: 'x' };
		const { replies, chat } = await makeReplies({ replyStorage: new DraftStorage(options) });
		replies.write(chat.id, { text: 'Half' });
		const next = await makeReplies({ replyStorage: new DraftStorage(options) });
		expect(next.replies.getWritten(chat.id)).toEqual({ text: 'Half' });
		next.replies.erase();
		const last = await makeReplies({ replyStorage: new DraftStorage(options) });
		expect(last.replies.getWritten(chat.id)).toBeUndefined();
	});

	test('a half-written answer still answers the same message', async () => {
		const store = makeStores().stores.tab;
		const options = { store, name: 'replies', server: 'x' };
		const { replies, chat, compose } = await makeReplies({
			replyStorage: new DraftStorage(options),
			mishap: () => new Promise<Response>(() => {})
		});
		void replies.send({ ...(await compose('Yes')), replyToMessageID: 'm1' });
		const sending = await makeReplies({ replyStorage: new DraftStorage(options) });
		expect(sending.replies.getWritten(chat.id)).toMatchObject({ replyToMessageID: 'm1' });
		replies.write(chat.id, { text: 'No', replyToMessageID: 'm2' });
		const both = await makeReplies({ replyStorage: new DraftStorage(options) });
		expect(both.replies.getWritten(chat.id)).toEqual({
			text: 'Yes\n\nNo',
			replyToMessageID: 'm2',
			isInDoubt: true
		});
	});

	test('a refused message is kept, also when it could not be sent again', async () => {
		const store = makeStores().stores.tab;
		const options = { store, name: 'replies', server: 'x' };
		let blocked: string | null = null;
		const { replies, chat, compose, outgoing } = await makeReplies({
			replyStorage: new DraftStorage(options),
			mishap: refusal(400),
			blockedReason: () => blocked
		});
		await replies.send(await compose('Hello'));
		blocked = 'Read-only is on';
		const [failed] = await outgoing();
		if (failed) await replies.retry(failed);
		expect(await outgoing()).toMatchObject([{ mutation: { text: 'Hello' } }]);
		const next = await makeReplies({ replyStorage: new DraftStorage(options) });
		expect(next.replies.getWritten(chat.id)?.text).toBe('Hello');
	});

	test('a text that was being sent is kept, and in doubt', async () => {
		const store = makeStores().stores.tab;
		const options = { store, name: 'replies', server: 'x' };
		const first = await makeReplies({
			replyStorage: new DraftStorage(options),
			mishap: () => new Promise<Response>(() => {})
		});
		void first.replies.send(await first.compose('Hello'));
		const next = await makeReplies({ replyStorage: new DraftStorage(options) });
		expect(next.replies.getWritten(first.chat.id)).toEqual({ text: 'Hello', isInDoubt: true });
	});
});

test('a message to a merged chat goes to the member that Beeper prefers', async () => {
	const { mutations, inbox, sent } = await makeSampleActions({
		chats: 200,
		behaviour: { merged: 'b' }
	});
	const merged = inbox.chats.find(({ merge }) => merge?.defaultChatID !== undefined);
	const chatID = merged?.id ?? '';
	const result = await mutations.replies.send({ kind: 'message', chatID, text: 'Hello' });
	expect(result).toMatchObject({ kind: 'done', chatID: merged?.merge?.defaultChatID });
	expect(sent).toHaveLength(1);
	expect(mutations.replies.findOutgoing(chatID, [])).toMatchObject([
		{ mutation: { text: 'Hello' } }
	]);
});
