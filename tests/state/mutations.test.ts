import { describe, expect, test } from 'vitest';
import { TOGGLE_KINDS } from '$lib/domain/mutations/toggles';
import { never } from '../fixtures/http';
import {
	isPlain,
	loseAnswer,
	loseRequest,
	makeSampleActions,
	refusal
} from '../fixtures/sample-actions';
import { toggle } from '../fixtures/writes';

/** A promise and the function that resolves it. */
function makeGate() {
	let keep: (() => void) | undefined;
	const opened = new Promise<void>((resolve) => (keep = resolve));
	return { open: () => keep?.(), opened };
}

describe('a write', () => {
	test.for(TOGGLE_KINDS)('%s is shown at once, sent once, and confirmed', async (kind) => {
		const { mutations, chatLike, inbox, atServer, sent } = await makeSampleActions();
		const before = chatLike(isPlain);
		const mutation = toggle(kind, before.id, kind !== 'read');
		const result = mutations.perform(mutation);
		const shown = inbox.find(before.id);
		expect(shown).not.toEqual(before);
		expect(inbox.store.get(before.id)).toBe(before);
		expect(mutations.isPending(mutation)).toBe(true);
		expect(await result).toMatchObject({ kind: 'done', mismatch: null });
		expect(mutations.isPending(mutation)).toBe(false);
		expect(sent).toHaveLength(1);
		expect(inbox.find(before.id)).toMatchObject(await atServer(before.id));
		expect(inbox.find(before.id)?.preview).toEqual(before.preview);
	});

	test('is ignored while another with the same target is pending', async () => {
		const { mutations, chatLike, sent } = await makeSampleActions();
		const { id } = chatLike(isPlain);
		const results = await Promise.all([
			mutations.perform(toggle('mute', id)),
			mutations.perform(toggle('mute', id)),
			mutations.perform(toggle('mute', id, false)),
			mutations.perform(toggle('pin', id))
		]);
		expect(results.map(({ kind }) => kind)).toEqual(['done', 'ignored', 'ignored', 'done']);
		expect(sent).toHaveLength(2);
	});

	test('waits for others about the same chat, so that answers come in order', async () => {
		const { mutations, chatLike, inbox, sent, control } = await makeSampleActions();
		const { id } = chatLike(isPlain);
		const held = makeGate();
		control.mishap = async (_request, send) => (await held.opened, send());
		const both = [mutations.perform(toggle('mute', id)), mutations.perform(toggle('pin', id))];
		await expect.poll(() => sent.length).toBe(1);
		expect(inbox.find(id)).toMatchObject({ isMuted: true, isPinned: true });
		held.open();
		await Promise.all(both);
		expect(inbox.store.get(id)).toMatchObject({ isMuted: true, isPinned: true });
	});

	test('stays when a chat that was read before it arrives after it', async () => {
		const { mutations, chatLike, inbox, source } = await makeSampleActions();
		const { id } = chatLike(isPlain);
		const held = makeGate();
		const early = await source.chat(id, never);
		const readChat = source.chat;
		source.chat = () => held.opened.then(() => early);
		const reading = [mutations.readChat(id), inbox.readChat(id, { chat: source.chat }, never)];
		source.chat = readChat;
		expect(await mutations.perform(toggle('mute', id))).toMatchObject({ kind: 'done' });
		held.open();
		await Promise.all(reading);
		expect(inbox.find(id)?.isMuted).toBe(true);
	});

	test('is refused where nothing may be changed, before anything is sent', async () => {
		const { mutations, chatLike, inbox, sent } = await makeSampleActions({
			blockedReason: () => 'Read-only is on'
		});
		const chat = chatLike(isPlain);
		expect(await mutations.perform(toggle('mute', chat.id))).toEqual({
			kind: 'refused',
			reason: 'Read-only is on'
		});
		expect([inbox.find(chat.id), sent]).toEqual([chat, []]);
		expect(await mutations.perform({ kind: 'focus', chatID: chat.id })).toMatchObject({
			kind: 'done'
		});
	});

	test('opens a chat, which is there at once', async () => {
		const { mutations, inbox, world } = await makeSampleActions();
		const [person] = world.people('telegram')?.known ?? [];
		const user = { id: person?.id ?? '' };
		const result = await mutations.perform({ kind: 'start', accountID: 'telegram', user });
		expect(result).toMatchObject({ kind: 'done', chatID: expect.any(String) });
		const chatID = result.kind === 'done' ? (result.chatID ?? '') : '';
		expect(inbox.find(chatID)).toMatchObject({ accountID: 'telegram', type: 'single' });
	});

	test('opens a chat on an old server, which says only its ID', async () => {
		const { mutations, inbox, world } = await makeSampleActions({ version: '4.1.294' });
		const participantIDs = (world.people('telegram')?.known ?? []).slice(0, 2).map(({ id }) => id);
		const create = {
			kind: 'create',
			accountID: 'telegram',
			participantIDs,
			type: 'group'
		} as const;
		const result = await mutations.perform(create);
		const chatID = result.kind === 'done' ? (result.chatID ?? '') : '';
		expect(inbox.find(chatID)).toMatchObject({ type: 'group' });
	});
});

