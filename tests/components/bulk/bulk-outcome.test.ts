import { expect, test } from 'vitest';
import {
	formatHeadline,
	toSummaryLists,
	type FinishedMutation
} from '$lib/components/bulk/bulk-outcome';
import { createPlan } from '$lib/domain/mutations/plan';
import { toToggle } from '$lib/domain/mutations/bulk';
import { SourceError } from '$lib/domain/connection/source-error';
import { makeChat } from '../../fixtures/chats';
import { makeCircumstances, toggle } from '../../fixtures/writes';

const chat = makeChat({ isArchived: true, unreadCount: 1, title: 'Family' });
const plan = createPlan([chat], toToggle('read'), makeCircumstances());
const nothing = { plan, isUndo: true, done: [], failed: [], unknown: [], untried: [] };

/** Undoing this takes two mutations. */
const unread = toggle('read', chat.id, false);
const archive = toggle('archive', chat.id);
const done: FinishedMutation = { mutation: unread, result: { kind: 'done', mismatch: null } };
const failed: FinishedMutation = {
	mutation: archive,
	result: { kind: 'failed', error: new SourceError('network-failed') }
};

test('a chat with two mutations is counted once', () => {
	const both = { ...nothing, done: [done, { ...done, mutation: archive }] };
	expect(formatHeadline(both)).toBe('Undone: 1 chat');
});

test('a chat with one failed mutation counts as not undone', () => {
	const half = { ...nothing, done: [done], failed: [failed] };
	expect(formatHeadline(half)).toBe('Undone: none, 1 not undone');
	expect(toSummaryLists(half, () => chat)).toEqual([
		{ words: 'Not undone', items: [{ chat, reason: 'The chat’s network failed' }] }
	]);
});

test('a chat whose mutations were not started is listed once', () => {
	const stopped = { ...nothing, untried: [unread, archive] };
	expect(formatHeadline(stopped)).toBe('Undone: none, 1 not undone');
	expect(toSummaryLists(stopped, () => chat)).toEqual([
		{ words: 'Not started', items: [{ chat, reason: 'Stopped before it started' }] }
	]);
});

test('a removed chat is still counted', () => {
	const ending = { ...nothing, failed: [failed] };
	expect(formatHeadline(ending)).toBe('Undone: none, 1 not undone');
	expect(toSummaryLists(ending, () => undefined)).toEqual([]);
});
