import { describe, expect, test } from 'vitest';
import { createPlan } from '$lib/domain/mutations/plan';
import { makeThread } from '$lib/sample/make-thread';
import { Bulk } from '$lib/state/bulk.svelte';
import { isPlain, makeSampleActions } from '../fixtures/sample-actions';
import { makeCircumstances, toggle } from '../fixtures/writes';

describe('Beeper’s own settings do more than asked', () => {
	test('archiving marks as read: told, and taken back but for the count', async () => {
		const { mutations, activity, atServer, chatLike, inbox } = await makeSampleActions({
			behaviour: { settings: ['archive-marks-read'] }
		});
		const { id } = chatLike((chat) => chat.unreadCount > 0 && !chat.isArchived && !chat.isPinned);
		const result = await mutations.perform(toggle('archive', id));
		expect(result).toMatchObject({
			kind: 'done',
			mismatch: null,
			sideEffects: [toggle('read', id)]
		});
		const undone: unknown[] = [];
		await mutations.undoGroup(activity.entries[0]?.groupId ?? 0, {
			onresult: (_write, ended) => undone.push(ended)
		});
		expect(await atServer(id)).toMatchObject({ isArchived: false, isMarkedUnread: true });
		expect(inbox.find(id)).toMatchObject({ isArchived: false, isMarkedUnread: true });
		expect(undone.at(-1)).toMatchObject({ losses: ['unread count'] });
		expect(activity.entries.at(-1)?.isUndone).toBe(true);
	});

	test('the same, although the answer was false', async () => {
		const { mutations, activity, atServer, chatLike } = await makeSampleActions({
			behaviour: { settings: ['archive-marks-read'], writeFaults: 'after-503' }
		});
		const { id } = chatLike((chat) => chat.unreadCount > 0 && !chat.isArchived && !chat.isPinned);
		expect(await mutations.perform(toggle('archive', id))).toMatchObject({
			kind: 'unknown',
			found: true,
			sideEffects: [toggle('read', id)]
		});
		await mutations.undoGroup(activity.entries[0]?.groupId ?? 0);
		expect(await atServer(id)).toMatchObject({ isArchived: false, isMarkedUnread: true });
	});

	test('setting a reminder archives: both are taken back', async () => {
		const { mutations, activity, atServer, chatLike, clock } = await makeSampleActions({
			behaviour: { settings: ['reminder-archives'] }
		});
		const { id } = chatLike(isPlain);
		const value = { remindAt: clock.now + 3_600_000, dismissOnIncomingMessage: false };
		const result = await mutations.perform({ kind: 'remind', chatID: id, value });
		expect(result).toMatchObject({ kind: 'done', sideEffects: [toggle('archive', id)] });
		await mutations.undoGroup(activity.entries[0]?.groupId ?? 0);
		expect(await atServer(id)).toMatchObject({ isArchived: false, reminder: null });
	});

	test('taking back a cleared reminder does not leave the chat archived', async () => {
		const { mutations, activity, atServer, chatLike, clock, inbox, source, world } =
			await makeSampleActions({ behaviour: { settings: ['reminder-archives'] } });
		const { id } = chatLike(isPlain);
		const remindAt = clock.now + 3_600_000;
		const record = world.find(id);
		if (record) record.chat.reminder = { remindAt: new Date(remindAt).toISOString() };
		await inbox.load(source);
		await mutations.perform({ kind: 'remind', chatID: id, value: null });
		await mutations.undoGroup(activity.entries[0]?.groupId ?? 0);
		expect(await atServer(id)).toMatchObject({ isArchived: false, reminder: { remindAt } });
	});

	test('a message that opens a chat archives it: told, and the chat is brought back', async () => {
		const { mutations, activity, atServer, inbox, world } = await makeSampleActions({
			behaviour: { settings: ['reply-archives'] }
		});
		const record = world.chats.find(
			({ chat, ...rest }) =>
				chat.type === 'single' &&
				!chat.isArchived &&
				!chat.isReadOnly &&
				makeThread({ chat, ...rest })
		);
		const chat = record && inbox.find(record.chat.id);
		const person = record?.chat.participants.items.find(({ isSelf }) => !isSelf);
		if (!chat || !person) throw new Error('The sample world lacks such a chat');
		const { id, accountID } = chat;
		const result = await mutations.perform({
			kind: 'create',
			accountID,
			participantIDs: [person.id],
			type: 'single',
			messageText: 'Hi'
		});
		expect(result).toMatchObject({ chatID: id, sideEffects: [toggle('archive', id)] });
		const undone: unknown[] = [];
		await mutations.undoGroup(activity.entries[0]?.groupId ?? 0, {
			onresult: (_write, ended) => undone.push(ended)
		});
		expect((await atServer(id)).isArchived).toBe(false);
		expect(undone).toMatchObject([{ losses: ['what was started or sent'] }]);
	});

	test('in many chats: each is taken back to its own earlier value', async () => {
		const { mutations, atServer, inbox } = await makeSampleActions({
			chats: 60,
			behaviour: { settings: ['archive-marks-read'] }
		});
		const bulk = new Bulk(mutations);
		const chats = inbox.chats.filter(({ isArchived, isPinned }) => !isArchived && !isPinned);
		const unread = chats.filter(
			({ unreadCount, isMarkedUnread }) => unreadCount > 0 || isMarkedUnread
		);
		expect(unread.length).toBeGreaterThan(3);
		await bulk.run(createPlan(chats, ({ id }) => toggle('archive', id), makeCircumstances()));
		const sideEffects = bulk.done.filter(({ result }) => 'sideEffects' in result);
		expect(
			sideEffects.map(({ mutation }) => 'chatID' in mutation && mutation.chatID).sort()
		).toEqual(
			bulk.done
				.flatMap(({ mutation }) =>
					'chatID' in mutation && mutation.chatID ? [mutation.chatID] : []
				)
				.filter((id) => unread.some((chat) => chat.id === id))
				.sort()
		);
		await bulk.undo();
		expect([bulk.failed, bulk.unknown, bulk.untried]).toEqual([[], [], []]);
		for (const chat of chats) {
			const now = await atServer(chat.id);
			expect(now.isArchived).toBe(false);
			expect(now.unreadCount > 0 || now.isMarkedUnread === true).toBe(unread.includes(chat));
		}
	});
});
