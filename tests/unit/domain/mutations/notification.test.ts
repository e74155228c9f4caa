import { describe, expect, test } from 'vitest';
import type { MutationResult } from '$lib/domain/mutations/result';
import {
	toDoubtNotification,
	toNotification,
	toUndoNotification
} from '$lib/domain/mutations/notification';
import type { Mutation } from '$lib/domain/mutations/mutation';
import { SourceError } from '$lib/domain/connection/source-error';
import { makeChat } from '../../../fixtures/chats';

const chat = makeChat({ title: 'Anna' });
const archive: Mutation = { kind: 'archive', chatID: chat.id, value: true };
const lost = new SourceError('unreachable');

describe('the notification of a mutation', () => {
	test.for<[string, MutationResult, string, string | undefined]>([
		['went well', { kind: 'done', mismatch: null }, 'Archived: Anna', undefined],
		[
			'turned out otherwise',
			{ kind: 'done', mismatch: 'It is still there.' },
			'Archive: Anna',
			'It is still there.'
		],
		[
			'was refused here',
			{ kind: 'refused', reason: 'Read-only is on.' },
			'Couldn’t archive: Anna',
			'Read-only is on.'
		],
		[
			'the server refused',
			{ kind: 'failed', error: new SourceError('conflict', { says: 'pinned' }) },
			'Couldn’t archive: Anna',
			'Not possible right now · Beeper says: pinned'
		],
		[
			'was never answered',
			{ kind: 'unknown', error: lost, found: undefined },
			'Couldn’t confirm archiving “Anna”',
			'Beeper didn’t respond. Check the chat before trying again.'
		],
		[
			'was never answered, as the relay says',
			{
				kind: 'unknown',
				error: new SourceError('unreachable', { status: 502 }),
				found: undefined
			},
			'Couldn’t confirm archiving “Anna”',
			'Beeper didn’t respond. Check the chat before trying again.'
		],
		[
			'was never answered, but happened',
			{ kind: 'unknown', error: lost, found: true },
			'Archived: Anna',
			'Beeper didn’t respond, but the chat shows the change.'
		],
		[
			'failed on paper, and happened in fact',
			{ kind: 'unknown', error: new SourceError('server-fault', { status: 503 }), found: true },
			'Archived: Anna',
			'Beeper returned an error (503), but the chat shows the change.'
		],
		[
			'did more than was asked',
			{
				kind: 'done',
				mismatch: null,
				sideEffects: [
					{ kind: 'pin', chatID: chat.id, value: false },
					{ kind: 'read', chatID: chat.id, value: true }
				]
			},
			'Archived, unpinned and marked as read: Anna',
			undefined
		]
	])('that %s', ([, result, text, detail]) => {
		const telling = toNotification(archive, result, chat);
		expect([telling?.text, telling?.detail]).toEqual([text, detail]);
	});

	test('while the chat is read again, the outcome is unknown', () => {
		expect(toDoubtNotification(archive, chat).text).toBe(
			'Couldn’t confirm archiving “Anna” yet. Checking…'
		);
	});

	test('an undo only names what it could not restore', () => {
		const losses = ['unread count'];
		const detail = 'Couldn’t restore: unread count';
		const done = { kind: 'done', mismatch: null } as const;
		expect(toUndoNotification(done, chat)).toBeNull();
		expect(toUndoNotification({ ...done, losses }, chat)).toMatchObject({
			text: 'Undone: Anna',
			detail
		});
	});

	test('a press that was ignored is not told', () => {
		expect(toNotification(archive, { kind: 'ignored' }, chat)).toBeNull();
	});

	test('an unknown chat has no name', () => {
		const telling = toNotification(archive, { kind: 'done', mismatch: null }, undefined);
		expect(telling).toEqual({ tone: 'plain', text: 'Archived' });
	});
});
