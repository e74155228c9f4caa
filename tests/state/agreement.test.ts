import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TOGGLE_KINDS } from '$lib/domain/mutations/toggles';
import type { Chat } from '$lib/domain/chat/chat';
import {
	loseAnswer,
	loseRequest,
	makeSampleActions,
	refusal,
	type Mishap
} from '../fixtures/sample-actions';
import { toggle } from '../fixtures/writes';

const CHATS = 4;

const MISHAPS: Readonly<Record<string, Mishap>> = {
	none: (_request, send) => send(),
	refused: refusal(409),
	fault: refusal(500),
	'done, and a fault': async (_request, send) => {
		await send();
		return Response.json({ message: 'No' }, { status: 503 });
	},
	'done, and nonsense': async (_request, send) => {
		await send();
		return new Response('{');
	},
	'lost on the way there': loseRequest,
	'lost on the way back': loseAnswer
};

const step = fc.record({
	does: fc.oneof(
		{ weight: 4, arbitrary: fc.constant('toggle' as const) },
		{ weight: 2, arbitrary: fc.constant('undo' as const) }
	),
	chat: fc.nat(CHATS - 1),
	kind: fc.constantFrom(...TOGGLE_KINDS),
	value: fc.boolean(),
	mishap: fc.constantFrom(...Object.keys(MISHAPS), 'none', 'none', 'none'),
	/** True when the next step waits for this one. */
	isAwaited: fc.boolean()
});

/** The chat without previews and participants, which not every response contains. */
function said(chat: Chat | undefined) {
	return { ...chat, preview: undefined, participants: undefined };
}

test('after any toggles and undos, whatever goes wrong, the page says what the server has', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
			const acting = await makeSampleActions({ chats: CHATS });
			const { mutations, activity, atServer, clock, control, inbox } = acting;
			const ids = inbox.chats.map(({ id }) => id);
			const under: Promise<unknown>[] = [];
			for (const { does, chat, kind, value, mishap, isAwaited } of steps) {
				control.mishap = MISHAPS[mishap] ?? ((_request, send) => send());
				const groupId = activity.getLatestGroupId(clock.now);
				const doing =
					does === 'toggle'
						? mutations.perform(toggle(kind, ids[chat] ?? '', value))
						: mutations.undoGroup(groupId ?? 0);
				under.push(doing);
				if (isAwaited) await doing;
			}
			await Promise.all(under);
			for (const id of ids) {
				expect(said(inbox.find(id))).toEqual(said(await atServer(id)));
			}
		}),
		{ numRuns: 60 }
	);
}, 60_000);
