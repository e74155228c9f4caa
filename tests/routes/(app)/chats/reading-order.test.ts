import { expect, test } from 'vitest';
import type { Chat } from '$lib/domain/chat/chat';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { ChatIndex } from '$lib/domain/chat-list/chat-index';
import { findNeighbour } from '$lib/domain/chat-list/reading-order';
import { ChatStore } from '$lib/state/chat-store.svelte';
import { ReadingOrder } from '../../../../src/routes/(app)/chats/reading-order.svelte';
import { makeChat } from '../../../fixtures/chats';

const UNREAD = 'unread=yes';

/** Unread chats named by their IDs; the first has the newest activity. */
function start(...ids: readonly string[]) {
	const index = new ChatIndex(createNetworkIndex([]));
	const store = new ChatStore();
	store.put(
		ids.map((id, place) => makeChat({ id, title: id, unreadCount: 1, lastActivity: 1_000 - place }))
	);
	const order = new ReadingOrder({
		chats: () => index.read(store.chats),
		titles: () => index.titles,
		accounts: () => [],
		now: () => 0
	});

	function change(id: string, changes: Partial<Chat>) {
		const chat = store.get(id);
		if (chat) store.put([{ ...chat, ...changes }]);
	}

	return { order, change };
}

test('the order of a list is that of its rows when it was left, whatever changes since', () => {
	const { order, change } = start('a', 'b', 'c');
	order.setQuery(UNREAD);
	order.keepList({ query: UNREAD, ids: ['c', 'a', 'b'], top: 64 });
	change('b', { lastActivity: 2_000 });
	expect(order.getIDs('a')).toEqual(['c', 'a', 'b']);
	change('b', { unreadCount: 0 });
	expect(order.getIDs('a')).toEqual(['c', 'a', 'b']);
	expect(findNeighbour(order.getIDs('a'), 'a', 'next', order.isInView)).toBeUndefined();
});

test('after a reload the order is that of the view, the open chat in its place', () => {
	const { order, change } = start('a', 'b', 'c');
	order.setQuery(`${UNREAD}&sort=-activity`);
	change('b', { unreadCount: 0 });
	expect(order.getIDs('b')).toEqual(['c', 'b', 'a']);
	expect(order.getIDs('a')).toEqual(['c', 'a']);
});

test('from the first move on it stays, as another list’s order does not', () => {
	const { order, change } = start('a', 'b', 'c');
	order.setQuery(UNREAD);
	order.keep(order.getIDs('a'));
	change('c', { lastActivity: 2_000 });
	expect(order.getIDs('a')).toEqual(['a', 'b', 'c']);
	order.setQuery('');
	expect(order.getIDs('a')).toEqual(['c', 'a', 'b']);
});

test('groups of the view are gone through one after the other', () => {
	const { order, change } = start('a', 'b', 'c');
	change('b', { type: 'group' });
	order.setQuery('group=type');
	expect(order.getIDs('a')).toEqual(['a', 'c', 'b']);
});

test('the list goes on at the chat that was open, or the nearest one left', () => {
	const { order, change } = start('a', 'b', 'c');
	order.setQuery(UNREAD);
	order.keepList({ query: UNREAD, ids: ['a', 'b', 'c'], top: 64 });
	expect(order.findReturn(UNREAD)).toBeUndefined();
	order.leave('b');
	expect(order.findReturn(UNREAD)).toEqual({ top: 64, currentID: 'b' });
	change('b', { unreadCount: 0 });
	expect(order.findReturn(UNREAD)).toEqual({ top: 64, currentID: 'c' });
	expect(order.findReturn('muted=yes')).toBeUndefined();
});

test('a chat that was passed is told once', () => {
	const { order } = start('a', 'b', 'c');
	order.pass('a');
	order.pass('c');
	expect(order.takePassed(['b'])).toBeUndefined();
	expect(order.takePassed(['b', 'a', 'c'])).toBe('a');
	expect(order.takePassed(['a'])).toBeUndefined();
	expect(order.takePassed(['a', 'c'])).toBe('c');
});
