import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createChatReader } from '$lib/api/schemas/chat';
import type { Account } from '$lib/domain/chat/account';
import { collectAccounts } from '$lib/domain/chat/account';
import type { Chat } from '$lib/domain/chat/chat';
import { createMergeIndexer } from '$lib/domain/chat/merge';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { ChatIndex, type IndexedChat } from '$lib/domain/chat-list/chat-index';
import { filterChats } from '$lib/domain/chat-list/filter';
import { sortChats } from '$lib/domain/chat-list/sort';
import { WAITING } from '$lib/domain/chat-list/presets';
import type { ChatFilter, ChatView } from '$lib/domain/chat-list/view';
import { formatView, parseView } from '$lib/domain/chat-list/view-url';
import { isOverdue } from '$lib/domain/overview/agenda';
import { createOverviewCounter, findLongestWaits } from '$lib/domain/overview/count-overview';
import { buildHeadline } from '$lib/domain/overview/headline-figures';
import { BREAKDOWNS } from '$lib/domain/overview/overview-view';
import { STATES, WAITING_FOR_THEM } from '$lib/domain/overview/states';
import {
	buildOverviewRows,
	createCellQueries,
	summarizeAccountCounts
} from '$lib/domain/overview/overview-rows';
import { SAMPLE_TOKEN } from '$lib/sample/create-server';
import { makeAccount, makeChat } from '../../../fixtures/chats';
import { makeSampleServer, NOW as SAMPLE_NOW } from '../../../fixtures/sample';
import { anyChat, NOW } from '../chat-list/arbitrary';

/** Two bridges of one network, whose names in an address mean each other, and others. */
const ACCOUNTS: readonly Account[] = [
	makeAccount(),
	makeAccount({
		accountID: 'signal',
		bridge: { id: 'signal', type: 'signalgo', provider: 'cloud' },
		network: 'Signal'
	}),
	makeAccount({
		accountID: 'slackgo.T1',
		bridge: { id: 'sh-signal', type: 'signal', provider: 'self-hosted' },
		network: 'Signal'
	}),
	makeAccount({ accountID: 'empty' })
];

/** Every number of the page, with the address that it is a link to. */
function listNumbers(chats: readonly IndexedChat[], accounts: readonly Account[], now: number) {
	const overview = createOverviewCounter()(chats, now);
	const summaries = summarizeAccountCounts(accounts, overview);
	const getQuery = createCellQueries();
	const numbers = buildHeadline(overview, 0).flatMap(({ view, count, label }) =>
		view ? [{ what: label, count, query: formatView(view).toString() }] : []
	);
	for (const state of STATES) {
		const query = getQuery(state, 'network');
		numbers.push({ what: `Total: ${state.key}`, count: overview.totals[state.key], query });
		for (const by of BREAKDOWNS) {
			for (const row of buildOverviewRows(overview, by, summaries, new Map())) {
				if (!row.isLinked) continue;
				const what = `${row.key}: ${state.key}`;
				numbers.push({ what, count: row.counts[state.key], query: getQuery(state, by, row) });
			}
		}
	}
	const waiting: [ChatView, number][] = [
		[WAITING, overview.waiting.length],
		[WAITING_FOR_THEM, overview.waitingForThem.length]
	];
	for (const [view, count] of waiting) {
		numbers.push({ what: 'waiting', count, query: formatView(view).toString() });
	}
	return { numbers, overview };
}

const filters = new Map<string, ChatFilter>();

/** The filter of an address; many worlds have the same ones. */
function parseFilter(query: string): ChatFilter {
	const filter = filters.get(query) ?? parseView(query).view.filter;
	filters.set(query, filter);
	return filter;
}

/** Expects that each number is that of the chats in its view. */
function expectExact(chats: readonly IndexedChat[], accounts: readonly Account[], now: number) {
	const { numbers, overview } = listNumbers(chats, accounts, now);
	const shown = numbers.map(({ what, query }) => ({
		...{ what, query },
		count: filterChats(chats, parseFilter(query), () => now).matching.length
	}));
	expect(numbers).toEqual(shown.map(({ what, count, query }) => ({ what, count, query })));
	return overview;
}

