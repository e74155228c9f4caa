import { getMembers } from '../chat/merge';
import { isNetworkNamed, type Network } from '../chat/network';
import { NO_ACTIVITY, type IndexedChat } from '../chat-list/chat-index';
import type { FacetValues } from '../chat-list/facet-values';
import { createDueTest, createFacetMatcher } from '../chat-list/filter';
import { setFilter } from '../chat-list/change-view';
import { REMINDERS, WAITING } from '../chat-list/presets';
import { compareOldest } from '../chat-list/sort';
import { type DueSpan } from '../chat-list/view';
import { collectAgenda, type AgendaItem } from './agenda';
import { STATES, WAITING_FOR_THEM, type StateKey } from './states';

/** Numbers of chats by state. */
export type StateCounts = Readonly<Record<StateKey, number>>;

/**
 * The numbers and chats that `/overview` shows. A merged chat counts once in all but `coverage`.
 */
export interface Overview {
	totals: StateCounts;
	/**
	 * By network, in no order. A merged chat counts in each of its members' networks, so that the
	 * totals may be less than the sums.
	 */
	networks: ReadonlyMap<Network, StateCounts>;
	/**
	 * By `accountID`, for each account that has chats; chats without an account are under the empty
	 * ID.
	 */
	accounts: ReadonlyMap<string, AccountCounts>;
	/** Number of unread messages in the unread chats of the inbox. */
	unreadMessages: number;
	/** The chats of the view `UNREAD`, newest first. */
	unread: readonly IndexedChat[];
	/** The chats of the view `WAITING`, newest first: see `findLongestWaits`. */
	waiting: readonly IndexedChat[];
	/** The chats of the view `WAITING_FOR_THEM`, newest first. */
	waitingForThem: readonly IndexedChat[];
	/**
	 * Chats that may belong to `waiting` or `waitingForThem`: their messages have to be read to know.
	 * Newest first.
	 */
	unknownTurns: readonly IndexedChat[];
	/** Numbers of chats in the view `REMINDERS`, by when they are due. */
	due: Readonly<Record<DueSpan, number>>;
	/** Reminders and snoozes, of archived chats too: overdue ones, and those of the next 14 days. */
	agenda: readonly AgendaItem[];
	coverage: Coverage;
}

/** The chats of one account. */
export interface AccountCounts {
	/** The network of one of its chats. */
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
	readonly isDated: boolean;
	count: number;
	/** Last activity of the newest of these chats. */
	lastActivity: number;
}

const STATE_TESTS = STATES.map(({ key, view }) => ({
	key,
	matches: createFacetMatcher(view.filter)
}));
const isReminder = createFacetMatcher(REMINDERS.filter);
const waitsForThem = createFacetMatcher(WAITING_FOR_THEM.filter);
const mayWait = createFacetMatcher(setFilter(WAITING, { waiting: undefined }).filter);

/**
 * Creates a function that counts the chats, all numbers in one pass. The states of chats with equal
 * facets are kept from one call to the next.
 *
 * The tests are those of the list's filter, so that each number is that of the chats in its view.
 * Use one counter for the chats of one `ChatIndex`, which shares the facets.
 *
 * @returns a function of the chats, newest first, as `ChatIndex.read` returns them, and epoch
 * milliseconds
 */
export function createOverviewCounter(): (chats: readonly IndexedChat[], now: number) => Overview {
	const tallies = new Map<FacetValues, Tally>();

	return (chats, now) => {
		const pass = new Pass(tallies);
		for (const indexed of chats) pass.add(indexed);
		return pass.toOverview(now);
	};
}

/** One pass through all chats. */
class Pass {
	readonly #tallies: Map<FacetValues, Tally>;
	readonly #unread: IndexedChat[] = [];
	readonly #waiting: IndexedChat[] = [];
	readonly #waitingForThem: IndexedChat[] = [];
	readonly #unknownTurns: IndexedChat[] = [];
	readonly #dated: IndexedChat[] = [];
	readonly #coverage = new CoverageCounter();
	#unreadMessages = 0;

	/** @param tallies - the tallies of earlier passes, which start from 0 again */
	constructor(tallies: Map<FacetValues, Tally>) {
		this.#tallies = tallies;
		for (const tally of tallies.values()) tally.count = 0;
	}

