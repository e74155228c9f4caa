import { getMembers } from '../chat/merge';
import { isNetworkNamed, type Network } from '../chat/network';
import { NO_ACTIVITY, type IndexedChat } from '../chat-list/chat-index';
import type { FacetValues } from '../chat-list/facet-values';
import { createDueTest, createFacetMatcher } from '../chat-list/filter';
import { setFilter } from '../chat-list/change-view';
import { WAITING } from '../chat-list/presets';
import { compareOldest } from '../chat-list/sort';
import { INBOX, type DueSpan } from '../chat-list/view';
import { collectAgenda, type AgendaItem } from './agenda';
import { STATES, WAITING_FOR_THEM, type StateKey } from './states';

/** Numbers of chats by state. */
export type StateCounts = Readonly<Record<StateKey, number>>;

/** Everything that `/overview` shows of the chats. A merged chat counts once in all but `coverage`. */
export interface Overview {
	totals: StateCounts;
	/**
	 * By network, in no order. A merged chat counts in each of its members' networks, so that the
	 * totals may be less than the sums.
	 */
	networks: ReadonlyMap<Network, StateCounts>;
	/** By `accountID`, of accounts that have chats; the empty one is that of chats without an account. */
	accounts: ReadonlyMap<string, AccountCounts>;
	/** Number of unread messages in the unread chats of the inbox. */
	unreadMessages: number;
	/** The chats of the view `WAITING`, the longest wait first. */
	waiting: readonly IndexedChat[];
	/** The chats of the view `WAITING_FOR_THEM`, the longest wait first. */
	waitingForThem: readonly IndexedChat[];
	/** Chats that may belong to either of these: messages have to be read to know. Newest first. */
	unknownTurns: readonly IndexedChat[];
	/** Numbers of chats in the view `REMINDERS`, by when they are due. */
	due: Readonly<Record<DueSpan, number>>;
	/** Reminders and snoozes of the inbox: overdue ones, and those of the next 14 days. */
	agenda: readonly AgendaItem[];
	coverage: Coverage;
}

/** The chats of one account. */
export interface AccountCounts {
	/** That of one of its chats. */
	network: Network;
	counts: StateCounts;
	/** Epoch milliseconds, or `NO_ACTIVITY`. */
	lastActivity: number;
}

/** The chats that report capabilities. Members of merged chats count, as in the capability table. */
export interface Coverage {
	chats: number;
	reporting: number;
	/** Number of distinct capabilities. */
	sets: number;
}

type Turns = 'waiting' | 'waitingForThem' | 'unknownTurns';

/** The states of all chats with equal facets, which are found once, and the number of these chats. */
interface Tally {
	readonly facets: FacetValues;
	readonly states: readonly StateKey[];
	readonly turn: Turns | undefined;
	readonly isUnread: boolean;
	readonly isDue: boolean;
	readonly isOnAgenda: boolean;
	count: number;
	/** That of the newest chat. */
	lastActivity: number;
}

const STATE_TESTS = STATES.map(({ key, view }) => ({
	key,
	matches: createFacetMatcher(view.filter)
}));
const isInInbox = createFacetMatcher(INBOX.filter);
const waitsForThem = createFacetMatcher(WAITING_FOR_THEM.filter);
const mayWait = createFacetMatcher(setFilter(WAITING, { waiting: undefined }).filter);

/**
 * Creates a function that counts the chats, all numbers in one pass. What chats with equal facets
 * have in common is kept from one call to the next.
 *
 * The tests are those of the list's filter, so that each number is that of the chats in its view.
 *
 * @returns a function of the chats, newest first, as `ChatIndex.read` returns them, and epoch
 *   milliseconds
 */
export function createOverviewCounter(): (chats: readonly IndexedChat[], now: number) => Overview {
	const tallies = new WeakMap<FacetValues, Tally>();

	return (chats, now) => {
		const met = new Map<FacetValues, Tally>();
		const turns: Record<Turns, IndexedChat[]> = {
			waiting: [],
			waitingForThem: [],
			unknownTurns: []
		};
		const dated: IndexedChat[] = [];
		const due: Record<DueSpan, number> = { overdue: 0, today: 0, week: 0 };
		const dueTests = createDueTests(now);
		const coverage = new CoverageCounter();
		let unreadMessages = 0;
		for (const indexed of chats) {
			const { facets, chat } = indexed;
			let tally = met.get(facets);
			if (!tally) {
				tally = tallies.get(facets) ?? createTally(facets);
				tally.count = 0;
				tally.lastActivity = indexed.lastActivity;
				tallies.set(facets, tally);
				met.set(facets, tally);
			}
			tally.count++;
			if (tally.isUnread) unreadMessages += chat.unreadCount;
			if (tally.turn) turns[tally.turn].push(indexed);
			if (tally.isOnAgenda) dated.push(indexed);
			if (tally.isDue) for (const { span, isDue } of dueTests) if (isDue(indexed)) due[span]++;
			coverage.add(chat);
		}
		const all = [...met.values()];
		return {
			totals: countTotals(all),
			networks: countNetworks(all),
			accounts: countAccounts(all),
			unreadMessages,
			waiting: turns.waiting.sort(compareOldest),
			waitingForThem: turns.waitingForThem.sort(compareOldest),
			unknownTurns: turns.unknownTurns,
			due,
			agenda: collectAgenda(dated, now),
			coverage: coverage.counts
		};
	};
}

