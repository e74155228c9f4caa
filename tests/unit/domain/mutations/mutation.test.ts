import { expect, test } from 'vitest';
import {
	applyMutation,
	applyOptimisticUpdates,
	mergeResponse,
	toOptimisticUpdate
} from '$lib/domain/mutations/optimistic';
import { getTimerChoices } from '$lib/domain/mutations/permission';
import { getActionWords } from '$lib/domain/mutations/actions';
import { getAction, getTargetKey, isChange, toSteps } from '$lib/domain/mutations/mutation';
import { describeValue } from '$lib/domain/mutations/describe-change';
import { makeChat } from '../../../fixtures/chats';
import { toggle, writesAbout } from '../../../fixtures/writes';

test('writes about the same share a slot, all others have their own', () => {
	expect(getTargetKey(toggle('mute', 'a'))).toBe(getTargetKey(toggle('mute', 'a', false)));
	const others = [toggle('mute', 'b'), toggle('pin', 'a')].map(getTargetKey);
	expect(others).not.toContain(getTargetKey(toggle('mute', 'a')));
	const reaction = { chatID: 'a', messageID: 'm' } as const;
	expect(getTargetKey({ ...reaction, kind: 'react', reactionKey: '❤️' })).toBe(
		getTargetKey({ ...reaction, kind: 'unreact', reactionKey: '❤' })
	);
});

test('a draft takes two steps only where another is in the way', () => {
	const mutation = { kind: 'draft', chatID: 'a', value: { text: 'x', attachments: [] } } as const;
	const draft = { text: 'old', markdown: 'old', attachments: [] };
	expect(toSteps(makeChat({ draft: null }), mutation)).toEqual([mutation]);
	expect(toSteps(undefined, mutation)).toEqual([mutation]);
	expect(toSteps(makeChat({ draft }), mutation)).toEqual([{ ...mutation, value: null }, mutation]);
	const clear = { ...mutation, value: null };
	expect(toSteps(makeChat({ draft }), clear)).toEqual([clear]);
});

test.for([
	['See **you** at _noon_', 'See you at noon'],
	['2 * 3 is ~~7~~ `6`', '2 * 3 is 7 6'],
	['plain', 'plain']
] as const)('until the server says how a draft reads, %s reads %s', ([text, shown]) => {
	const mutation = { kind: 'draft', chatID: 'a', value: { text, attachments: [] } } as const;
	const chat = applyMutation(makeChat({ id: 'a' }), mutation);
	expect(chat.draft).toEqual({ text: shown, markdown: text, attachments: [] });
});

test('bringing Beeper to the front changes nothing, unless it writes a draft', () => {
	expect(isChange({ kind: 'focus', chatID: 'a' })).toBe(false);
	expect(isChange({ kind: 'focus', chatID: 'a', draftText: 'x' })).toBe(true);
	expect(isChange({ kind: 'notify-anyway', chatID: 'a' })).toBe(true);
});

test.for(writesAbout('a'))('there are words for %j', (mutation) => {
	const words = getActionWords(getAction(mutation));
	expect(words.failed).toMatch(/^Couldn’t [a-z]/);
	expect([words.label, words.done]).toEqual([
		expect.stringMatching(/^[A-Z]/),
		expect.stringMatching(/^[A-Z]/)
	]);
});

test('timers are whole seconds, shortest first; none listed means any', () => {
	const timers = [604_800_000, 0, 86_400_000, 1500];
	const chat = makeChat({ capabilities: { disappearingTimer: { timers } } });
	expect(getTimerChoices(chat)).toEqual([86_400, 604_800]);
	expect(getTimerChoices(makeChat({ capabilities: { disappearingTimer: {} } }))).toBeNull();
	expect(getTimerChoices(makeChat())).toBeNull();
});

test('all pending mutations are shown, in order, on their own chats', () => {
	const [a, b] = [makeChat({ isMuted: false }), makeChat()];
	const mutations = [toggle('mute', a.id), toggle('pin', a.id), toggle('mute', a.id, false)];
	const shown = applyOptimisticUpdates([a, b], mutations.map(toOptimisticUpdate));
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
	expect(mergeResponse(before, answer)).toEqual({ ...answer, preview, capabilities, participants });
	expect(mergeResponse(undefined, answer)).toBe(answer);
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
] as const)('%j, a chat with %j: %s', ([mutation, overrides, words]) => {
	expect(describeValue(mutation, makeChat(overrides))).toBe(words);
});
