import { expect, test } from 'vitest';
import type { Chat } from '$lib/domain/chat/chat';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { ChatIndex } from '$lib/domain/chat-list/chat-index';
import { filterChats } from '$lib/domain/chat-list/filter';
import { formatView, parseView } from '$lib/domain/chat-list/view-url';
import { toToggle } from '$lib/domain/mutations/bulk';
import { applyMutation } from '$lib/domain/mutations/optimistic';
import { createPlan } from '$lib/domain/mutations/plan';
import { findRecipe, RECIPES } from '$lib/domain/mutations/recipes';
import { DAY } from '$lib/format/time';
import { makeChat } from '../../../fixtures/chats';
import { makeCircumstances } from '../../../fixtures/writes';

const now = Date.parse('2026-03-10T12:00Z');

function finds(id: string, overrides: Partial<Chat>): boolean {
	const recipe = findRecipe(id);
	const flags = { isArchived: false, isPinned: false, isMuted: false, draft: null, reminder: null };
	const chats = new ChatIndex(createNetworkIndex([])).read([makeChat({ ...flags, ...overrides })]);
	return (
		recipe !== undefined && filterChats(chats, recipe.view.filter, () => now).matching.length > 0
	);
}

const draft = { text: 'Hi', markdown: 'Hi', attachments: [] };
const large = { items: [], hasMore: true, total: 51 };

test.for<[string, string, Partial<Chat>, boolean]>([
	['archive-read', 'a read chat', {}, true],
	['archive-read', 'an unread chat', { unreadCount: 1 }, false],
	['archive-read', 'a chat marked as unread', { isMarkedUnread: true }, false],
	['archive-read', 'a chat with a draft', { draft }, false],
	['archive-read', 'a chat with a reminder', { reminder: { remindAt: now + DAY } }, false],
	['archive-read', 'a pinned chat', { isPinned: true }, false],
	['archive-read', 'an archived chat', { isArchived: true }, false],
	[
		'archive-old',
		'a group silent for 91 days',
		{ type: 'group', lastActivity: now - 91 * DAY },
		true
	],
	['archive-old', 'a chat silent for 89 days', { lastActivity: now - 89 * DAY }, false],
	['archive-old', 'a pinned chat', { isPinned: true, lastActivity: now - 91 * DAY }, false],
	['archive-silent', 'a chat silent for 366 days', { lastActivity: now - 366 * DAY }, true],
	['archive-silent', 'a chat silent for 364 days', { lastActivity: now - 364 * DAY }, false],
	['archive-silent', 'a chat of unknown activity', {}, false],
	[
		'archive-silent',
		'a group silent for 366 days',
		{ type: 'group', lastActivity: now - 366 * DAY },
		false
	],
	['mute-large-groups', 'a group of 51', { type: 'group', participants: large }, true],
	[
		'mute-large-groups',
		'a group of 50',
		{ type: 'group', participants: { ...large, total: 50 } },
		false
	],
	[
		'mute-large-groups',
		'a muted group of 51',
		{ type: 'group', participants: large, isMuted: true },
		false
	]
])('%s: %s: %s', ([id, , overrides, isFound]) => {
	expect(finds(id, overrides)).toBe(isFound);
});

/** A chat for each recipe. */
const FITTING: Readonly<Record<string, Partial<Chat>>> = {
	'archive-read': {},
	'archive-old': { lastActivity: now - 91 * DAY },
	'archive-silent': { lastActivity: now - 366 * DAY },
	'mute-large-groups': { type: 'group', participants: large }
};

test.for(RECIPES)('$name: its view has an address, and its action leaves none of it', (recipe) => {
	expect(parseView(formatView(recipe.view)).view).toEqual(recipe.view);
	const chat = makeChat(FITTING[recipe.id]);
	expect(finds(recipe.id, chat)).toBe(true);
	const { mutations } = createPlan([chat], toToggle(recipe.action), makeCircumstances());
	expect(mutations).toHaveLength(1);
	expect(finds(recipe.id, mutations.reduce(applyMutation, chat))).toBe(false);
});

test('no recipe has an unknown ID', () => {
	expect(findRecipe('format-disk')).toBeUndefined();
	expect(findRecipe(undefined)).toBeUndefined();
});
