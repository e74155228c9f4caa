import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { ChatIndex } from '$lib/domain/chat-list/chat-index';
import { createChatCounter } from '$lib/domain/chat-list/count-chats';
import { filterChats } from '$lib/domain/chat-list/filter';
import { PRESETS } from '$lib/domain/chat-list/presets';
import { parseView } from '$lib/domain/chat-list/view-url';
import { ALL_CHATS } from '$lib/domain/chat-list/view';
import { DAY } from '$lib/format/time';
import { makeChat } from '../../../fixtures/chats';
import { anyChat, anyWorldlyFilter, NOW } from './arbitrary';

function now() {
	return NOW;
}

const getNetwork = createNetworkIndex([]);

test('a view counts the chats that its list shows, whatever it asks for', () => {
	fc.assert(
		fc.property(fc.array(anyChat), fc.array(anyWorldlyFilter), (chats, filters) => {
			const indexed = new ChatIndex(getNetwork).read(chats);
			const count = createChatCounter(indexed, now);
			for (const filter of [...filters, ...PRESETS.map(({ view }) => view.filter)]) {
				expect(count(filter)).toBe(filterChats(indexed, filter, now).matching.length);
			}
		})
	);
});

test.for([
	['active-before=90d', 2],
	['active-after=90d', 1],
	['active-after=95d&active-before=1d', 1],
	['active-before=95d&active-after=1d', 0],
	['', 4]
] as const)(
	'?%s: %i, as chats without activity are neither before nor after a time',
	([query, n]) => {
		const chats = [0, 91, 100].map((days) => makeChat({ lastActivity: NOW - days * DAY }));
		const indexed = new ChatIndex(getNetwork).read([makeChat(), ...chats]);
		const { filter } = { ...ALL_CHATS, ...parseView(query).view };
		expect(createChatCounter(indexed, now)(filter)).toBe(n);
	}
);