async function readSample(chats: number): Promise<Chat[]> {
	const { server } = makeSampleServer({ chats, pageSize: 200 });
	const read = createChatReader();
	const all: Chat[] = [];
	for (let query = ''; ;) {
		const headers = { Authorization: `Bearer ${SAMPLE_TOKEN}` };
		const answer = await server.fetch(
			new Request(`http://localhost/v1/chats${query}`, { headers })
		);
		const page: { items: unknown[]; hasMore: boolean; oldestCursor: string } = JSON.parse(
			await answer.text()
		);
		all.push(...page.items.flatMap((raw) => read(raw).value ?? []));
		if (!page.hasMore) return all;
		query = `?cursor=${encodeURIComponent(page.oldestCursor)}&direction=before`;
	}
}

describe('every number is that of the chats which its link shows', () => {
	test('in the sample', async () => {
		const { listed } = createMergeIndexer()(await readSample(400), true);
		const index = new ChatIndex(createNetworkIndex([]));
		const chats = index.read(listed);
		const overview = expectExact(chats, collectAccounts([], listed), SAMPLE_NOW);
		expect(overview.totals.total).toBe(400);
		expect(overview.totals.waiting).toBeGreaterThan(0);
		const { matching } = filterChats(chats, WAITING.filter, () => SAMPLE_NOW);
		const list = sortChats(matching, WAITING.sort, index.titles);
		expect(findLongestWaits(overview.waiting, 8)).toEqual(list.slice(0, 8));
	});

	test('in any world, and again in the next one', () => {
		const getNetwork = createNetworkIndex(ACCOUNTS);
		fc.assert(
			fc.property(fc.array(anyChat, { maxLength: 20 }), (some) => {
				// Chats that are alike are counted together.
				const all = [...some, ...some.map((chat) => ({ ...chat, id: `${chat.id} again` }))];
				const index = new ChatIndex(getNetwork);
				expectExact(index.read(all), collectAccounts(ACCOUNTS, all), NOW);
			})
		);
	});

	test('as chats come and go, with one counter', () => {
		const count = createOverviewCounter();
		const index = new ChatIndex(createNetworkIndex([]));
		fc.assert(
			fc.property(fc.array(anyChat, { maxLength: 20 }), (all) => {
				const chats = index.read(all);
				expect(count(chats, NOW)).toEqual(createOverviewCounter()(chats, NOW));
			})
		);
	});
});

test('a merged chat counts in each of its networks, and once in the total', () => {
	const members = [
		makeChat({ accountID: 'whatsapp' }),
		makeChat({ accountID: 'signal', network: 'Signal' })
	];
	const merged = makeChat({ merge: { chatIDs: members.map(({ id }) => id) }, members });
	const chats = new ChatIndex(createNetworkIndex([])).read([merged]);
	const { totals, networks, coverage } = createOverviewCounter()(chats, NOW);
	expect(totals.inbox).toBe(1);
	expect([...networks].map(([{ key }, { inbox }]) => [key, inbox])).toEqual([
		['whatsapp', 1],
		['signal', 1]
	]);
	expect(coverage).toEqual({ chats: 2, reporting: 0, sets: 0 });
});

test('chats without an account have a row that is no link', () => {
	const chats = new ChatIndex(createNetworkIndex([])).read([makeChat({ accountID: '' })]);
	const overview = createOverviewCounter()(chats, NOW);
	const [row] = buildOverviewRows(
		overview,
		'account',
		summarizeAccountCounts([], overview),
		new Map()
	);
	expect(row).toMatchObject({ name: 'No account', isLinked: false, counts: { total: 1 } });
});

test('the agenda has the overdue dates and those of fourteen days, archived or not, soonest first', () => {
	const hour = 3_600_000;
	const at = [-900, 2, 13 * 24, 15 * 24].map((hours) => NOW + hours * hour);
	const [overdue, soon, late, beyond] = at;
	const all = [
		makeChat({ title: 'late', snooze: { snoozeUntil: late ?? 0 } }),
		makeChat({
			title: 'both',
			reminder: { remindAt: overdue ?? 0 },
			snooze: { snoozeUntil: soon ?? 0 }
		}),
		makeChat({ title: 'beyond', reminder: { remindAt: beyond ?? 0 } }),
		makeChat({ title: 'archived', isArchived: true, reminder: { remindAt: soon ?? 0 } }),
		makeChat({ title: 'undated', reminder: {} })
	];
	const { agenda } = createOverviewCounter()(new ChatIndex(createNetworkIndex([])).read(all), NOW);
	expect(agenda.map((item) => [item.chat.title, item.kind, isOverdue(item, NOW)])).toEqual([
		['both', 'reminder', true],
		['both', 'snooze', false],
		['archived', 'reminder', false],
		['late', 'snooze', false]
	]);
});
