import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Chat } from '$lib/domain/chat/chat';
import { getLabels } from '$lib/domain/chat/labels';
import { getMembers } from '$lib/domain/chat/merge';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { ChatIndex } from '$lib/domain/chat-list/chat-index';
import { countFacets, findFacetChoices } from '$lib/domain/chat-list/facets';
import { filterChats } from '$lib/domain/chat-list/filter';
import { ALL_CHATS, FLAGS, type ChatFilter, type Flag } from '$lib/domain/chat-list/view';
import { makeChat } from '../../../fixtures/chats';
import { createMatcher } from '../../../fixtures/views';
import { anyChat, anyWorldlyFilter, NOW } from './arbitrary';

const getNetwork = createNetworkIndex([]);
const context = { getNetwork, now: NOW };

test('counts beside each choice say how many chats it would leave', () => {
	const chats = [
		makeChat({ isMuted: true, unreadCount: 1 }),
		makeChat({ isMuted: true }),
		makeChat({ accountID: 'signal', network: 'Signal', type: 'group', unreadCount: 3 })
	];
	const filter: ChatFilter = { ...ALL_CHATS.filter, flags: { muted: 'yes', unread: 'yes' } };

	const counts = countFor(chats, filter);
	expect(counts.flags.muted).toEqual({ any: 2, yes: 1, no: 1 });
	expect(counts.flags.unread).toEqual({ any: 2, yes: 1, no: 1 });
	expect(counts.flags.archived).toEqual({ any: 1, yes: 0, no: 1 });
	expect(counts.networks).toEqual([
		{ network: { key: 'signal', name: 'Signal' }, count: 0 },
		{ network: { key: 'whatsapp', name: 'WhatsApp' }, count: 1 }
	]);
	expect([...counts.accounts]).toEqual([
		['whatsapp', 1],
		['signal', 0]
	]);
	expect(counts.type).toEqual({ any: 1, single: 1, group: 0 });
});

test('every count is what filtering by that choice would leave', () => {
	fc.assert(
		fc.property(fc.array(anyChat), anyWorldlyFilter, (chats, filter) => {
			const counts = countFor(chats, filter);
			function left(change: Partial<ChatFilter>) {
				return leaves(chats, { ...filter, ...change });
			}

			for (const flag of FLAGS) {
				const flags = without(filter.flags, flag);
				expect(counts.flags[flag]).toEqual({
					any: left({ flags }),
					yes: left({ flags: { ...flags, [flag]: 'yes' } }),
					no: left({ flags: { ...flags, [flag]: 'no' } })
				});
			}
			expect(new Set(counts.networks.map(({ network }) => network.key))).toEqual(
				new Set(chats.flatMap(getMembers).map((chat) => getNetwork(chat).key))
			);
			for (const { network, count } of counts.networks) {
				expect(count).toBe(left({ networks: [network.key] }));
			}
			expect(new Set(counts.accounts.keys())).toEqual(
				new Set(chats.flatMap(getMembers).map(({ accountID }) => accountID))
			);
			expect(new Set(counts.labels.keys())).toEqual(
				new Set(chats.flatMap(getLabels).map(({ id }) => id))
			);
			for (const [labelID, count] of counts.labels) {
				expect(count).toBe(left({ labelIDs: [labelID] }));
			}
			for (const [accountID, count] of counts.accounts) {
				expect(count).toBe(left({ accountIDs: [accountID] }));
			}
			const untyped = { ...filter };
			delete untyped.type;
			expect(counts.type).toEqual({
				any: leaves(chats, untyped),
				single: left({ type: 'single' }),
				group: left({ type: 'group' })
			});
		})
	);
});

function countFor(chats: readonly Chat[], filter: ChatFilter) {
	const indexed = new ChatIndex(getNetwork).read(chats);
	return countFacets(
		filterChats(indexed, filter, () => NOW),
		findFacetChoices(indexed)
	);
}

function without(flags: ChatFilter['flags'], left: Flag): ChatFilter['flags'] {
	return Object.fromEntries(Object.entries(flags).filter(([flag]) => flag !== left));
}

function leaves(chats: readonly Chat[], filter: ChatFilter): number {
	return chats.filter(createMatcher(filter, context)).length;
}
