import { describe, expect, test } from 'vitest';
import { isPlain, makeSampleActions } from '../fixtures/sample-actions';
import { makeBulk } from '../fixtures/sample-bulk';
import { toggle } from '../fixtures/writes';

/** Milliseconds; far beyond the time for an undo by toast or key. */
const LATER = 3_600_000;

describe('an undo long after the change', () => {
	test('still takes back one chat, after it was read', async () => {
		const { mutations, activity, chatLike, clock, atServer } = await makeSampleActions();
		const { id } = chatLike(isPlain);
		await mutations.run(toggle('pin', id));
		clock.now += LATER;
		await mutations.undoLate(activity.entries[0]?.groupId ?? 0);
		expect((await atServer(id)).isPinned).toBe(false);
		expect(activity.entries).toMatchObject([
			{ undoes: activity.entries[1]?.groupId },
			{ isUndone: true }
		]);
	});

	test('takes back many, each to its own value, with a summary', async () => {
		const { mutations, plan, clock, muted, before } = await makeBulk();
		const { bulk } = mutations;
		await bulk.run(plan);
		const { groupId } = bulk;
		bulk.close();
		clock.now += LATER;
		await mutations.undoLate(groupId);
		expect(muted()).toEqual(before);
		expect([bulk.isUndo, bulk.status, bulk.done.length]).toEqual([
			true,
			'ended',
			plan.mutations.length
		]);
	});

	test('sends nothing for a chat that is back already', async () => {
		const { mutations, activity, chatLike, clock, sent, world } = await makeSampleActions();
		const { id } = chatLike(isPlain);
		await mutations.run(toggle('pin', id));
		Object.assign(world.find(id)?.chat ?? {}, { isPinned: false });
		clock.now += LATER;
		await mutations.undoLate(activity.entries[0]?.groupId ?? 0);
		expect([sent.length, activity.entries[0]?.isUndone]).toEqual([1, true]);
	});

	test('does not overwrite what was changed since, elsewhere or here', async () => {
		const { mutations, activity, chatLike, clock, sent, toasts, world } = await makeSampleActions();
		const { id } = chatLike(({ title, isReadOnly }) => title && !isReadOnly);
		await mutations.perform({ kind: 'title', chatID: id, value: 'Ours' });
		Object.assign(world.find(id)?.chat ?? {}, { title: 'Theirs' });
		clock.now += LATER;
		await mutations.undoLate(activity.entries[0]?.groupId ?? 0);
		expect(sent).toHaveLength(1);
		expect(toasts.shown.at(-1)?.detail).toContain('Changed since then');

		const other = chatLike(isPlain).id;
		await mutations.perform(toggle('mute', other));
		const first = activity.entries[0]?.groupId ?? 0;
		await mutations.perform(toggle('mute', other, false));
		await mutations.perform(toggle('mute', other));
		clock.now += LATER;
		sent.length = 0;
		await mutations.undoLate(first);
		expect(sent).toEqual([]);
		expect(toasts.shown.at(-1)?.detail).toContain('Changed since then');
	});

	test('sends nothing when the chat cannot be read', async () => {
		const { mutations, activity, chatLike, clock, sent, inbox, source } = await makeSampleActions();
		const { id } = chatLike(isPlain);
		await mutations.run(toggle('pin', id));
		clock.now += LATER;
		const read = source.chat;
		source.chat = (_id, ...asked) => read('!gone:beeper.local', ...asked);
		await mutations.undoLate(activity.entries[0]?.groupId ?? 0);
		expect([sent.length, inbox.find(id)?.isPinned]).toEqual([1, true]);
		source.chat = read;
		await mutations.undoLate(activity.entries[0]?.groupId ?? 0);
		expect([sent.length, inbox.find(id)?.isPinned]).toEqual([2, false]);
	});
});