describe('when it goes wrong', () => {
	test.for([
		[403, 'read-only'],
		[404, 'not-found'],
		[409, 'conflict'],
		[422, 'invalid']
	] as const)('%i: the page goes back, with the reason', async ([status, failure]) => {
		const { mutations, chatLike, inbox, sent, activity } = await makeSampleActions({
			mishap: refusal(status)
		});
		const before = chatLike(isPlain);
		const result = await mutations.perform(toggle('archive', before.id));
		expect(result).toMatchObject({ kind: 'failed', error: { failure, says: 'No' } });
		expect(inbox.find(before.id)?.isArchived).toBe(before.isArchived);
		expect(sent).toHaveLength(1);
		expect(activity.entries).toMatchObject([{ status, answer: 'No', undo: [] }]);
	});

	test.for([
		['was done', loseAnswer, true],
		['was not done', loseRequest, false]
	] as const)(
		'no response: the outcome is unknown, and the chat shows that it %s',
		async ([, mishap, found]) => {
			const { mutations, chatLike, inbox, sent, atServer } = await makeSampleActions({ mishap });
			const { id } = chatLike(isPlain);
			const result = await mutations.perform(toggle('mute', id));
			expect(result).toMatchObject({ kind: 'unknown', found, error: { failure: 'unreachable' } });
			expect(inbox.find(id)?.isMuted).toBe(found);
			expect((await atServer(id)).isMuted).toBe(found);
			expect(sent).toHaveLength(1);
		}
	);

	test('a reminder that was refused can be tried again without being entered again', async () => {
		const { mutations, chatLike, inbox, toasts, sent, control } = await makeSampleActions({
			mishap: refusal(422)
		});
		const { id } = chatLike(isPlain);
		const value = { remindAt: Date.parse('2037-01-01T09:00Z'), dismissOnIncomingMessage: false };
		await mutations.run({ kind: 'remind', chatID: id, value });
		expect(inbox.find(id)?.reminder).toBeNull();
		const [told] = toasts.shown;
		expect(told).toMatchObject({ tone: 'bad', text: expect.stringContaining('reminder') });
		control.mishap = (_request, send) => send();
		told?.retry?.();
		await expect.poll(() => inbox.store.get(id)?.reminder).toMatchObject(value);
		expect(sent).toHaveLength(2);
	});

	test('a reminder of unknown outcome is not offered to be sent again', async () => {
		const { mutations, chatLike, toasts } = await makeSampleActions({ mishap: loseRequest });
		const value = { remindAt: Date.parse('2037-01-01T09:00Z'), dismissOnIncomingMessage: false };
		await mutations.run({ kind: 'remind', chatID: chatLike(isPlain).id, value });
		expect(toasts.shown.map(({ tone, retry }) => [tone, retry])).toEqual([['bad', undefined]]);
	});

	test('a pinned chat does not go to the archive, and the server says why', async () => {
		const { mutations, chatLike, inbox } = await makeSampleActions();
		const { id } = chatLike(({ isPinned, isArchived }) => isPinned && !isArchived);
		const result = await mutations.perform(toggle('archive', id));
		expect(result).toMatchObject({ kind: 'failed', error: { failure: 'conflict' } });
		expect(inbox.find(id)).toMatchObject({ isPinned: true, isArchived: false });
	});

	test('an archived chat that returns to the inbox is reported although the server accepted it', async () => {
		const { mutations, chatLike, inbox } = await makeSampleActions({
			mishap: async () => new Response(null, { status: 204 })
		});
		const { id } = chatLike(isPlain);
		const result = await mutations.perform(toggle('archive', id));
		expect(result).toMatchObject({
			kind: 'done',
			mismatch: expect.stringContaining('back to the inbox')
		});
		expect(inbox.find(id)?.isArchived).toBe(false);
	});

	test('a bug is thrown on, and leaves nothing pending', async () => {
		const { mutations, activity, chatLike, inbox } = await makeSampleActions({
			mishap: () => Promise.reject(new RangeError('bug'))
		});
		const chat = chatLike(isPlain);
		await expect(mutations.perform(toggle('mute', chat.id))).rejects.toThrow(RangeError);
		expect(mutations.isPending(toggle('mute', chat.id))).toBe(false);
		expect(inbox.find(chat.id)?.isMuted).toBe(false);
		expect(activity.entries).toMatchObject([{ outcome: { kind: 'unknown' } }]);
	});
});