	add(indexed: IndexedChat) {
		const tally = this.#tallies.get(indexed.facets) ?? this.#addTally(indexed.facets);
		if (tally.count++ === 0) tally.lastActivity = indexed.lastActivity;
		if (tally.isUnread) {
			this.#unread.push(indexed);
			this.#unreadMessages += indexed.chat.unreadCount;
		}
		if (tally.turn === 'waiting') this.#waiting.push(indexed);
		else if (tally.turn === 'waitingForThem') this.#waitingForThem.push(indexed);
		else if (tally.turn === 'unknownTurns') this.#unknownTurns.push(indexed);
		if (tally.isDated) this.#dated.push(indexed);
		this.#coverage.add(indexed.chat);
	}

	#addTally(facets: FacetValues): Tally {
		const tally = createTally(facets);
		this.#tallies.set(facets, tally);
		return tally;
	}

	toOverview(now: number): Overview {
		const tallies = [...this.#tallies.values()].filter(({ count }) => count > 0);
		return {
			totals: countTotals(tallies),
			networks: countNetworks(tallies),
			accounts: countAccounts(tallies),
			unreadMessages: this.#unreadMessages,
			unread: this.#unread,
			waiting: this.#waiting,
			waitingForThem: this.#waitingForThem,
			unknownTurns: this.#unknownTurns,
			due: countDue(this.#dated, now),
			agenda: collectAgenda(this.#dated, now),
			coverage: this.#coverage.counts
		};
	}
}

/** @param dated - chats with a reminder or a snooze */
function countDue(dated: readonly IndexedChat[], now: number): Overview['due'] {
	const reminders = dated.filter(({ facets }) => isReminder(facets));
	function count(span: DueSpan): number {
		const isDue = createDueTest(span, () => now);
		return reminders.filter(isDue).length;
	}
	return { overdue: count('overdue'), today: count('today'), week: count('week') };
}

/**
 * The first of the chats in the order of a list that has the longest wait first. Chats without
 * activity come last there.
 *
 * @param chats - newest first
 */
export function findLongestWaits(
	chats: readonly IndexedChat[],
	most: number
): readonly IndexedChat[] {
	const end = chats.findLastIndex(({ lastActivity }) => lastActivity !== NO_ACTIVITY) + 1;
	const dated = chats.slice(Math.max(0, end - most), end).sort(compareOldest);
	return [...dated, ...chats.slice(end, end + most - dated.length)];
}

function createTally(facets: FacetValues): Tally {
	const states = STATE_TESTS.filter(({ matches }) => matches(facets)).map(({ key }) => key);
	return {
		facets,
		states,
		turn: findTurns(facets, states),
		isUnread: states.includes('unread'),
		isDated: facets.flags.includes('reminder') || facets.flags.includes('snoozed'),
		count: 0,
		lastActivity: NO_ACTIVITY
	};
}

function findTurns(facets: FacetValues, states: readonly StateKey[]): Turns | undefined {
	if (states.includes('waiting')) return 'waiting';
	if (waitsForThem(facets)) return 'waitingForThem';
	return facets.waiting === 'unknown' && mayWait(facets) ? 'unknownTurns' : undefined;
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

	function findRows({ members }: FacetValues): Iterable<Network> {
		const [member] = members;
		if (member && members.length === 1) return namesakes.get(member.network) ?? [];
		return new Set(members.flatMap(({ network }) => namesakes.get(network) ?? []));
	}
	for (const { facets, states, count } of tallies) {
		for (const network of findRows(facets)) addStates(rows.get(network), states, count);
	}
	return rows;
}

function countAccounts(tallies: readonly Tally[]): ReadonlyMap<string, AccountCounts> {
	const rows = new Map<string, MutableAccountCounts>();
	for (const { facets, states, count, lastActivity } of tallies) {
		facets.members.forEach(({ accountID, network }, place) => {
			if (place > 0 && isEarlier(facets, place, accountID)) return;
			let row = rows.get(accountID);
			if (!row) rows.set(accountID, (row = { network, counts: createCounts(), lastActivity }));
			row.lastActivity = Math.max(row.lastActivity, lastActivity);
			addStates(row.counts, states, count);
		});
	}
	return rows;
}

type MutableAccountCounts = Omit<AccountCounts, 'counts'> & { counts: Record<StateKey, number> };

/** True when a member before this one belongs to the same account. */
function isEarlier({ members }: FacetValues, place: number, accountID: string): boolean {
	return members.findIndex((member) => member.accountID === accountID) < place;
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
	/** Capabilities of the last chat: many chats in a row share theirs. */
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
