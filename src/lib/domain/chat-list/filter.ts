import { DAY } from '$lib/format/time';
import type { Capabilities } from '../capabilities/model';
import { normalizeUrlValue, createUrlValueReader } from '../capabilities/url-value';
import { getMembers } from '../chat/merge';
import { isNetworkNamed } from '../chat/network';
import { NO_ACTIVITY, type IndexedChat } from './chat-index';
import type { Facet, FacetValues } from './facet-values';
import { createSearch } from './search';
import { FLAGS, type ActivityBound, type CapabilityTest, type ChatFilter } from './view';

export interface FilterResult {
	/** In the order of the input. */
	matching: readonly IndexedChat[];
	/**
	 * Chats that fail the test of exactly one facet: another choice in this facet would match them.
	 */
	failing: ReadonlyMap<Facet, readonly IndexedChat[]>;
}

/**
 * A chat without a known last activity is neither before nor after any time.
 *
 * @param now - returns epoch milliseconds; called only if the filter counts days back from now
 */
export function filterChats(
	chats: readonly IndexedChat[],
	filter: ChatFilter,
	now: () => number
): FilterResult {
	const findFailed = memoize(createFacetTest(filter));
	const tests = createOtherTests(filter, now);
	const matching: IndexedChat[] = [];
	const failing = new Map<Facet, IndexedChat[]>();
	for (const chat of chats) {
		const failed = findFailed(chat.facets);
		if (failed === 'several' || !passesAll(chat, tests)) continue;
		if (failed === 'none') matching.push(chat);
		else
			failing
				.set(failed, failing.get(failed) ?? [])
				.get(failed)
				?.push(chat);
	}
	return { matching, failing };
}

function passesAll(chat: IndexedChat, tests: readonly ((chat: IndexedChat) => boolean)[]): boolean {
	for (const passes of tests) if (!passes(chat)) return false;
	return true;
}

/**
 * Epoch milliseconds: the start of a day in local time, or a number of 24-hour periods before now.
 */
export function toInstant(bound: ActivityBound, now: () => number): number {
	return 'date' in bound ? new Date(`${bound.date}T00:00`).getTime() : now() - bound.daysAgo * DAY;
}

/** Returns the only facet whose test a chat fails. */
function createFacetTest(filter: ChatFilter): (values: FacetValues) => Facet | 'none' | 'several' {
	const accountIDs = new Set(filter.accountIDs);
	const labelIDs = new Set(filter.labelIDs);
	const tests = new Map<Facet, (values: FacetValues) => boolean>();
	for (const flag of FLAGS) {
		const answer = filter.flags[flag];
		if (answer) tests.set(flag, ({ flags }) => flags.includes(flag) === (answer === 'yes'));
	}
	if (filter.type) tests.set('type', ({ type }) => type === filter.type);
	if (filter.networks.length > 0) {
		tests.set('network', ({ networks }) =>
			networks.some((network) => filter.networks.some((word) => isNetworkNamed(network, word)))
		);
	}
	if (accountIDs.size > 0) {
		tests.set('account', (values) => values.accountIDs.some((id) => accountIDs.has(id)));
	}
	if (labelIDs.size > 0) {
		tests.set('label', (values) => values.labelIDs.some((id) => labelIDs.has(id)));
	}
	return (values) => {
		const failed = [...tests].filter(([, passes]) => !passes(values));
		return failed.length > 1 ? 'several' : (failed[0]?.[0] ?? 'none');
	};
}

/** The tests of activity, capabilities and text, which offer no choices with counts. */
function createOtherTests(
	{ activeBefore, activeAfter, capabilities, q }: ChatFilter,
	now: () => number
): readonly ((chat: IndexedChat) => boolean)[] {
	const tests: ((chat: IndexedChat) => boolean)[] = [];
	if (activeBefore ?? activeAfter) {
		const start = activeAfter ? toInstant(activeAfter, now) : -Infinity;
		const end = activeBefore ? toInstant(activeBefore, now) : Infinity;
		tests.push(
			({ lastActivity }) =>
				lastActivity !== NO_ACTIVITY && lastActivity >= start && lastActivity < end
		);
	}
	if (capabilities.length > 0) {
		const hasAll = memoize(createCapabilityTest(capabilities));
		tests.push(({ chat }) => getMembers(chat).some((member) => hasAll(member.capabilities)));
	}
	if (q.trim()) {
		const isFound = createSearch(q);
		tests.push(({ chat }) => isFound(chat));
	}
	return tests;
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
function memoize<Value, Result extends string | boolean>(
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
