import { expect, test } from 'vitest';
import { SourceError } from '$lib/domain/connection/source-error';
import { AWAY } from '$lib/domain/mutations/permission';
import {
	draftWrite,
	isPlain,
	loseAnswer,
	loseRequest,
	makeSampleActions
} from '../fixtures/sample-actions';
import { makeBulk } from '../fixtures/sample-bulk';
import { toggle } from '../fixtures/writes';

/** A server that is known to be away. @param isBack - what asking it again finds */
function makePresence(isBack = false) {
	let isAway = false;
	let checks = 0;
	return {
		presence: {
			isAway: () => isAway,
			check: async () => {
				checks++;
				if (isBack) isAway = false;
			}
		},
		leave: () => (isAway = true),
		count: () => checks
	};
}

test('while Beeper is known to be away nothing is sent, nothing changes, and that is said', async () => {
	const { presence, leave } = makePresence();
	const { mutations, activity, chatLike, inbox, sent, toasts } = await makeSampleActions({
		presence
	});
	const chat = chatLike(isPlain);
	leave();
	const shown: unknown[] = [];
	const result = mutations.run(toggle('archive', chat.id));
	shown.push(inbox.find(chat.id));
	expect(await result).toEqual({ kind: 'refused', reason: AWAY });
	expect(shown).toEqual([chat]);
	expect([inbox.find(chat.id), sent, activity.entries]).toEqual([chat, [], []]);
	expect(toasts.shown).toMatchObject([
		{ text: expect.stringContaining('Couldn’t archive'), detail: AWAY }
	]);
	expect(await mutations.run(draftWrite(chat.id, 'Later'))).toMatchObject({ kind: 'refused' });
	expect(sent).toEqual([]);
});

test('a bulk run, and an undo, do not begin while Beeper is away', async () => {
	const { presence, leave } = makePresence();
	const { bulk, mutations, chatLike, plan, sent, inbox } = await makeBulk({ presence });
	const { id } = chatLike(isPlain);
	await mutations.run(toggle('pin', id));
	leave();
	await bulk.run(plan);
	expect([sent.length, bulk.done, bulk.failed.length + bulk.untried.length]).toEqual([
		1,
		[],
		plan.mutations.length
	]);
	expect(mutations.undoLatest()).toBe(true);
	await expect.poll(() => mutations.undoingChatIDs.size).toBe(0);
	expect([sent.length, inbox.find(id)?.isPinned]).toEqual([1, true]);
});

test('when asking again finds Beeper back, the change is sent, once', async () => {
	const { presence, leave, count } = makePresence(true);
	const { mutations, chatLike, inbox, sent } = await makeSampleActions({ presence });
	const { id } = chatLike(isPlain);
	leave();
	const both = [mutations.run(toggle('mute', id)), mutations.run(toggle('mute', id))];
	await Promise.all(both);
	expect([sent.length, inbox.find(id)?.isMuted]).toEqual([1, true]);
	expect(count()).toBeGreaterThan(0);
});

/** A server that seems away until the test lets a check find it back. */
function makeSlowPresence() {
	let isAway = false;
	const checks: (() => void)[] = [];
	return {
		presence: {
			isAway: () => isAway,
			check: () => new Promise<void>((resolve) => checks.push(resolve))
		},
		leave: () => (isAway = true),
		findBack() {
			isAway = false;
			for (const end of checks) end();
		}
	};
}

test('an undo that is asked for twice while Beeper seems away is sent once', async () => {
	const { presence, leave, findBack } = makeSlowPresence();
	const { mutations, chatLike, inbox, sent } = await makeSampleActions({ presence });
	const { id } = chatLike(isPlain);
	await mutations.run(toggle('pin', id));
	const groupId = mutations.activity.entries[0]?.groupId ?? 0;
	leave();
	const both = [mutations.undo(groupId), mutations.undo(groupId)];
	findBack();
	await Promise.all(both);
	expect([sent.length, inbox.find(id)?.isPinned]).toEqual([2, false]);
});

test('an undo while a change waits for Beeper takes back that change, not the one before', async () => {
	const { presence, leave, findBack } = makeSlowPresence();
	const { mutations, chatLike, inbox, sent } = await makeSampleActions({ presence });
	const { id } = chatLike(isPlain);
	await mutations.run(toggle('pin', id));
	leave();
	const run = mutations.run(toggle('mute', id));
	expect(mutations.undoLatest()).toBe(true);
	findBack();
	await run;
	await expect.poll(() => mutations.undoingChatIDs.size).toBe(0);
	expect(sent).toHaveLength(3);
	expect(inbox.find(id)).toMatchObject({ isPinned: true, isMuted: false });
});

test('an undo that is found to have happened while Beeper seemed away is not sent again', async () => {
	const { presence, leave, findBack } = makeSlowPresence();
	const { mutations, activity, chatLike, control, inbox, sent, source } = await makeSampleActions({
		presence
	});
	const { id } = chatLike(isPlain);
	await mutations.run(toggle('pin', id));
	const groupId = activity.entries[0]?.groupId ?? 0;
	const read = source.chat;
	source.chat = () => Promise.reject(new SourceError('unreachable'));
	control.mishap = loseAnswer;
	await mutations.undo(groupId);
	expect(activity.entries[0]?.outcome).toMatchObject({ kind: 'unknown', found: undefined });
	source.chat = read;
	control.mishap = (_request, send) => send();
	leave();
	const again = mutations.undo(groupId);
	const review = mutations.reviewUnknown({ wasAway: true });
	findBack();
	await Promise.all([again, review]);
	expect([sent.length, inbox.find(id)?.isPinned]).toEqual([2, false]);
});

test('outcomes that nobody knew are looked at when Beeper is back, and the toast says what was found', async () => {
	const { mutations, activity, chatLike, control, inbox, sent, source, toasts } =
		await makeSampleActions();
	const { id } = chatLike(isPlain);
	const read = source.chat;
	source.chat = () => Promise.reject(new SourceError('unreachable'));
	control.mishap = async (_request, send) => {
		await send();
		return loseRequest();
	};
	await mutations.run(toggle('mute', id));
	expect(activity.entries).toMatchObject([{ outcome: { kind: 'unknown', found: undefined } }]);
	expect(toasts.shown).toMatchObject([{ tone: 'bad' }]);
	source.chat = read;
	await mutations.reviewUnknown({ wasAway: true });
	expect(activity.entries).toMatchObject([{ outcome: { kind: 'unknown', found: true } }]);
	expect(toasts.shown).toMatchObject([{ tone: 'plain', undoUntil: expect.any(Number) }]);
	expect([sent.length, inbox.find(id)?.isMuted]).toEqual([1, true]);
});
