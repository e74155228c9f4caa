import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chat } from '$lib/domain/chat/chat';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { ChatIndex } from '$lib/domain/chat-list/chat-index';
import { countFacets, findFacetChoices } from '$lib/domain/chat-list/facets';
import { filterChats } from '$lib/domain/chat-list/filter';
import { groupChats } from '$lib/domain/chat-list/group';
import { sortChats } from '$lib/domain/chat-list/sort';
import { GROUPINGS, SORT_KEYS } from '$lib/domain/chat-list/view';
import { parseView } from '$lib/domain/chat-list/view-url';
import { warmUp } from '$lib/domain/chat-list/warm-up';
import { makeAccount, makeChat } from '../../../fixtures/chats';
import { createComparator, createMatcher, indexInOrder } from '../../../fixtures/views';
import { anyChat, anyWorldlyFilter, NOW } from './arbitrary';

const DAY = 86_400_000;
const getNetwork = createNetworkIndex([]);
/** A renamed network, and a different one. */
const otherNetworks = createNetworkIndex([
	makeAccount({ network: 'Another name' }),
	makeAccount({ accountID: 'signal', bridge: { id: '', type: 'slackgo', provider: 'cloud' } })
]);

const anyView = fc.record({
	filter: anyWorldlyFilter,
	group: fc.constantFrom(...GROUPINGS),
	now: fc.constantFrom(NOW, NOW + 25 * DAY)
});

/** A change of the list of chats. */
type Change = (chats: readonly Chat[]) => readonly Chat[];

/** A poll, a page, a deletion, a walk in another order, nothing. */
const anyChange: fc.Arbitrary<Change> = fc.oneof(
	fc.array(fc.tuple(fc.nat(11), anyChat), { maxLength: 3 }).map(
		(changes): Change =>
			(chats) =>
				chats.map((chat, row) => {
					const change = changes.find(([place]) => place === row);
					return change ? { ...change[1], id: chat.id } : chat;
				})
	),
	fc
		.array(anyChat, { maxLength: 3 })
		.map((more): Change => (chats) => [
			...chats,
			...more.filter(({ id }) => chats.every((chat) => chat.id !== id))
		]),
	fc.tuple(fc.nat(8), anyChat).map(
		([place, chat]): Change =>
			(chats) =>
				chats.some(({ id }) => id === chat.id)
					? chats
					: [...chats.slice(0, place), chat, ...chats.slice(place)]
	),
	fc.nat(8).map(
		(place): Change =>
			(chats) =>
				chats.filter((_, row) => row !== place && row !== place + 2)
	),
	fc.nat(8).map((place): Change => (chats) => [...chats.slice(place), ...chats.slice(0, place)]),
	fc.constant<Change>((chats) => [...chats])
);

const SORTS = SORT_KEYS.flatMap((key) => [
	{ key, reversed: false },
	{ key, reversed: true }
]);

function formatIDs(chats: readonly Chat[]): string {
	return chats.map(({ id }) => id).join();
}

describe('after any changes, every view is what looking at each chat would give', () => {
	test('its chats, their order, their groups and the counts', () => {
		const anySteps = fc.array(fc.tuple(anyChange, anyView, fc.boolean(), fc.nat(9)), {
			minLength: 1,
			maxLength: 5
		});
		fc.assert(
			fc.property(fc.array(anyChat, { maxLength: 12 }), anySteps, (first, steps) => {
				let chats: readonly Chat[] = first;
				const indexes = { own: new ChatIndex(getNetwork), other: new ChatIndex(otherNetworks) };
				for (const [change, { filter, group, now }, isOther, ahead] of steps) {
					chats = change(chats);
					const context = { getNetwork: isOther ? otherNetworks : getNetwork, now };
					const index = isOther ? indexes.other : indexes.own;
					const indexed = index.read(chats);
					const warmingUp = warmUp(indexed, index);
					for (let step = 0; step < ahead; step++) warmingUp.next();

					const result = filterChats(indexed, filter, () => now);
					const matching = chats.filter(createMatcher(filter, context));
					for (const sort of SORTS) {
						const sorted = sortChats(result.matching, sort, index.titles);
						expect(formatIDs(sorted.map(({ chat }) => chat))).toBe(
							formatIDs(matching.toSorted(createComparator(sort, context)))
						);
					}
					const groups = groupChats(result.matching, group, { now, accounts: [] });
					const newest = { key: 'activity', reversed: false } as const;
					const expected = indexInOrder(
						matching.toSorted(createComparator(newest, context)),
						context.getNetwork
					);
					expect(groups).toEqual(groupChats(expected, group, { now, accounts: [] }));
					const afresh = new ChatIndex(context.getNetwork).read(chats);
					expect(countFacets(result, findFacetChoices(indexed))).toEqual(
						countFacets(
							filterChats(afresh, filter, () => now),
							findFacetChoices(afresh)
						)
					);
				}
			}),
			{ numRuns: 40 }
		);
	});
});

describe('of a chat that is still the same object', () => {
	/** A chat that records the access to its flags and its title. */
	function watched(seen: string[], overrides: Partial<Chat>): Chat {
		const chat = makeChat(overrides);
		return new Proxy(chat, {
			get(target, field, receiver) {
				if (field === 'isArchived' || field === 'title') seen.push(target.id);
				return Reflect.get(target, field, receiver);
			}
		});
	}

	test('nothing is read again', () => {
		const seen: string[] = [];
		const index = new ChatIndex(getNetwork);
		function show(chats: readonly Chat[]) {
			const filter = parseView('q=chat&archived=no').view.filter;
			const { matching } = filterChats(index.read(chats), filter, () => NOW);
			for (const key of SORT_KEYS) sortChats(matching, { key, reversed: false }, index.titles);
			return matching.length;
		}

		const [a, b] = [watched(seen, { id: 'a' }), watched(seen, { id: 'b' })];
		expect(show([a, b])).toBe(2);
		expect(new Set(seen)).toEqual(new Set(['a', 'b']));
		seen.length = 0;

		const c = watched(seen, { id: 'c', title: 'chat c' });
		expect(show([a, c])).toBe(2);
		expect(new Set(seen)).toEqual(new Set(['c']));
	});
});

test.for([
	['Lunch, Dinner', 'n', 2],
	['Lunch, Dinner', 'un', 1],
	['Lunch, Dinner', 'unc x', 0],
	['Lunch, Dinner', '', 2]
] as const)('of %s a search for "%s" finds %i', ([titles, q, found]) => {
	const chats = titles.split(', ').map((title) => makeChat({ title }));
	const { filter } = parseView(new URLSearchParams({ q })).view;
	const indexed = new ChatIndex(getNetwork).read(chats);
	expect(filterChats(indexed, filter, () => NOW).matching).toHaveLength(found);
});

test('warming up ends, in many steps', () => {
	const index = new ChatIndex(getNetwork);
	const indexed = index.read(Array.from({ length: 450 }, () => makeChat()));
	expect([...warmUp(indexed, index)].length).toBeGreaterThan(2);
});
