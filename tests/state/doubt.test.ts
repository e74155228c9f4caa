import { describe, expect, test } from 'vitest';
import { WRITE_FAULTS } from '$lib/sample/server/behaviour';
import { isPlain, loseAnswer, makeSampleActions, refusal } from '../fixtures/sample-actions';
import { COUNT, makeBulk } from '../fixtures/sample-bulk';
import { toggle } from '../fixtures/writes';

/** Milliseconds for which the server returns a changed chat unchanged. */
const LATE = [0, 400, 2_000];

describe('a write that is answered falsely', () => {
	test.for(WRITE_FAULTS.flatMap((fault) => LATE.map((late) => [fault, late] as const)))(
		'%s, seen after %i ms: is sent once, looked at, and told as it is',
		async ([writeFaults, staleEcho]) => {
			const { mutations, activity, chatLike, inbox, sent, source, waits } = await makeSampleActions(
				{
					behaviour: { writeFaults, staleEcho }
				}
			);
			const { id } = chatLike(isPlain);
			const shown: unknown[] = [];
			const known = inbox.chats.map((chat) => ({ ...chat, preview: undefined }));
			const read = source.chat;
			source.chat = (...asked) => {
				shown.push([inbox.find(id)?.isMuted, activity.entries[0]?.outcome.kind]);
				return read(...asked);
			};
			const result = await mutations.perform(toggle('mute', id));
			const isDone = writeFaults !== 'before-503';
			expect(result).toMatchObject({ kind: 'unknown', found: isDone });
			expect(sent).toHaveLength(1);
			expect(inbox.find(id)?.isMuted).toBe(isDone);
			// The requested state stays visible, marked as unknown, until the outcome is known.
			expect(new Set(shown.map(String))).toEqual(new Set(['true,unknown']));
			expect(waits).toEqual(isDone && staleEcho <= 500 ? [500] : [500, 2_500]);
			expect(activity.entries[0]?.undo).toHaveLength(Number(isDone));
			// No other chat has changed.
			const now = inbox.chats.map((chat) => ({ ...chat, preview: undefined }));
			expect(now.filter((chat) => chat.id !== id)).toEqual(known.filter((chat) => chat.id !== id));
		}
	);

	test.for(['mute', 'archive'] as const)(
		'%s: the right status with the chat as it was is looked at again before anything is said',
		async (kind) => {
			const { mutations, chatLike, inbox, sent, source } = await makeSampleActions({
				behaviour: { staleEcho: 400 }
			});
			const { id } = chatLike(isPlain);
			const shown: unknown[] = [];
			const read = source.chat;
			source.chat = (...asked) => {
				shown.push(inbox.find(id)?.isMuted || inbox.find(id)?.isArchived);
				return read(...asked);
			};
			expect(await mutations.perform(toggle(kind, id))).toMatchObject({
				kind: 'done',
				mismatch: null
			});
			expect(shown.every((value) => value === true)).toBe(true);
			expect(sent).toHaveLength(1);
		}
	);

	test('another chat that is read in its place counts as not read', async () => {
		const { mutations, chatLike, inbox, source } = await makeSampleActions({
			mishap: refusal(503)
		});
		const { id } = chatLike(isPlain);
		const other = inbox.chats.find((chat) => chat.id !== id);
		const read = source.chat;
		source.chat = (_id, ...asked) => read(other?.id ?? '', ...asked);
		expect(await mutations.perform(toggle('mute', id))).toMatchObject({
			kind: 'unknown',
			found: undefined
		});
		expect(inbox.find(other?.id ?? '')).toEqual(other);
	});

	test('is reported as unknown at once, before the chat is read again', async () => {
		const { mutations, chatLike, waits } = await makeSampleActions({ mishap: loseAnswer });
		const said: string[] = [];
		const { id } = chatLike(isPlain);
		await mutations.perform(toggle('mute', id), {
			ondoubt: ({ failure }) => said.push(`${failure} ${waits.length}`)
		});
		expect(said).toEqual(['unreachable 0']);
	});

	test.for([408, 500, 502, 503, 504])('%i: is not told to have failed', async (status) => {
		const { mutations, chatLike, inbox } = await makeSampleActions({ mishap: refusal(status) });
		const { id } = chatLike(isPlain);
		expect(await mutations.perform(toggle('mute', id))).toMatchObject({
			kind: 'unknown',
			found: false,
			error: { status, says: 'No' }
		});
		expect(inbox.find(id)?.isMuted).toBe(false);
	});

	test('can be checked once more, and undone if it happened after all', async () => {
		const { mutations, activity, atServer, chatLike, control, inbox, sent } =
			await makeSampleActions({ behaviour: { writeFaults: 'after-503', staleEcho: 10_000 } });
		const { id } = chatLike(isPlain);
		const mutation = toggle('mute', id);
		expect(await mutations.perform(mutation)).toMatchObject({ kind: 'unknown', found: false });
		expect(inbox.find(id)?.isMuted).toBe(false);
		control.pass(10_000);
		expect(await mutations.verify(mutation)).toMatchObject({ kind: 'unknown', found: true });
		expect([inbox.find(id)?.isMuted, sent.length]).toEqual([true, 1]);
		await mutations.undoGroup(activity.entries[0]?.groupId ?? 0);
		control.pass(10_000);
		expect((await atServer(id)).isMuted).toBe(false);
	});
});

