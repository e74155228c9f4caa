import { once } from 'node:events';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReactionMutation } from '$lib/domain/mutations/mutation';
import type { Message } from '$lib/domain/chat/message';
import { Thread } from '$lib/state/thread.svelte';
import { never } from '../fixtures/http';
import { loseAnswer, loseRequest, refusal, type Mishap } from '../fixtures/sample-actions';
import { makeThread, type ThreadTestOptions } from '../fixtures/thread';

const OWL = '🦉';

/** A reaction to the newest message, and the number of times the thread shows it as the user's own. */
async function makeOwl(options: ThreadTestOptions = {}) {
	const acting = await makeThread(options);
	const { thread, chat, selfID, source } = acting;
	await thread.load(never);
	const messageID = thread.messages.at(-1)?.id ?? '';
	const mutation: ReactionMutation = {
		kind: 'react',
		chatID: chat.id,
		messageID,
		reactionKey: OWL
	};

	function own(messages: readonly Message[]) {
		const { reactions = [] } = messages.find(({ id }) => id === messageID) ?? {};
		return reactions.filter((one) => one.participantID === selfID).map(({ key }) => key);
	}

	async function atServer() {
		return own((await source.messages(chat.id, undefined, never)).items);
	}

	return { ...acting, mutation, shown: () => own(thread.messages), atServer };
}

describe('reacting', () => {
	test.for([
		['is shown at once and stays', {}, 'done', [OWL]],
		['goes back when it fails', { mishap: refusal(400) }, 'failed', []]
	] as const)('%s', async ([, options, kind, after]) => {
		const { mutations, sent, shown, mutation } = await makeOwl(options);
		const reacting = mutations.perform(mutation);
		expect(shown()).toEqual([OWL]);
		expect(await mutations.perform(mutation)).toEqual({ kind: 'ignored' });
		expect(await reacting).toMatchObject({ kind });
		expect([shown(), sent.length]).toEqual([after, 1]);
	});

	test.for([
		['it arrived', loseAnswer, [OWL]],
		['it did not', loseRequest, []]
	] as const)('without an answer is looked up: %s', async ([, mishap, after]) => {
		const { mutations, shown, thread, mutation } = await makeOwl({ mishap });
		expect(await mutations.perform(mutation)).toMatchObject({ kind: 'unknown' });
		expect([thread.doubt > 0, thread.isDoubtful, shown()]).toEqual([true, false, []]);
		await thread.refetch(never);
		expect([thread.doubt, shown()]).toEqual([0, after]);
	});

	test('stays in doubt while the server is away', async () => {
		const { mutations, thread, mutation } = await makeOwl({ mishap: loseAnswer });
		await mutations.perform(mutation);
		await thread.refetch(AbortSignal.abort());
		expect(thread.isDoubtful).toBe(true);
		await thread.refetch(never);
		expect(thread.isDoubtful).toBe(false);
	});

	test('while a page comes is not lost when that is older', async () => {
		const { mutations, chat, shown, source, mutation } = await makeOwl();
		const page = await source.messages(chat.id, undefined, never);
		const arrival = new AbortController();
		const arrived = once(arrival.signal, 'abort');
		const slow = { messages: () => arrived.then(() => page) };
		const thread = new Thread({ source: slow, chatID: chat.id, chat: () => chat, mutations });
		const loading = thread.load(never);
		await mutations.perform(mutation);
		arrival.abort();
		await loading;
		expect(thread.messages.at(-1)?.reactions.map(({ key }) => key)).toContain(OWL);
		expect(shown()).toEqual([OWL]);
	});
});

describe.for(['4.2.557', '4.3.73'] as const)('undoing a reaction on %s', (version) => {
	test('takes back one that was given, and gives again one that was taken back', async () => {
		const { mutations, activity, atServer, clock, shown, mutation } = await makeOwl({ version });
		await mutations.perform(mutation);
		const undoing = mutations.undoGroup(activity.getLatestGroupId(clock.now) ?? 0);
		expect(shown()).toEqual([]);
		await undoing;
		expect([shown(), await atServer()]).toEqual([[], []]);
		expect(activity.getLatestGroupId(clock.now)).toBeUndefined();

		await mutations.perform(mutation);
		await mutations.perform({ ...mutation, kind: 'unreact' });
		expect(await atServer()).toEqual([]);
		await mutations.undoGroup(activity.getLatestGroupId(clock.now) ?? 0);
		expect([shown(), await atServer()]).toEqual([[OWL], [OWL]]);
	});

	test('that is refused leaves it, and may be tried again', async () => {
		const { mutations, activity, atServer, control, shown, thread, mutation } = await makeOwl({
			version
		});
		await mutations.perform(mutation);
		const groupId = activity.entries[0]?.groupId ?? 0;
		control.mishap = refusal(500);
		await mutations.undoGroup(groupId);
		await thread.refetch(never);
		expect([shown(), await atServer()]).toEqual([[OWL], [OWL]]);
		control.mishap = (_request, send) => send();
		await mutations.undoGroup(groupId);
		expect([shown(), await atServer()]).toEqual([[], []]);
	});
});

test('an undo restores the replaced reaction', async () => {
	const { mutations, activity, atServer, clock, shown, mutation } = await makeOwl({ most: 1 });
	await mutations.perform({ ...mutation, reactionKey: '👍' });
	await mutations.perform({ ...mutation, replaces: '👍' });
	expect([shown(), await atServer()]).toEqual([[OWL], [OWL]]);
	await mutations.undoGroup(activity.getLatestGroupId(clock.now) ?? 0);
	expect([shown(), await atServer()]).toEqual([['👍'], ['👍']]);
});

const step = fc.record({
	key: fc.constantFrom('👍', '❤️', OWL),
	isUndo: fc.boolean(),
	mishap: fc.constantFrom('none', 'none', 'none', 'refused', 'lost there', 'lost back')
});
const MISHAPS: Readonly<Record<string, Mishap>> = {
	refused: refusal(409),
	'lost there': loseRequest,
	'lost back': loseAnswer
};

test('after any reactions and undos, whatever goes wrong, the page says what the server has', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 8 }), fc.boolean(), async (steps, isOnly) => {
			const acting = await makeOwl(isOnly ? { most: 1 } : {});
			const { mutations, activity, atServer, clock, control, shown, thread, mutation } = acting;
			for (const { key, isUndo, mishap } of steps) {
				control.mishap = MISHAPS[mishap] ?? ((_request, send) => send());
				const [replaced] = shown();
				const replaces = isOnly && replaced !== undefined ? { replaces: replaced } : {};
				const kind = shown().includes(key) ? 'unreact' : 'react';
				if (isUndo) await mutations.undoGroup(activity.getLatestGroupId(clock.now) ?? 0);
				else if (kind === 'unreact')
					await mutations.perform({ ...mutation, kind, reactionKey: key });
				else await mutations.perform({ ...mutation, reactionKey: key, ...replaces });
				await thread.refetch(never);
			}
			expect(shown().toSorted()).toEqual((await atServer()).toSorted());
		}),
		{ numRuns: 25 }
	);
}, 30_000);
