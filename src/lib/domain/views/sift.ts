import { normalizeUrlValue, createUrlValueReader } from '../capabilities/url-value';
import { isNetworkNamed } from '../chat/network';
import { momentOf } from './activity';
import type { ChatIndex } from './chat-index';
import type { Shared } from './column';
import { NO_ACTIVITY } from './columns';
import { wordsOf } from '../chat-list/search';
import { FLAGS, type ChatFilter, type Flag } from '../chat-list/view';

/** The parts of a filter that offer a choice with counts. */
export type Facet = Flag | 'network' | 'account' | 'label' | 'type';

const FACETS: readonly Facet[] = [...FLAGS, 'network', 'account', 'label', 'type'];
/** The bit of text, activity and capabilities, which no choice could lift. */
export const REST = 1 << FACETS.length;

/** What a filter leaves of some chats, and why it leaves out the others. */
export interface Sifted {
	index: ChatIndex;
	/** By row: one bit for every facet whose test the chat fails, and `REST`; 0: it passes. */
	misses: Int32Array;
}

/** The bit of a facet in `Sifted.misses`. */
export function bitOf(facet: Facet): number {
	return 1 << FACETS.indexOf(facet);
}

/**
 * A chat whose last activity is not known is neither before nor after anything.
 *
 * @param now - epoch milliseconds
 */
export function siftChats(index: ChatIndex, filter: ChatFilter, now: number): Sifted {
	const {
		flags,
		networks,
		accountIDs,
		labelIDs,
		type,
		q,
		activeBefore,
		activeAfter,
		capabilities
	} = filter;
	const { columns, texts } = index;

	let [asked, wanted] = [0, 0];
	for (const flag of FLAGS) {
		const answer = flags[flag];
		if (answer) asked |= bitOf(flag);
		if (answer === 'yes') wanted |= bitOf(flag);
	}
	const misses = new Int32Array(columns.flags.length);
	for (let row = 0; row < misses.length; row++) {
		misses[row] = ((columns.flags[row] ?? 0) ^ wanted) & asked;
	}

	/** Many rows share one thing: each is asked about once. */
	function require<Thing>(
		bit: number,
		{ things, at }: Shared<Thing>,
		ask: (thing: Thing) => boolean
	) {
		const bits = Int32Array.from(things, (thing) => (ask(thing) ? 0 : bit));
		for (let row = 0; row < misses.length; row++) {
			misses[row] = (misses[row] ?? 0) | (bits[at[row] ?? 0] ?? 0);
		}
	}

	if (networks.length > 0) {
		require(bitOf('network'), columns.networks, (each) =>
			each.some((network) => networks.some((word) => isNetworkNamed(network, word))));
	}
	if (accountIDs.length > 0) {
		const ids = new Set(accountIDs);
		require(bitOf('account'), columns.accountIDs, (each) => each.some((id) => ids.has(id)));
	}
	if (labelIDs.length > 0) {
		const ids = new Set(labelIDs);
		require(bitOf('label'), columns.labelIDs, (each) => each.some((id) => ids.has(id)));
	}
	if (type) require(bitOf('type'), columns.types, (each) => each === type);
	if (capabilities.length > 0) {
		const tests = capabilities.map(({ path, value }) => ({
			wordOf: createUrlValueReader(path),
			wanted: new Set([value, normalizeUrlValue(value)])
		}));
		require(REST, columns.capabilities, (each) =>
			each.some((one) => tests.every(({ wordOf, wanted }) => wanted.has(wordOf(one)))));
	}
	if (activeBefore || activeAfter) {
		const start = activeAfter ? momentOf(activeAfter, now) : -Infinity;
		const end = activeBefore ? momentOf(activeBefore, now) : Infinity;
		columns.activity.forEach((moment, row) => {
			const isWithin = moment !== NO_ACTIVITY && moment >= start && moment < end;
			if (!isWithin) misses[row] = (misses[row] ?? 0) | REST;
		});
	}
	const words = wordsOf(q);
	if (words.length > 0) {
		texts.holding(words).forEach((isFound, row) => {
			if (!isFound) misses[row] = (misses[row] ?? 0) | REST;
		});
	}
	return { index, misses };
}
