import { expect, test } from 'vitest';
import {
	describeResult,
	findUnstated,
	groupByReason,
	toToggle,
	getToggleForMany
} from '$lib/domain/mutations/bulk';
import { SourceError } from '$lib/domain/connection/source-error';
import { makeChat } from '../../../fixtures/chats';
import { makeCircumstances, toggle } from '../../../fixtures/writes';

test.for([
	['archive', 'archive', true],
	['unarchive', 'archive', false],
	['mute', 'mute', true],
	['unmute', 'mute', false],
	['pin', 'pin', true],
	['unpin', 'pin', false],
	['low-priority', 'low-priority', true],
	['normal-priority', 'low-priority', false],
	['read', 'read', true],
	['unread', 'read', false]
] as const)('%s sets %s to %s', ([action, kind, value]) => {
	const chat = makeChat();
	expect(toToggle(action)(chat)).toEqual(toggle(kind, chat.id, value));
});

test('chats that do not say whether they allow it are hinted at, others are not', () => {
	const sure = makeChat({ capabilities: { archive: true } });
	const silent = makeChat({ capabilities: {} });
	const unreported = makeChat();
	const chats = [sure, silent, unreported];
	const mutations = chats.map(toToggle('archive'));
	expect(findUnstated(mutations, chats, makeCircumstances())).toEqual([
		{ chat: silent, reason: 'This network doesn’t say if it allows this' },
		{ chat: unreported, reason: 'Unknown – Beeper will try' }
	]);
});

test('the commonest reason comes first, with all it holds for', () => {
	const items = ['once', 'often', 'often'].map((reason, id) => ({ reason, id }));
	expect(groupByReason(items)).toEqual([
		{
			reason: 'often',
			items: [
				{ reason: 'often', id: 1 },
				{ reason: 'often', id: 2 }
			]
		},
		{ reason: 'once', items: [{ reason: 'once', id: 0 }] }
	]);
});

test('a failure is described in the server’s own words', () => {
	const error = new SourceError('network-failed', { status: 502, says: 'Bridge is down' });
	expect(describeResult({ kind: 'failed', error })).toBe(
		'The chat’s network failed · Beeper says: Bridge is down'
	);
});

test('a success has no reason, a different effect has one', () => {
	expect(describeResult({ kind: 'done', mismatch: null })).toBe('');
	expect(describeResult({ kind: 'done', mismatch: 'It is pinned.' })).toBe('It is pinned.');
	expect(describeResult({ kind: 'refused', reason: 'Read-only is on.' })).toBe('Read-only is on.');
});

const quiet = makeChat({ isMuted: true, isLowPriority: true, unreadCount: 0 });
const loud = makeChat({ isMuted: false, isLowPriority: false, unreadCount: 3 });

test.for([
	['mutes as long as one is not muted', [quiet, loud], 'mute', 'mute', 'unmute', true],
	['unmutes when all are muted', [quiet, quiet], 'mute', 'unmute', 'mute', false],
	['marks read as long as one is unread', [quiet, loud], 'read', 'read', 'unread', true],
	['marks unread when all are read', [quiet], 'read', 'unread', 'read', false],
	['marks read when all are unread', [loud], 'read', 'read', 'unread', false]
] as const)('a key %s', ([, chats, kind, action, opposite, hasOpposite]) => {
	expect(getToggleForMany(chats, kind)).toEqual({ action, opposite, hasOpposite });
});
