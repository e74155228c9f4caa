import { DAY, getDayStart } from '$lib/format/time';
import type { Capabilities } from '../capabilities/model';
import { normalizeUrlValue, createUrlValueReader } from '../capabilities/url-value';
import { getMembers } from '../chat/merge';
import { isNetworkNamed, type Network } from '../chat/network';
import { NO_ACTIVITY, type IndexedChat } from './chat-index';
import type { Facet, FacetValues, MemberValues } from './facet-values';
import { createSearch } from './search';
import {
	FLAGS,
	type ActivityBound,
	type CapabilityTest,
	type ChatFilter,
	type DueSpan
} from './view';

/** Numbers of chats by their values. */
export type FacetTally = ReadonlyMap<FacetValues, number>;

export interface FilterResult {
	filter: ChatFilter;
	/** In the order of the input. */
	matching: readonly IndexedChat[];
	/** The matching chats, with the values of the members that have the filter's capabilities. */
	matchingTally: FacetTally;
	/**
	 * The chats that don't match, but would with another choice in this facet; a chat may stand under
	 * two facets.
	 */
	failingTallies: ReadonlyMap<Facet, FacetTally>;
}

/** The facets in any one of which another choice would match a chat; `several`: no single choice would do. */
type FailedFacets = readonly Facet[] | 'none' | 'several';

/** The result of the facet tests for the chats with equal values. */
interface Verdict {
	failed: FailedFacets;
	/** Number of these chats that pass the other tests. */
	chats: number;
}

/**
 * A merged chat matches if one of its members is on the filter's networks, belongs to its accounts
 * and has its capabilities, all at once. A chat without a known last activity is neither before nor
 * after any time.
 *
 * @param now - returns epoch milliseconds; called only if the filter counts days back from now
 */
export function filterChats(
	chats: readonly IndexedChat[],
	filter: ChatFilter,
	now: () => number
): FilterResult {
	const narrow = createNarrowing(filter.capabilities);
	const findFailed = createFacetTest(filter);
	const tests = createOtherTests(filter, now);
	const matching: IndexedChat[] = [];
	const verdicts = new Map<FacetValues, Verdict>();
	for (const chat of chats) {
		const values = narrow(chat);
		if (!values) continue;
		let verdict = verdicts.get(values);
		if (!verdict) verdicts.set(values, (verdict = { failed: findFailed(values), chats: 0 }));
		if (verdict.failed === 'several' || !passesAll(chat, tests)) continue;
		verdict.chats += 1;
		if (verdict.failed === 'none') matching.push(chat);
	}
	return { filter, matching, ...toTallies(verdicts) };
}

function toTallies(
	verdicts: ReadonlyMap<FacetValues, Verdict>
): Pick<FilterResult, 'matchingTally' | 'failingTallies'> {
	const matchingTally = new Map<FacetValues, number>();
	const failingTallies = new Map<Facet, Map<FacetValues, number>>();
	for (const [values, { failed, chats }] of verdicts) {
		if (failed === 'several' || chats === 0) continue;
		if (failed === 'none') matchingTally.set(values, chats);
		for (const facet of failed === 'none' ? [] : failed) {
			let tally = failingTallies.get(facet);
			if (!tally) failingTallies.set(facet, (tally = new Map()));
			tally.set(values, chats);
		}
	}
	return { matchingTally, failingTallies };
}

function passesAll(chat: IndexedChat, tests: readonly ((chat: IndexedChat) => boolean)[]): boolean {
	for (const passes of tests) if (!passes(chat)) return false;
	return true;
}

/**
 * Epoch milliseconds: the start of a day or an hour in local time, or a number of 24-hour periods
 * before now. An hour that the clocks show twice begins when they first show it.
 */
export function toInstant(bound: ActivityBound, now: () => number): number {
	return 'date' in bound ? toLocalInstant(bound.date) : now() - bound.daysAgo * DAY;
}

/**
 * Epoch milliseconds of the start of a day or an hour in local time, as an address has it.
 *
 * @param date - `2026-01-31` or `2026-01-31T14`
 */
export function toLocalInstant(date: string): number {
	return new Date(date.includes('T') ? `${date}:00` : `${date}T00:00`).getTime();
}

/** The tests of a filter's networks and accounts; both must hold for one member of a chat. */
export function createMemberTests({ networks, accountIDs }: ChatFilter): {
	isOnNetwork: (member: MemberValues) => boolean;
	isOfAccount: (member: MemberValues) => boolean;
} {
	const wantedIDs = new Set(accountIDs);
	const isWanted = memoize((network: Network) =>
		networks.some((word) => isNetworkNamed(network, word))
	);
	return {
		isOnNetwork: ({ network }) => networks.length === 0 || isWanted(network),
		isOfAccount: ({ accountID }) => wantedIDs.size === 0 || wantedIDs.has(accountID)
	};
}

type FacetTest = (values: FacetValues) => boolean;

/** The tests of the facets that all members of a merged chat share. */
function createSharedTests(filter: ChatFilter): ReadonlyMap<Facet, FacetTest> {
	const labelIDs = new Set(filter.labelIDs);
	const tests = new Map<Facet, FacetTest>();
	for (const flag of FLAGS) {
		const answer = filter.flags[flag];
		if (answer) tests.set(flag, ({ flags }) => flags.includes(flag) === (answer === 'yes'));
	}
	if (filter.type) tests.set('type', ({ type }) => type === filter.type);
	if (filter.waiting) tests.set('waiting', ({ waiting }) => waiting === filter.waiting);
	if (labelIDs.size > 0) {
		tests.set('label', (values) => values.labelIDs.some((id) => labelIDs.has(id)));
	}
	return tests;
}

