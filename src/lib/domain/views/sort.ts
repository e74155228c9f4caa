import { getTitle } from '../chat/chat';
import type { Network } from '../chat/network';
import { NO_ACTIVITY, type Columns } from './columns';
import type { RowComparisons } from './orders';

const COLLATOR = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** By name, as people order names; networks that share a name, by key. */
export function compareNetworks(a: Network, b: Network): number {
	if (a.key === b.key) return 0;
	return COLLATOR.compare(a.name, b.name) || compareExactly(a.key, b.key);
}

/**
 * How chats compare by each key, in its natural order. By activity no two chats are equal: those of
 * one moment stand by ID; chats whose activity is not known come last.
 */
export function rowComparisons({
	chats,
	networks,
	activity,
	unread,
	participants
}: Columns): RowComparisons {
	const byName = [...new Set(networks.things.flatMap(([network]) => network ?? []))];
	byName.sort(compareNetworks);
	const places = Int32Array.from(networks.things, ([network]) =>
		network ? byName.indexOf(network) : -1
	);

	let titles: (string | undefined)[] | undefined;

	/** Sorting asks for each of them many times. */
	function titleAt(row: number): string {
		const chat = chats[row];
		titles ??= new Array<string | undefined>(chats.length);
		return (titles[row] ??= chat ? getTitle(chat) : '');
	}

	function idAt(row: number): string {
		return chats[row]?.id ?? '';
	}

	function momentAt(row: number): number {
		return activity[row] ?? NO_ACTIVITY;
	}

	function most(numbers: Float64Array): (a: number, b: number) => number {
		return (a, b) => (numbers[b] ?? 0) - (numbers[a] ?? 0);
	}

	function networkAt(row: number): number {
		return places[networks.at[row] ?? 0] ?? 0;
	}

	return {
		activity: (a, b) => momentAt(b) - momentAt(a) || compareExactly(idAt(a), idAt(b)),
		title: (a, b) => COLLATOR.compare(titleAt(a), titleAt(b)),
		network: (a, b) => networkAt(a) - networkAt(b),
		unread: most(unread),
		participants: most(participants)
	};
}

function compareExactly(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
