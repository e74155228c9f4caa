import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clusterChats } from '$lib/domain/capabilities/columns/clusters';
import { createPartFilter } from '$lib/domain/capabilities/columns/column';
import { buildColumns } from '$lib/domain/capabilities/columns/build-columns';
import { createPartsReader } from '$lib/domain/capabilities/table/cell-parts';
import type { Chat } from '$lib/domain/chat/chat';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { formatView, parseView } from '$lib/domain/chat-list/view-url';
import { ALL_CHATS, type ChatFilter } from '$lib/domain/chat-list/view';
import { makeAccount, makeChat } from '../../../../fixtures/chats';
import { createMatcher } from '../../../../fixtures/views';
import { anyChats, getNetwork } from '../arbitrary';

/** The chats that a filter selects after a round trip through the URL. */
function selected(chats: readonly Chat[], filter: ChatFilter, index = getNetwork): Chat[] {
	const { view } = parseView(formatView({ ...ALL_CHATS, filter }));
	return chats.filter(createMatcher(view.filter, { getNetwork: index, now: 0 }));
}

describe('a column’s filter', () => {
	test('selects exactly the column’s chats, whatever the columns are for', () => {
		const by = fc.constantFrom('network', 'account', 'type', 'variant');
		const choice = fc.record({
			by,
			networks: fc.subarray(['signal', 'Slack']),
			accountIDs: fc.subarray(['slackgo.T1', 'signal'])
		});
		fc.assert(
			fc.property(anyChats, choice, (chats, asked) => {
				for (const { filter, chats: count, clusters } of buildColumns(
					clusterChats(chats, getNetwork),
					asked
				).columns) {
					if (!filter) continue;
					const found = selected(chats, filter);
					expect(found).toHaveLength(count);
					expect(clusterChats(found, getNetwork)).toHaveLength(clusters.length);
				}
			}),
			{ numRuns: 50 }
		);
	});

	test('is exact even where another network goes by the same name', () => {
		const accounts = [
			makeAccount({ accountID: 'a', bridge: { id: '1', type: 'signal', provider: 'cloud' } }),
			makeAccount({
				accountID: 'b',
				bridge: { id: '2', type: 'bridge2', provider: 'cloud' },
				network: 'Signal'
			})
		];
		const index = createNetworkIndex(accounts);
		const chats = [makeChat({ accountID: 'a' }), makeChat({ accountID: 'b' })];
		const { columns } = buildColumns(clusterChats(chats, index), { by: 'network' });
		for (const { filter } of columns) {
			expect(filter && selected(chats, filter, index)).toHaveLength(1);
		}
	});

	test('is none for what no address has a word for', () => {
		const { columns } = buildColumns(clusterChats([makeChat({ type: 'channel' })], getNetwork), {
			by: 'type'
		});
		expect(columns[0]?.filter).toEqual(null);
		const nameless = [makeChat({ accountID: '' }), makeChat({ accountID: 'b' })];
		const byAccount = buildColumns(clusterChats(nameless, getNetwork), { by: 'account' }).columns;
		expect(byAccount.map(({ key, filter }) => [key, filter === null])).toEqual([
			['(none)', true],
			['b', false]
		]);
	});

	test('with the words of a part of a cell selects exactly the chats that the part counts', () => {
		const paths = fc.constantFrom(
			...['edit', 'editMaxAge', 'reaction', 'state.disappearingTimer', 'maxTextLength'],
			...['attachments.m.image', 'attachments.m.image.caption', 'formatting.bold', 'stories']
		);
		fc.assert(
			fc.property(anyChats, paths, (chats, path) => {
				for (const column of buildColumns(clusterChats(chats, getNetwork), { by: 'network' })
					.columns) {
					for (const part of createPartsReader({ path })(column)) {
						const filter = createPartFilter(column, { path }, part);
						expect(filter && selected(chats, filter)).toHaveLength(part.chats);
					}
				}
			})
		);
	});

	test('leads to as many rows of the list as a part with members of merged chats says', () => {
		const paths = fc.constantFrom('edit', 'reaction', 'stories');
		const by = fc.constantFrom('network', 'account');
		fc.assert(
			fc.property(anyChats, paths, by, fc.nat(4), (chats, path, grouping, size) => {
				const members = chats.slice(0, size);
				const merged = makeChat({
					id: '!merged',
					merge: { chatIDs: members.map(({ id }) => id) },
					members
				});
				const listed = [merged, ...chats.slice(size)].filter((chat) => chat.members?.length !== 0);
				const clusters = clusterChats(chats, getNetwork, [], (chat) =>
					members.includes(chat) ? merged.id : undefined
				);
				for (const column of buildColumns(clusters, { by: grouping }).columns) {
					for (const part of createPartsReader({ path })(column)) {
						const filter = createPartFilter(column, { path }, part);
						if (!filter) continue;
						expect(selected(listed, filter)).toHaveLength(part.listed ?? part.chats);
					}
				}
			})
		);
	});
});
