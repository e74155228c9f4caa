import { describe, expect, test } from 'vitest';
import { getChangedChatIDs } from '$lib/domain/mutations/mutation';
import type { Mutations } from '$lib/state/mutations.svelte';
import { loseRequest, refusal } from '../fixtures/sample-actions';
import { makeBulk } from '../fixtures/sample-bulk';

describe('a bulk', () => {
	test('is undone as a whole, each chat to its own earlier value', async () => {
		const { bulk, plan, muted, before, clock, sent } = await makeBulk();
		await bulk.run(plan);
		clock.now += 20_000;
		sent.length = 0;
		await bulk.undo();
		expect(bulk.isUndo).toBe(true);
		expect(muted()).toEqual(before);
		expect(sent).toHaveLength(plan.mutations.length);
		await bulk.undo();
		expect(sent).toHaveLength(plan.mutations.length);
	});

	test('is undone only as far as it went', async () => {
		const { bulk, plan, sent, control, muted, before } = await makeBulk();
		control.mishap = (request, send) =>
			sent.length % 3 === 0 ? refusal(500)(request, send) : send();
		await bulk.run(plan);
		control.mishap = (_request, send) => send();
		const done = bulk.done.length;
		sent.length = 0;
		await bulk.undo();
		expect(sent).toHaveLength(done);
		expect(muted()).toEqual(before);
	});

	test('whose undo is asked for while it runs stops, and is undone as far as it went', async () => {
		const { mutations, plan, sent, control, muted, before } = await makeBulk();
		const { bulk } = mutations;
		control.mishap = (_request, send) => {
			if (sent.length === 6) mutations.undoLatest();
			return send();
		};
		await bulk.run(plan);
		expect([bulk.isUndo, bulk.status]).toEqual([true, 'ended']);
		expect(sent.length).toBeLessThan(plan.mutations.length);
		expect(sent.length).toBe(2 * bulk.done.length);
		expect(muted()).toEqual(before);
	});

	test.for([
		['from its summary', ({ bulk }) => void bulk.undo()],
		['by key', (mutations) => void mutations.undoLatest()],
		[
			'by key when its summary was closed',
			(mutations) => (mutations.bulk.close(), void mutations.undoLatest())
		],
		['from Activity', (mutations) => void mutations.undoLate(mutations.bulk.groupId)]
	] satisfies [string, (mutations: Mutations) => void][])(
		'that is undone %s names its chats until they are back',
		async ([, undo]) => {
			const { mutations, plan, control } = await makeBulk();
			const { bulk } = mutations;
			await bulk.run(plan);
			expect(mutations.undoingChatIDs.size).toBe(0);
			undo(mutations);
			const asked = mutations.undoingChatIDs;
			expect(asked).toEqual(getChangedChatIDs(plan.mutations));
			const named = new Set<ReadonlySet<string>>();
			control.mishap = (_request, send) => (named.add(mutations.undoingChatIDs), send());
			await expect.poll(() => mutations.undoingChatIDs.size).toBe(0);
			expect([...named]).toEqual([asked]);
		}
	);

	test('names its chats as one undo from when that is asked for while it runs', async () => {
		const { mutations, plan, sent, control } = await makeBulk();
		const named: ReadonlySet<string>[] = [];
		control.mishap = (_request, send) => {
			if (sent.length === 6) mutations.undoLatest();
			if (sent.length >= 6) named.push(mutations.undoingChatIDs);
			return send();
		};
		await mutations.bulk.run(plan);
		expect(named.length).toBeGreaterThan(6);
		expect(new Set(named).size).toBe(1);
		expect(named[0]).toEqual(getChangedChatIDs(plan.mutations));
		expect(mutations.undoingChatIDs.size).toBe(0);
	});

	test('can be undone for 30 seconds after its end, not after its first write', async () => {
		const { bulk, plan, clock, control, muted, before } = await makeBulk();
		control.mishap = (_request, send) => ((clock.now += 5_000), send());
		await bulk.run(plan);
		control.mishap = (_request, send) => send();
		clock.now += 29_000;
		await bulk.undo();
		expect(muted()).toEqual(before);
	});

	test('a stopped undo says what is left, and undoes the rest on request', async () => {
		const { bulk, plan, muted, before, sent, control } = await makeBulk();
		await bulk.run(plan);
		sent.length = 0;
		control.mishap = (_request, send) => {
			if (sent.length === 5) bulk.stop();
			return send();
		};
		await bulk.undo();
		const undone = sent.length;
		expect(undone).toBeLessThan(10);
		expect([bulk.status, bulk.done.length, bulk.total]).toEqual([
			'ended',
			undone,
			plan.mutations.length
		]);
		expect(bulk.untried).toHaveLength(plan.mutations.length - undone);
		control.mishap = (_request, send) => send();
		await bulk.undo();
		expect([bulk.untried, bulk.done.length]).toEqual([[], plan.mutations.length]);
		expect(sent).toHaveLength(plan.mutations.length);
		expect(muted()).toEqual(before);
	});

	test('after a partly failed undo, only the failed mutations are undone again', async () => {
		const { bulk, plan, muted, before, sent, control } = await makeBulk();
		await bulk.run(plan);
		sent.length = 0;
		control.mishap = (request, send) =>
			sent.length % 4 === 0 ? refusal(409)(request, send) : send();
		await bulk.undo();
		const failed = bulk.failed.length;
		expect(failed).toBeGreaterThan(0);
		control.mishap = (_request, send) => send();
		sent.length = 0;
		await bulk.undo();
		expect(sent).toHaveLength(failed);
		expect([bulk.failed, bulk.finished]).toEqual([[], plan.mutations.length]);
		expect(muted()).toEqual(before);
	});

	test('an undo without a response is not sent again with the rest', async () => {
		const { bulk, plan, sent, control, clock } = await makeBulk();
		await bulk.run(plan);
		sent.length = 0;
		const asked: string[] = [];
		control.mishap = async (request, send) => {
			asked.push(request.url);
			if (asked.length <= 4) return loseRequest();
			return send();
		};
		await bulk.undo();
		const unknown = bulk.unknown.length;
		expect([unknown, bulk.untried.length]).toEqual([4, plan.mutations.length - 4]);
		clock.now += 29_000;
		await bulk.undo();
		expect(asked).toHaveLength(plan.mutations.length);
		expect(new Set(asked).size).toBe(asked.length);
		expect([bulk.unknown.length, bulk.untried]).toEqual([4, []]);
	});

	test('the rest can be undone for 30 seconds after the undo ended', async () => {
		const { bulk, plan, activity, sent, control, clock, muted, before } = await makeBulk();
		await bulk.run(plan);
		control.mishap = (_request, send) => {
			clock.now += 20_000;
			bulk.stop();
			return send();
		};
		await bulk.undo();
		control.mishap = (_request, send) => send();
		clock.now += 29_999;
		await bulk.undo();
		expect(muted()).toEqual(before);
		expect(activity.getUndoUntil(bulk.groupId)).toBeNull();

		await bulk.run(plan);
		control.mishap = (_request, send) => (bulk.stop(), send());
		await bulk.undo();
		clock.now += 30_000;
		expect(activity.getUndoUntil(bulk.groupId)).toBe(clock.now);
		sent.length = 0;
		await bulk.undo();
		expect(sent).toEqual([]);
	});
});
