import { describe, expect, test } from 'vitest';
import { invertMutation } from '$lib/domain/mutations/undo';
import { isPlain, makeSampleActions, refusal } from '../fixtures/sample-actions';
import { toggle } from '../fixtures/writes';

describe('undo', () => {
	test('brings back the chat’s own value for 30 seconds', async () => {
		const { mutations, activity, chatLike, inbox, clock, atServer } = await makeSampleActions();
		const { id } = chatLike(isPlain);
		await mutations.perform(toggle('pin', id));
		const groupId = activity.getLatestGroupId(clock.now) ?? 0;
		clock.now += 29_999;
		await mutations.undoGroup(groupId);
		expect(inbox.find(id)?.isPinned).toBe(false);
		expect((await atServer(id)).isPinned).toBe(false);
		expect(activity.getLatestGroupId(clock.now)).toBeUndefined();
	});

	test('is too late after that', async () => {
		const { mutations, activity, chatLike, clock, sent } = await makeSampleActions();
		await mutations.perform(toggle('pin', chatLike(isPlain).id));
		const [entry] = activity.entries;
		clock.now += 30_000;
		await mutations.undoGroup(entry?.groupId ?? 0);
		expect(sent).toHaveLength(1);
	});

	test('happens once, however often it is asked for', async () => {
		const { mutations, activity, chatLike, sent } = await makeSampleActions();
		await mutations.perform(toggle('pin', chatLike(isPlain).id));
		const groupId = activity.entries[0]?.groupId ?? 0;
		await Promise.all([mutations.undoGroup(groupId), mutations.undoGroup(groupId)]);
		await mutations.undoGroup(groupId);
		expect(sent).toHaveLength(2);
	});

	test('that fails may be tried again', async () => {
		const { mutations, activity, chatLike, control, inbox } = await makeSampleActions();
		const { id } = chatLike(isPlain);
		await mutations.perform(toggle('pin', id));
		const groupId = activity.entries[0]?.groupId ?? 0;
		control.mishap = refusal(500);
		await mutations.undoGroup(groupId);
		expect(inbox.find(id)?.isPinned).toBe(true);
		control.mishap = (_request, send) => send();
		await mutations.undoGroup(groupId);
		expect(inbox.find(id)?.isPinned).toBe(false);
	});

	test('asked for while a change is under way waits for it, and takes it back once', async () => {
		const { mutations, chatLike, control, inbox, sent, atServer } = await makeSampleActions();
		const { id } = chatLike(isPlain);
		let asked: ReadonlySet<string> | undefined;
		control.mishap = async (_request, send) => {
			if (sent.length === 1) {
				mutations.undoLatest();
				mutations.undoLatest();
				asked = mutations.undoingChatIDs;
			}
			return send();
		};
		await mutations.run(toggle('pin', id));
		expect(asked).toEqual(new Set([id]));
		expect(mutations.undoingChatIDs).toBe(asked);
		await expect.poll(() => mutations.pending.length).toBe(0);
		expect(mutations.undoingChatIDs).toEqual(new Set());
		expect([sent.length, inbox.find(id)?.isPinned]).toEqual([2, false]);
		expect((await atServer(id)).isPinned).toBe(false);
	});

	test('asked for while a change is under way leaves the one before alone if that fails', async () => {
		const { mutations, chatLike, control, inbox, sent } = await makeSampleActions();
		const { id } = chatLike(isPlain);
		await mutations.run(toggle('pin', id));
		control.mishap = refusal(500);
		const run = mutations.run(toggle('mute', id));
		expect(mutations.undoLatest()).toBe(true);
		await run;
		expect([mutations.pending, sent.length, inbox.find(id)?.isPinned]).toEqual([[], 2, true]);
		expect(mutations.undoingChatIDs).toEqual(new Set());
	});

	test('of "read" takes an archived chat back into the archive', async () => {
		const { mutations, activity, chatLike, inbox, clock, source, world } =
			await makeSampleActions();
		const archived = world.find(chatLike(isPlain).id);
		if (archived) Object.assign(archived.chat, { isArchived: true, isMarkedUnread: true });
		await inbox.load(source);
		const before = chatLike(({ isArchived, isMarkedUnread }) => isArchived && isMarkedUnread);
		await mutations.perform(toggle('read', before.id));
		expect(invertMutation(before, toggle('read', before.id))).toHaveLength(2);
		await mutations.undoGroup(activity.getLatestGroupId(clock.now) ?? 0);
		expect(inbox.find(before.id)).toMatchObject({ isArchived: true, isMarkedUnread: true });
	});
});
