import type { Network } from '$lib/domain/chat/network';
import { groupBy } from '$lib/format/list';
import type { Capabilities } from '../model';
import type { LiveColumn, ColumnNames } from '../columns/column';
import { findVariants } from '../columns/variant';

/** Chats of one network that take the same. */
export interface Recipient {
	key: string;
	network: Network;
	/** What sets them apart from others of the network: `group`; empty where there are no others. */
	variant: string;
	/** How many chats there are. */
	chats: number;
	/** Undefined: they do not report any. */
	capabilities: Capabilities | undefined;
}

/** What several recipients of one network say alike. */
export interface RecipientAnswer<Said> {
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
export function findRecipients(
	columns: readonly LiveColumn[],
	names: ColumnNames = {}
): readonly Recipient[] {
	return columns.flatMap((column) => {
		const network: Network = { key: column.networkKey ?? column.key, name: column.name };
		const variants = findVariants(column, names);
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
 * stay in the order of the recipients.
 *
 * @param rank - higher is worse
 */
export function askRecipients<Said>(
	recipients: readonly Recipient[],
	ask: (recipient: Recipient) => Said,
	rank: (said: Said) => number
): readonly RecipientAnswer<Said>[] {
	const alike = groupBy(
		recipients.map((recipient) => ({ recipient, said: ask(recipient) })),
		({ recipient, said }) => JSON.stringify([recipient.network.key, said])
	);
	return [...alike.values()]
		.flatMap(([first, ...rest]) =>
			first
				? [
						joinRecipients(
							first.said,
							[first.recipient, ...rest.map(({ recipient }) => recipient)],
							recipients
						)
					]
				: []
		)
		.toSorted((a, b) => rank(a.said) - rank(b.said));
}

function joinRecipients<Said>(
	said: Said,
	who: readonly [Recipient, ...Recipient[]],
	all: readonly Recipient[]
): RecipientAnswer<Said> {
	const [{ key, network }] = who;
	const others = all.filter(
		(recipient) => recipient.network.key === network.key && !who.includes(recipient)
	);
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