describe('a bulk of writes that are answered falsely', () => {
	test('sends each once, and never what may have happened again', async () => {
		const { bulk, plan, sent, control, muted } = await makeBulk({
			behaviour: { writeFaults: 'before-503' }
		});
		await bulk.run(plan);
		expect([bulk.unknown.length, bulk.failed, bulk.done]).toEqual([plan.mutations.length, [], []]);
		await bulk.retry();
		expect(sent).toHaveLength(plan.mutations.length);
		control.pass(0);
		await bulk.refetch();
		expect(sent).toHaveLength(plan.mutations.length);
		expect(muted().length).toBe(COUNT - plan.mutations.length);
	});

	test('counts as done what the chats show to be done', async () => {
		const { bulk, plan, sent, muted } = await makeBulk({ behaviour: { writeFaults: 'redirect' } });
		await bulk.run(plan);
		expect([bulk.done.length, bulk.unknown]).toEqual([plan.mutations.length, []]);
		expect(muted()).toHaveLength(COUNT);
		expect(sent).toHaveLength(plan.mutations.length);
	});

	test('looks again when asked, and undoes then what had happened', async () => {
		const { bulk, plan, control, sent, muted, before } = await makeBulk({
			behaviour: { writeFaults: 'after-503', staleEcho: 60_000 }
		});
		await bulk.run(plan);
		expect(bulk.unknown).toHaveLength(plan.mutations.length);
		control.pass(600_000);
		await bulk.refetch();
		expect([bulk.done.length, bulk.unknown]).toEqual([plan.mutations.length, []]);
		expect(sent).toHaveLength(plan.mutations.length);
		await bulk.undo();
		control.pass(600_000);
		await bulk.refetch();
		expect([bulk.done.length, bulk.unknown, muted()]).toEqual([plan.mutations.length, [], before]);
		await bulk.undo();
		expect(sent).toHaveLength(2 * plan.mutations.length);
	});

	test('stops as soon as no response arrives, before the chats are read again', async () => {
		const { bulk, plan, sent, control, waits } = await makeBulk();
		let count = 0;
		control.mishap = (request, send) => (++count === 3 ? loseAnswer(request, send) : send());
		await bulk.run(plan);
		expect(sent.length).toBeLessThanOrEqual(6);
		expect([bulk.untried.length, waits]).toEqual([plan.mutations.length - sent.length, [500]]);
		expect(bulk.failed).toEqual([]);
	});

	test('at 5 of 20 the token ends: 15 are left, and are done when asked', async () => {
		const { bulk, plan, sent, control } = await makeBulk();
		const mutations = plan.mutations.slice(0, 20);
		let count = 0;
		control.mishap = (request, send) => (++count > 5 ? refusal(401)(request, send) : send());
		await bulk.run({ ...plan, mutations });
		expect(bulk.done).toHaveLength(5);
		expect(bulk.failed.length + bulk.untried.length).toBe(15);
		control.mishap = (_request, send) => send();
		sent.length = 0;
		await bulk.retry();
		expect([bulk.done.length, sent.length]).toEqual([20, 15]);
	});
});
