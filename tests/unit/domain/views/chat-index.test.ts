import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chat } from '$lib/domain/chat/chat';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { indexChats, keepIndex, prepareIndex } from '$lib/domain/views/chat-index';
import { countChoices } from '$lib/domain/views/facets';
import { groupChats } from '$lib/domain/views/group';
import { showChats } from '$lib/domain/views/show';
import { siftChats } from '$lib/domain/views/sift';
import { ALL_CHATS, GROUPINGS, SORT_KEYS } from '$lib/domain/chat-list/view';
import { makeAccount, makeChat } from '../../../fixtures/chats';
import { createComparator, createMatcher, shownAs } from '../../../fixtures/views';
import { anyChat, anyWorldlyFilter, NOW } from '../chat-list/arbitrary';

const DAY = 86_400_000;
const getNetwork = createNetworkIndex([]);
/** One by another name, and one that is another. */
const otherNetworks = createNetworkIndex([
	makeAccount({ network: 'Another name' }),
	makeAccount({ accountID: 'signal', bridge: { id: '', type: 'slackgo', provider: 'cloud' } })
]);

const anyView = fc.record({
	filter: anyWorldlyFilter,
	group: fc.constantFrom(...GROUPINGS),
	now: fc.constantFrom(NOW, NOW + 25 * DAY)
});

/** What a step makes of the chats there are. */
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

function idsOf(chats: readonly Chat[]): string {
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
				const indexOf = keepIndex();
				indexOf(chats, getNetwork);
				for (const [change, { filter, group, now }, isOther, ahead] of steps) {
					chats = change(chats);
					const networks = isOther ? otherNetworks : getNetwork;
					const context = { getNetwork: networks, now };
					const index = indexOf(chats, networks);
					const preparing = prepareIndex(index);
					for (let step = 0; step < ahead; step++) preparing.next();

					const sifted = siftChats(index, filter, now);
					const passing = chats.filter(createMatcher(filter, context));
					for (const sort of SORTS) {
						const shown = showChats(sifted, sort);
						const expected = passing.toSorted(createComparator(sort, context));
						expect(idsOf(shown.chats)).toBe(idsOf(expected));
						expect(idsOf(Array.from(shown.rows).flatMap((row) => chats[row] ?? []))).toBe(
							idsOf(expected)
						);
					}
					const shown = showChats(sifted, { key: 'activity', reversed: false });
					expect(groupChats(shown, group, { now, accounts: [] })).toEqual(
						groupChats(shownAs(shown.chats, networks), group, { now, accounts: [] })
					);
					expect(countChoices(sifted)).toEqual(
						countChoices(siftChats(indexChats(chats, networks), filter, now))
					);
				}
			}),
			{ numRuns: 40 }
		);
	});
});

describe('of chats that are still the same objects', () => {
	/** A chat that notes when its flags or its title are looked at. */
	function watched(seen: string[], overrides: Partial<Chat>): Chat {
		const chat = makeChat(overrides);
		return new Proxy(chat, {
			get(target, field, receiver) {
				if (field === 'isArchived' || field === 'preview') seen.push(target.id);
				return Reflect.get(target, field, receiver);
			}
		});
	}

	function ask(index: ReturnType<typeof indexChats>, q: string) {
		const filter = { ...ALL_CHATS.filter, q };
		const sifted = siftChats(index, filter, NOW);
		for (const key of SORT_KEYS) showChats(sifted, { key, reversed: false });
		return countChoices(sifted).total;
	}

	test('nothing is read again', () => {
		const seen: string[] = [];
		const [a, b] = [watched(seen, { id: 'a' }), watched(seen, { id: 'b' })];
		const index = indexChats([a, b], getNetwork);
		expect(ask(index, 'chat')).toBe(2);
		expect(new Set(seen)).toEqual(new Set(['a', 'b']));
		seen.length = 0;

		const c = watched(seen, { id: 'c', title: 'chat c' });
		const next = indexChats([a, c], getNetwork, index);
		expect(ask(next, 'chat')).toBe(2);
		expect(new Set(seen)).toEqual(new Set(['c']));
	});

	test('the same list is the same index', () => {
		const chats = [makeChat()];
		const index = indexChats(chats, getNetwork);
		expect(indexChats(chats, getNetwork, index)).toBe(index);
		expect(indexChats(chats, otherNetworks, index)).not.toBe(index);
	});

	test('a longer search is only made where the shorter one has found something', () => {
		const index = indexChats(
			[makeChat({ title: 'Lunch' }), makeChat({ title: 'Dinner' })],
			getNetwork
		);
		for (const [q, total] of [
			['n', 2],
			['un', 1],
			['unc x', 0],
			['lunk', 0],
			['lun', 1],
			['nc', 1],
			['un', 1],
			['in', 1],
			['', 2]
		] as const) {
			expect(ask(index, q)).toBe(total);
		}
	});

	test('an index that has been succeeded still answers for its own chats', () => {
		const chat = makeChat({ title: 'Before' });
		const index = indexChats([chat], getNetwork);
		ask(index, 'before');
		const next = indexChats([{ ...chat, title: 'After' }], getNetwork, index);
		expect([ask(index, 'before'), ask(next, 'before'), ask(next, 'after')]).toEqual([1, 0, 1]);
	});
});

test('preparing ends, and leaves nothing to do', () => {
	const index = indexChats(
		Array.from({ length: 450 }, () => makeChat()),
		getNetwork
	);
	const steps = [...prepareIndex(index)].length;
	expect(steps).toBeGreaterThan(2);
	expect([...prepareIndex(index)]).toEqual([]);
});
