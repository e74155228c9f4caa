import type { Network } from '../chat/network';
import type { Shared, SharedLists } from './column';
import { bitOf, REST, type Facet, type Sifted } from './sift';
import { compareNetworks } from './sort';
import { FLAGS, type Flag } from '../chat-list/view';

/** Chats there would be for each answer about a flag. */
export interface FlagCounts {
	any: number;
	yes: number;
	no: number;
}

/** How many chats each choice would leave, with everything else in the filter as it is. */
export interface ChoiceCounts {
	/** Chats the filter leaves as it is. */
	total: number;
	flags: Readonly<Record<Flag, FlagCounts>>;
	/** `any`: with no network chosen. Choices: every network there is a chat on, by name, also with 0. */
	networks: { any: number; choices: readonly { network: Network; count: number }[] };
	/** `any`: with no account chosen. Choices: by account ID, every one there is a chat of, with 0 too. */
	accounts: { any: number; choices: ReadonlyMap<string, number> };
	/** `any`: with no label chosen. Choices: by label ID, every label that a chat has, with 0 too. */
	labels: { any: number; choices: ReadonlyMap<string, number> };
	type: { any: number; single: number; group: number };
}

/**
 * A chat counts for a choice exactly if it passes every test but those of the choice's own facet. So
 * who passes everything counts for all facets, who fails a single facet counts only there, and
 * nobody else counts.
 */
export function countChoices({ index, misses }: Sifted): ChoiceCounts {
	const { flags, networks, accountIDs, labelIDs, types } = index.columns;
	const { passing, missing } = split(misses);
	const total = passing.length;

	function onlyMissing(facet: Facet): readonly number[] {
		return missing.get(bitOf(facet)) ?? [];
	}

	/** Few of the combinations of flags occur. */
	const combinations = tally(new Int32Array(1 << FLAGS.length), flags, passing);
	function countFlag(flag: Flag): FlagCounts {
		const only = onlyMissing(flag);
		const any = total + only.length;
		let yes = 0;
		for (const [bits, count] of combinations.entries()) if (bits & bitOf(flag)) yes += count;
		for (const row of only) if ((flags[row] ?? 0) & bitOf(flag)) yes++;
		return { any, yes, no: any - yes };
	}

	function countEach<Thing>(facet: Facet, { things, at }: Shared<Thing>): Map<Thing, number> {
		const counts = tally(new Int32Array(things.length), at, passing);
		tally(counts, at, onlyMissing(facet));
		return new Map(things.map((thing, place) => [thing, counts[place] ?? 0]));
	}

	/** A row counts for each thing in its list. */
	function countLists<Thing>(facet: Facet, lists: SharedLists<Thing>): Map<Thing, number> {
		const counts = new Map<Thing, number>();
		for (const [things, count] of countEach(facet, lists)) {
			for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + count);
		}
		return counts;
	}

	const ofType = countEach('type', types);
	return {
		total,
		flags: {
			archived: countFlag('archived'),
			muted: countFlag('muted'),
			pinned: countFlag('pinned'),
			unread: countFlag('unread'),
			mentions: countFlag('mentions'),
			'low-priority': countFlag('low-priority'),
			'read-only': countFlag('read-only'),
			draft: countFlag('draft'),
			reminder: countFlag('reminder'),
			snoozed: countFlag('snoozed'),
			disappearing: countFlag('disappearing'),
			merged: countFlag('merged')
		},
		networks: {
			any: total + onlyMissing('network').length,
			choices: [...countLists('network', networks)]
				.map(([network, count]) => ({ network, count }))
				.sort((a, b) => compareNetworks(a.network, b.network))
		},
		accounts: {
			any: total + onlyMissing('account').length,
			choices: countLists('account', accountIDs)
		},
		labels: {
			any: total + onlyMissing('label').length,
			choices: countLists('label', labelIDs)
		},
		type: {
			any: total + onlyMissing('type').length,
			single: ofType.get('single') ?? 0,
			group: ofType.get('group') ?? 0
		}
	};
}

/** The rows that pass, and those that fail a single facet, by its bit. */
function split(misses: Int32Array): { passing: Int32Array; missing: Map<number, number[]> } {
	const passing = new Int32Array(misses.length);
	const missing = new Map<number, number[]>();
	let count = 0;
	for (let row = 0; row < misses.length; row++) {
		const bits = misses[row] ?? 0;
		if (bits === 0) passing[count++] = row;
		else if ((bits & (bits - 1)) === 0 && bits !== REST) {
			const rows = missing.get(bits);
			if (rows) rows.push(row);
			else missing.set(bits, [row]);
		}
	}
	return { passing: passing.subarray(0, count), missing };
}

/** Add 1 to the count of what each of these rows holds. */
function tally(counts: Int32Array, at: Int32Array, rows: ArrayLike<number>): Int32Array {
	for (let place = 0; place < rows.length; place++) {
		const held = at[rows[place] ?? 0] ?? 0;
		counts[held] = (counts[held] ?? 0) + 1;
	}
	return counts;
}
