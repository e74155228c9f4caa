import { describe, expect, test } from 'vitest';
import { makeDrafts, NEW, nth, refuse } from '../fixtures/drafts';
import { draftWrite, isPlain, makeSampleActions } from '../fixtures/sample-actions';

describe('undoing', () => {
	test('a replaced draft brings back the old one, formatting included', async () => {
		const { mutations, activity, atServer, clock, id, old, undo } = await makeDrafts({
			draft: { text: 'See <strong>you</strong> at *5*' }
		});
		await mutations.perform(draftWrite(id, NEW));
		await undo();
		expect((await atServer(id)).draft).toEqual(old);
		expect(activity.getLatestGroupId(clock.now)).toBeUndefined();
	});

	test('a replacement that failed half-way brings back the old one', async () => {
		const { mutations, atServer, id, mend, old, recovered, undo } = await makeDrafts({
			mishap: nth(2, refuse)
		});
		await mutations.perform(draftWrite(id, NEW));
		mend();
		await undo();
		expect([(await atServer(id)).draft, recovered()]).toEqual([old, []]);
	});

	test('loses neither draft when it fails half-way', async () => {
		const { mutations, control, id, old, recovered, undo } = await makeDrafts();
		await mutations.perform(draftWrite(id, NEW));
		control.mishap = nth(2, refuse);
		await undo();
		expect(recovered().map(({ markdown }) => markdown)).toEqual([NEW, old?.markdown]);
	});

	test('cannot bring back files, so that it is not offered', async () => {
		const attachments = { a: { id: 'a', type: 'file' as const, fileName: 'a.pdf' } };
		const { mutations, activity, clock, id } = await makeDrafts({
			draft: { text: 'With a file', attachments }
		});
		await mutations.perform(draftWrite(id, NEW));
		expect(activity.getLatestGroupId(clock.now)).toBeUndefined();
	});

	test('waits for a pending draft, and does not remove a later one', async () => {
		const { mutations, activity, atServer, chatLike, clock, sent } = await makeSampleActions();
		const { id } = chatLike(isPlain);
		await mutations.perform(draftWrite(id, 'First'));
		const first = activity.getLatestGroupId(clock.now) ?? 0;
		const results: unknown[] = [];
		const saving = mutations.perform(draftWrite(id, 'Second'));
		const undoing = mutations.undoGroup(first, {
			onresult: (_write, result) => results.push(result)
		});
		await Promise.all([saving, undoing]);
		expect((await atServer(id)).draft?.text).toBe('Second');
		expect(results).toMatchObject([{ kind: 'failed', error: { failure: 'conflict' } }]);
		expect(sent).toHaveLength(3);
	});

	test('does not take away what was typed in Beeper since', async () => {
		const { mutations, chatLike, world, activity, clock, sent } = await makeSampleActions();
		const { id } = chatLike(isPlain);
		await mutations.perform(draftWrite(id, 'First'));
		const record = world.find(id);
		if (record) record.chat.draft = { text: 'Typed meanwhile' };
		await mutations.undoGroup(activity.getLatestGroupId(clock.now) ?? 0);
		expect(record?.chat.draft?.text).toBe('Typed meanwhile');
		expect(sent).toHaveLength(1);
	});

	test('one after the other goes back all the way', async () => {
		const { mutations, atServer, chatLike, clock, activity } = await makeSampleActions();
		const { id } = chatLike(isPlain);
		await mutations.perform(draftWrite(id, '**First**'));
		await mutations.perform(draftWrite(id, 'Second'));
		await mutations.undoGroup(activity.getLatestGroupId(clock.now) ?? 0);
		expect((await atServer(id)).draft?.markdown).toBe('**First**');
		await mutations.undoGroup(activity.getLatestGroupId(clock.now) ?? 0);
		expect((await atServer(id)).draft).toBeNull();
	});
});
