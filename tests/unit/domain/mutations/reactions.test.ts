import { describe, expect, test } from 'vitest';
import {
	applyReaction,
	invertReaction,
	getReactionPermission,
	getReactionChoices,
	findSpelling
} from '$lib/domain/mutations/reactions';
import { groupReactions } from '$lib/domain/chat/message-list';
import { makeChat } from '../../../fixtures/chats';
import { makeMessage } from '../../../fixtures/writes';

const ME = '@me:beeper.local';
const HEART = '❤️';
const BARE_HEART = '❤';

function by(participantID: string, ...keys: string[]) {
	return keys.map((key) => ({ key, participantID, isEmoji: true }));
}

describe('choices', () => {
	test.for([
		['not said', {}, { keys: null, custom: false }],
		['none', { allowedReactions: [] }, { keys: [], custom: false }],
		[
			'listed, and the network’s own',
			{ allowedReactions: [HEART], customEmojiReactions: true },
			{ keys: [HEART], custom: true }
		],
		[
			'listed in two spellings',
			{ allowedReactions: [BARE_HEART, '👍', HEART] },
			{ keys: [BARE_HEART, '👍'], custom: false }
		],
		[
			'listed in the network’s own order, an empty word among them',
			{ allowedReactions: ['🔥', '', '👍', HEART] },
			{ keys: ['🔥', '👍', HEART], custom: false }
		]
	] as const)('%s', ([, capabilities, choices]) => {
		expect(getReactionChoices(makeChat({ capabilities }))).toEqual(choices);
	});

	test('are sent as the server spells them', () => {
		const chat = makeChat({ capabilities: { allowedReactions: [HEART, '👍'] } });
		expect(findSpelling(chat, makeMessage(), BARE_HEART)).toBe(HEART);
		expect(findSpelling(chat, makeMessage({ reactions: by(ME, BARE_HEART) }), HEART)).toBe(
			BARE_HEART
		);
		expect(findSpelling(makeChat(), makeMessage(), '🦉')).toBe('🦉');
	});
});

describe('permission', () => {
	test.for([
		['any emoji where none are listed', {}, '🦉', [], 'allowed'],
		['a listed one in another spelling', { allowedReactions: [HEART] }, BARE_HEART, [], 'allowed'],
		['one that is not listed', { allowedReactions: [HEART] }, '🦉', [], 'refused'],
		['a second, which replaces the first', { reactionCount: 1 }, '🦉', ['👍'], 'allowed'],
		['one too many', { reactionCount: 2 }, '🦉', ['👍', HEART], 'refused'],
		['a word where only emoji are taken', { customEmojiReactions: false }, ':blob:', [], 'refused'],
		['a word where words are taken', { customEmojiReactions: true }, ':blob:', [], 'allowed'],
		['a word where nothing is said', {}, ':blob:', [], 'unstated']
	] as const)('%s', ([, capabilities, key, own, kind]) => {
		const message = makeMessage({ reactions: by(ME, ...own) });
		expect(getReactionPermission(makeChat({ capabilities }), message, key, ME).kind).toBe(kind);
	});
});

test('the way back from the way back is the way there', () => {
	const about = { chatID: '!c', messageID: 'm', reactionKey: HEART };
	const react = { ...about, kind: 'react' } as const;
	const unreact = { ...about, kind: 'unreact' } as const;
	const replace = { ...react, replaces: '👍' };
	expect(invertReaction(react)).toEqual(unreact);
	expect(invertReaction(unreact)).toEqual(react);
	expect(invertReaction(replace)).toEqual({ ...react, reactionKey: '👍', replaces: HEART });
	expect(invertReaction(invertReaction(replace))).toEqual(replace);
});

describe('the message afterwards', () => {
	const mutation = { chatID: '!c', messageID: 'm', reactionKey: HEART } as const;
	const message = makeMessage({ reactions: [...by(ME, '👍'), ...by('@grace', BARE_HEART)] });

	test('has one more, or another where only one is allowed', () => {
		const many = applyReaction(message, { ...mutation, kind: 'react' }, ME, makeChat());
		expect(many.reactions.map(({ key }) => key)).toEqual(['👍', BARE_HEART, HEART]);
		const chat = makeChat({ capabilities: { reactionCount: 1 } });
		const one = applyReaction(message, { ...mutation, kind: 'react' }, ME, chat);
		expect(one.reactions.map(({ key }) => key)).toEqual([BARE_HEART, HEART]);
	});

	test('has one reaction fewer, and only of the user’s own', () => {
		const own = makeMessage({ reactions: [...by(ME, BARE_HEART, '👍'), ...by('@grace', HEART)] });
		const after = applyReaction(own, { ...mutation, kind: 'unreact' }, ME, makeChat());
		expect(after.reactions).toEqual([...by(ME, '👍'), ...by('@grace', HEART)]);
	});

	test('shows who reacted, whatever the spelling', () => {
		expect(groupReactions([...by('a', HEART), ...by('b', '👍'), ...by('c', BARE_HEART)])).toEqual([
			{ key: HEART, isEmoji: true, by: ['a', 'c'] },
			{ key: '👍', isEmoji: true, by: ['b'] }
		]);
	});
});