function createTally(facets: FacetValues): Tally {
	const states = STATE_TESTS.filter(({ matches }) => matches(facets)).map(({ key }) => key);
	const hasDate = facets.flags.includes('reminder') || facets.flags.includes('snoozed');
	return {
		facets,
		states,
		turn: findTurns(facets, states),
		isUnread: states.includes('unread'),
		isDue: states.includes('reminders'),
		isOnAgenda: hasDate && isInInbox(facets),
		count: 0,
		lastActivity: NO_ACTIVITY
	};
}

function findTurns(facets: FacetValues, states: readonly StateKey[]): Turns | undefined {
	if (states.includes('waiting')) return 'waiting';
	if (waitsForThem(facets)) return 'waitingForThem';
	return facets.waiting === 'unknown' && mayWait(facets) ? 'unknownTurns' : undefined;
}

function createDueTests(now: number) {
	return (['overdue', 'today', 'week'] as const).map((span) => ({
		span,
		isDue: createDueTest(span, () => now)
	}));
}

function countTotals(tallies: readonly Tally[]): StateCounts {
	const counts = createCounts();
	for (const { states, count } of tallies) addStates(counts, states, count);
	return counts;
}

/** No chats in any state. */
export function createCounts(): Record<StateKey, number> {
	return {
		inbox: 0,
		unread: 0,
		mentions: 0,
		waiting: 0,
		muted: 0,
		pinned: 0,
		'low-priority': 0,
		archived: 0,
		drafts: 0,
		reminders: 0,
		snoozed: 0,
		disappearing: 0,
		'read-only': 0,
		total: 0
	};
}

/** The word of one network in an address may name another one too, whose chats then count for both. */
function countNetworks(tallies: readonly Tally[]): ReadonlyMap<Network, StateCounts> {
	const networks = new Set(
		tallies.flatMap(({ facets }) => facets.members.map(({ network }) => network))
	);
	const namesakes = new Map(
		[...networks].map((network) => [
			network,
			[...networks].filter((row) => isNetworkNamed(network, row.key))
		])
	);
	const rows = new Map([...networks].map((network) => [network, createCounts()]));
	for (const { facets, states, count } of tallies) {
		const [first, ...others] = facets.members;
		const own =
			others.length === 0
				? (first && namesakes.get(first.network)) || []
				: new Set(facets.members.flatMap(({ network }) => namesakes.get(network) ?? []));
		for (const network of own) addStates(rows.get(network), states, count);
	}
	return rows;
}

function countAccounts(tallies: readonly Tally[]): ReadonlyMap<string, AccountCounts> {
	const rows = new Map<string, AccountCounts & { counts: Record<StateKey, number> }>();
	for (const { facets, states, count, lastActivity } of tallies) {
		const networks = new Map(
			facets.members.map(({ accountID, network }) => [accountID, network] as const)
		);
		for (const [id, network] of networks) {
			const row = rows.get(id) ?? { network, counts: createCounts(), lastActivity };
			addStates(row.counts, states, count);
			rows.set(id, { ...row, lastActivity: Math.max(row.lastActivity, lastActivity) });
		}
	}
	return rows;
}

function addStates(
	counts: Record<StateKey, number> | undefined,
	states: readonly StateKey[],
	chats: number
) {
	if (counts) for (const state of states) counts[state] += chats;
}

class CoverageCounter {
	readonly #sets = new Set<unknown>();
	#chats = 0;
	#reporting = 0;
	/** Many chats in a row share their capabilities. */
	#last: unknown;

	add(chat: IndexedChat['chat']) {
		if (!chat.members) return this.#addOne(chat.capabilities);
		for (const { capabilities } of getMembers(chat)) this.#addOne(capabilities);
	}

	#addOne(capabilities: unknown) {
		this.#chats++;
		if (capabilities === undefined) return;
		this.#reporting++;
		if (capabilities === this.#last) return;
		this.#last = capabilities;
		this.#sets.add(capabilities);
	}

	get counts(): Coverage {
		return { chats: this.#chats, reporting: this.#reporting, sets: this.#sets.size };
	}
}
