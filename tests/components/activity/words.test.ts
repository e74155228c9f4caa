import { expect, test } from 'vitest';
import { afterWords, beforeWords } from '$lib/components/activity/words';
import type { Entry } from '$lib/domain/mutations/result';
import { wordsOf } from '$lib/domain/mutations/actions';
import type { ReactionWrite } from '$lib/domain/mutations/mutation';
import { SourceError } from '$lib/domain/connection/source';

const react: ReactionWrite = {
	kind: 'react',
	chatID: '!lunch:beeper.local',
	messageID: '1',
	reactionKey: '👍'
};

function entryOf(write: ReactionWrite, outcome: Entry['outcome']): Entry {
	const unanswered = { before: undefined, after: undefined, status: undefined, answer: '' };
	const past = { undo: [], undoUntil: 0, isUndone: false };
	return { id: 1, deed: 1, at: 0, write, outcome, ...unanswered, ...past };
}

test.for([
	['one more', react, 'React 👍', 'none', '👍'],
	['another', { ...react, replaces: '🎉' }, 'React 👍', '🎉', '👍'],
	['one fewer', { ...react, kind: 'unreact' }, 'Remove 👍', '👍', 'none'],
	[
		'a network’s own',
		{ ...react, reactionKey: 'mxc://a/b' },
		'React custom emoji',
		'none',
		'custom emoji'
	]
] as const)('a reaction is told by its sign: %s', ([, write, verb, before, after]) => {
	const entry = entryOf(write, { kind: 'done', surprise: null });
	expect([wordsOf(write).verb, beforeWords(entry), afterWords(entry)]).toEqual([
		verb,
		before,
		after
	]);
});

test('a reaction that failed has changed nothing', () => {
	const error = new SourceError('conflict', { status: 409 });
	expect(afterWords(entryOf(react, { kind: 'failed', error }))).toBe('not changed');
	const lost = new SourceError('unreachable');
	expect(afterWords(entryOf(react, { kind: 'unknown', error: lost, found: undefined }))).toBe(
		'unknown'
	);
});
