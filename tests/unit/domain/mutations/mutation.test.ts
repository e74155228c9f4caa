import { expect, test } from 'vitest';
import { afterAnswer, applyWrite, guessOf } from '$lib/domain/mutations/optimistic';
import { applyGuesses } from '$lib/domain/mutations/guesses';
import { timersOf } from '$lib/domain/mutations/timer';
import { valueWords } from '$lib/domain/mutations/describe-change';
import { ACTION_WORDS, actionOf } from '$lib/domain/mutations/actions';
import { isChange, slotOf, stepsOf } from '$lib/domain/mutations/mutation';
import { makeChat } from '../../../fixtures/chats';
import { toggle, writesAbout } from '../../../fixtures/writes';

test('writes about the same share a slot, all others have their own', () => {
	expect(slotOf(toggle('mute', 'a'))).toBe(slotOf(toggle('mute', 'a', false)));
	const others = [toggle('mute', 'b'), toggle('pin', 'a')].map(slotOf);
	expect(others).not.toContain(slotOf(toggle('mute', 'a')));
	const reaction = { chatID: 'a', messageID: 'm' } as const;
	expect(slotOf({ ...reaction, kind: 'react', reactionKey: '❤️' })).toBe(
		slotOf({ ...reaction, kind: 'unreact', reactionKey: '❤' })
	);
});

test('a draft takes two steps only where another is in the way', () => {
	const write = { kind: 'draft', chatID: 'a', value: { text: 'x', attachments: [] } } as const;
	const draft = { text: 'old', markdown: 'old', attachments: [] };
	expect(stepsOf(makeChat({ draft: null }), write)).toEqual([write]);
	expect(stepsOf(undefined, write)).toEqual([write]);
	expect(stepsOf(makeChat({ draft }), write)).toEqual([{ ...write, value: null }, write]);
	const clear = { ...write, value: null };
	expect(stepsOf(makeChat({ draft }), clear)).toEqual([clear]);
});

test.for([
	['See **you** at _noon_', 'See you at noon'],
	['2 * 3 is ~~7~~ `6`', '2 * 3 is 7 6'],
	['plain', 'plain']
] as const)('until the server says how a draft reads, %s reads %s', ([text, shown]) => {
	const write = { kind: 'draft', chatID: 'a', value: { text, attachments: [] } } as const;
	const chat = applyWrite(makeChat({ id: 'a' }), write);
	expect(chat.draft).toEqual({ text: shown, markdown: text, attachments: [] });
});

test('bringing Beeper to the front changes nothing, unless it writes a draft', () => {
	expect(isChange({ kind: 'focus', chatID: 'a' })).toBe(false);
	expect(isChange({ kind: 'focus', chatID: 'a', draftText: 'x' })).toBe(true);
	expect(isChange({ kind: 'notify-anyway', chatID: 'a' })).toBe(true);
});

test.for(writesAbout('a'))('there are words for %j', (write) => {
	const words = ACTION_WORDS[actionOf(write)];
	expect(words.failed).toMatch(/^Could not [a-z]/);
	expect([words.verb, words.done]).toEqual([
		expect.stringMatching(/^[A-Z]/),
		expect.stringMatching(/^[A-Z]/)
	]);
});

test('timers are whole seconds, shortest first; none listed means any', () => {
	const timers = [604_800_000, 0, 86_400_000, 1500];
	const chat = makeChat({ capabilities: { disappearingTimer: { timers } } });
	expect(timersOf(chat)).toEqual([86_400, 604_800]);
	expect(timersOf(makeChat({ capabilities: { disappearingTimer: {} } }))).toBeNull();
	expect(timersOf(makeChat())).toBeNull();
});

test('everything under way is shown, in its order, on its own chat', () => {
	const [a, b] = [makeChat({ isMuted: false }), makeChat()];
	const writes = [toggle('mute', a.id), toggle('pin', a.id), toggle('mute', a.id, false)];
	const shown = applyGuesses([a, b], writes.map(guessOf));
	expect(shown).toEqual([{ ...a, isMuted: false, isPinned: true }, b]);
	expect(shown[1]).toBe(b);
});

test('an answer keeps what such answers lack', () => {
	const items = [{ id: '1' }, { id: '2' }];
	const before = makeChat({
		preview: { id: 'p', attachments: [] },
		capabilities: { archive: true },
		participants: { items, hasMore: false, total: 2 }
	});
	const cut = { items: items.slice(1), hasMore: true, total: 2 };
	const answer = makeChat({ id: before.id, isMuted: true, participants: cut });
	const { preview, capabilities, participants } = before;
	expect(afterAnswer(before, answer)).toEqual({ ...answer, preview, capabilities, participants });
	expect(afterAnswer(undefined, answer)).toBe(answer);
});

test.for([
	[toggle('archive', 'a'), { isArchived: true }, 'archived'],
	[toggle('archive', 'a'), { isArchived: false }, 'not archived'],
	[toggle('archive', 'a'), {}, 'unknown'],
	[toggle('read', 'a'), { unreadCount: 3 }, 'unread'],
	[{ kind: 'title', chatID: 'a', value: 'x' }, { title: 'Lunch' }, '“Lunch”'],
	[{ kind: 'timer', chatID: 'a', value: 1 }, { messageExpirySeconds: 86_400 }, '24 h'],
	[{ kind: 'timer', chatID: 'a', value: 1 }, { messageExpirySeconds: null }, 'off'],
	[{ kind: 'draft', chatID: 'a', value: null }, { draft: null }, 'none'],
	[{ kind: 'notify-anyway', chatID: 'a' }, {}, '']
] as const)('%j, a chat with %j: %s', ([write, overrides, words]) => {
	expect(valueWords(write, makeChat(overrides))).toBe(words);
});
