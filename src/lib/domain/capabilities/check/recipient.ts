import type { Network } from '$lib/domain/chat/network';
import type { Capabilities } from '../model';
import type { TableColumn, ColumnNames } from '../columns/column';
import { grouped } from '../grouped';
import { variantsOf } from '../columns/variant';

/** Chats of one network that take the same. */
export interface Taker {
	key: string;
	network: Network;
	/** What sets them apart from others of the network: `group`; empty where there are no others. */
	variant: string;
	/** How many chats there are. */
	chats: number;
	/** Undefined: they do not report any. */
	capabilities: Capabilities | undefined;
}

/** What several takers of one network say alike. */
export interface Answer<Said> {
	/** That of the first of them. */
	key: string;
	network: Network;
	/** Those who say so; empty where all of the network do, or all that report anything. */
	variants: readonly string[];
	/** How many chats they are. */
	chats: number;
	said: Said;
}

/** Those who may take something, in the order of the columns. @param columns - by network */
export function takersOf(
	columns: readonly TableColumn[],
	names: ColumnNames = {}
): readonly Taker[] {
	return columns.flatMap((column) => {
		const network: Network = { key: column.networkKey ?? column.key, name: column.name };
		const variants = variantsOf(column, names);
		return variants.map(({ key, name, chats, clusters }) => ({
			key: `${column.key}:${key}`,
			network,
			variant: variants.length > 1 ? name : '',
			chats,
			capabilities: clusters[0]?.capabilities
		}));
	});
}

/**
 * Ask them all: one answer for those of a network who say the same, best first; equally good ones
 * stay in the order of the takers.
 *
 * @param rank - higher is worse
 */
export function answersOf<Said>(
	takers: readonly Taker[],
	ask: (taker: Taker) => Said,
	rank: (said: Said) => number
): readonly Answer<Said>[] {
	const alike = grouped(
		takers.map((taker) => ({ taker, said: ask(taker) })),
		({ taker, said }) => JSON.stringify([taker.network.key, said])
	);
	return [...alike.values()]
		.flatMap(([first, ...rest]) =>
			first ? [answerOf(first.said, [first.taker, ...rest.map(({ taker }) => taker)], takers)] : []
		)
		.toSorted((a, b) => rank(a.said) - rank(b.said));
}

function answerOf<Said>(
	said: Said,
	who: readonly [Taker, ...Taker[]],
	all: readonly Taker[]
): Answer<Said> {
	const [{ key, network }] = who;
	const others = all.filter((taker) => taker.network.key === network.key && !who.includes(taker));
	const isWhole =
		others.length === 0 ||
		(others.every(({ capabilities }) => !capabilities) &&
			who.every(({ capabilities }) => capabilities));
	return {
		key,
		network,
		variants: isWhole ? [] : who.map(({ variant }) => variant),
		chats: who.reduce((sum, { chats }) => sum + chats, 0),
		said
	};
}