/** Creates a test that a chat with such values meets all facets of a filter. */
export function createFacetMatcher(filter: ChatFilter): FacetTest {
	const tests = [...createSharedTests(filter).values()];
	const { isOnNetwork, isOfAccount } = createMemberTests(filter);
	return (values) => {
		for (const passes of tests) if (!passes(values)) return false;
		return values.members.some((member) => isOnNetwork(member) && isOfAccount(member));
	};
}

/** True when facets and the last activity of a chat decide whether it matches. */
export function isDecidedByFacets(filter: ChatFilter): boolean {
	const { activeBefore, activeAfter } = filter;
	const bounds = [activeBefore, activeAfter].filter((bound) => bound !== undefined);
	const tests = createOtherTests(filter, () => 0);
	return filter.capabilities.length === 0 && tests.length === bounds.length;
}

/** Creates a function that finds the facets that chats with some values fail; `none`: they match. */
function createFacetTest(filter: ChatFilter): (values: FacetValues) => FailedFacets {
	const tests = createSharedTests(filter);
	const { isOnNetwork, isOfAccount } = createMemberTests(filter);
	return (values) => {
		let failed: Facet | undefined;
		for (const [facet, passes] of tests) {
			if (passes(values)) continue;
			if (failed) return 'several';
			failed = facet;
		}
		if (values.members.some((member) => isOnNetwork(member) && isOfAccount(member))) {
			return failed ? [failed] : 'none';
		}
		if (failed) return 'several';
		const memberFacets: Facet[] = [];
		if (values.members.some(isOfAccount)) memberFacets.push('network');
		if (values.members.some(isOnNetwork)) memberFacets.push('account');
		return memberFacets.length > 0 ? memberFacets : 'several';
	};
}

/**
 * Returns a chat's values, without the members that lack one of the capabilities; undefined: all
 * members lack one.
 */
function createNarrowing(
	capabilities: readonly CapabilityTest[]
): (chat: IndexedChat) => FacetValues | undefined {
	if (capabilities.length === 0) return ({ facets }) => facets;
	const hasAll = memoize(createCapabilityTest(capabilities));
	return ({ chat, facets }) => {
		const chats = getMembers(chat);
		const members = facets.members.filter((_, index) => hasAll(chats[index]?.capabilities));
		if (members.length === 0) return undefined;
		return members.length === facets.members.length ? facets : { ...facets, members };
	};
}

/** The parts of a filter that are read by the tests of facets and of capabilities. */
type OtherwiseTested =
	'flags' | 'networks' | 'accountIDs' | 'labelIDs' | 'type' | 'waiting' | 'capabilities';

/** The tests of all other parts, which offer no choices with counts. */
function createOtherTests(
	{ activeBefore, activeAfter, due, participantsOver, q }: ChatFilter,
	now: () => number
): readonly ((chat: IndexedChat) => boolean)[] {
	const start = activeAfter && toInstant(activeAfter, now);
	const end = activeBefore && toInstant(activeBefore, now);
	const isFound = q.trim() ? createSearch(q) : undefined;
	const tests: Record<
		Exclude<keyof ChatFilter, OtherwiseTested>,
		((chat: IndexedChat) => boolean) | undefined
	> = {
		activeAfter:
			start === undefined
				? undefined
				: ({ lastActivity }) => lastActivity !== NO_ACTIVITY && lastActivity >= start,
		activeBefore:
			end === undefined
				? undefined
				: ({ lastActivity }) => lastActivity !== NO_ACTIVITY && lastActivity < end,
		due: due && createDueTest(due, now),
		participantsOver:
			participantsOver === undefined
				? undefined
				: ({ participants }) => participants > participantsOver,
		q: isFound && (({ chat }) => isFound(chat))
	};
	return Object.values(tests).filter((test) => test !== undefined);
}

/** Creates a test of when the reminder of a chat is due, or else its snooze ends. */
export function createDueTest(
	span: DueSpan,
	now: () => number
): (chat: Pick<IndexedChat, 'due'>) => boolean {
	const start = now();
	if (span === 'overdue') return ({ due }) => due !== undefined && due <= start;
	const end = getDayStart(start, span === 'today' ? 1 : 7);
	return ({ due }) => due !== undefined && due > start && due < end;
}

/** Creates a test that every capability of a chat has the requested value. */
function createCapabilityTest(
	asked: readonly CapabilityTest[]
): (capabilities: Capabilities | undefined) => boolean {
	const tests = asked.map(({ path, value }) => ({
		readUrlValue: createUrlValueReader(path),
		wanted: new Set([value, normalizeUrlValue(value)])
	}));
	return (capabilities) =>
		tests.every(({ readUrlValue, wanted }) => wanted.has(readUrlValue(capabilities)));
}

/** Caches a function's result for each argument, since many chats share one. */
function memoize<Value, Result extends object | string | boolean>(
	get: (value: Value) => Result
): (value: Value) => Result {
	const results = new Map<Value, Result>();
	return (value) => {
		const known = results.get(value);
		if (known !== undefined) return known;
		const result = get(value);
		results.set(value, result);
		return result;
	};
}
