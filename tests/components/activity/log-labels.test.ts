import { expect, test } from 'vitest';
import { describeAfter, describeBefore } from '$lib/components/activity/log-labels';
import type { LogEntry } from '$lib/domain/mutations/result';
import { getMutationWords } from '$lib/domain/mutations/describe-change';
import type { ReactionMutation } from '$lib/domain/mutations/mutation';
import { SourceError } from '$lib/domain/connection/source-error';

const react: ReactionMutation = {
	kind: 'react',
	chatID: '!lunch:beeper.local',
	messageID: '1',
	reactionKey: '👍'
};

function makeReactionEntry(mutation: ReactionMutation, outcome: LogEntry['outcome']): LogEntry {
	const unanswered = { before: undefined, after: undefined, status: undefined, answer: '' };
	const past = { undo: [], undoUntil: 0, isUndone: false };
	return { id: 1, groupId: 1, at: 0, mutation, outcome, ...unanswered, ...past };
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
] as const)('a reaction is shown by its emoji: %s', ([, mutation, verb, before, after]) => {
	const entry = makeReactionEntry(mutation, { kind: 'done', mismatch: null });
	expect([getMutationWords(mutation).label, describeBefore(entry), describeAfter(entry)]).toEqual([
		verb,
		before,
		after
	]);
});

test('a reaction that failed has changed nothing', () => {
	const error = new SourceError('conflict', { status: 409 });
	expect(describeAfter(makeReactionEntry(react, { kind: 'failed', error }))).toBe('not changed');
	const lost = new SourceError('unreachable');
	expect(
		describeAfter(makeReactionEntry(react, { kind: 'unknown', error: lost, found: undefined }))
	).toBe('unknown');
});
