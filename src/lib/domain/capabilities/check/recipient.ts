import type { Network } from '$lib/domain/chat/network';
import { groupBy } from '$lib/format/list';
import type { Capabilities } from '../model';
import type { LiveColumn, ColumnNames } from '../columns/column';
import { findVariants } from '../columns/variant';
import { nameVisibleKind } from '../columns/variant-name';

/** Chats of one network with equal capabilities. */
export interface Recipient {
	key: string;
	network: Network;
	/** Their difference from other recipients of the network: `group`; empty without others. */
	variant: string;
	/** Their kind as a person can see it: `groups`, `direct chats`, `chats`. */
	kind: string;
	/** The number of chats; in the reference, of kinds of chats. */
	chats: number;
	/**
	 * True for recipients of the reference, which are kinds of chats rather than the user's chats.
	 */
	isReference?: boolean;
	/** Undefined: the chats report none. */
	capabilities: Capabilities | undefined;
}

/** One result for the recipients of a network that share it. */
export interface RecipientResult<Result> {
	/** Key of the first recipient. */
	key: string;
	network: Network;
	/** The recipients' variants; empty where the result holds for all recipients of the network, or for all that report capabilities. */
	variants: readonly string[];
	/**
	 * The chats as a person can see them, after their number: `groups`, `other direct chats`; in the
	 * reference `kinds of groups`.
	 */
	label: string;
	/** The number of their chats; in the reference, of kinds of chats. */
	chats: number;
	isReference: boolean;
	result: Result;
}

/**
 * The recipients of these columns, in their order.
 *
 * @param columns - columns by network
 */
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
			kind: nameVisibleKind(clusters),
			chats,
			isReference: column.origin === 'reference',
			capabilities: clusters[0]?.capabilities
		}));
	});
}

/**
 * Checks each recipient. Recipients of a network with equal results are joined. The best results come
 * first, equally good ones in the order of the recipients.
 *
 * @param rank - the rank of a result; higher is worse
 */
export function checkEach<Result>(
	recipients: readonly Recipient[],
	check: (recipient: Recipient) => Result,
	rank: (result: Result) => number
): readonly RecipientResult<Result>[] {
	const alike = groupBy(
		recipients.map((recipient) => ({ recipient, result: check(recipient) })),
		({ recipient, result }) => JSON.stringify([recipient.network.key, result])
	);
	const results = [...alike.values()]
		.flatMap(([first, ...rest]) =>
			first
				? [
						joinRecipients(
							first.result,
							[first.recipient, ...rest.map(({ recipient }) => recipient)],
							recipients
						)
					]
				: []
		)
		.toSorted((a, b) => rank(a.result) - rank(b.result));
	return results.map((joined) => ({ ...joined, label: labelChats(joined, results) }));
}

/** Of a network's results with the same kind of chats, the one with the most chats is named plainly. */
function labelChats<Result>(
	joined: RecipientResult<Result>,
	all: readonly RecipientResult<Result>[]
): string {
	const { network, label, chats, isReference } = joined;
	const alike = all.filter((other) => other.network.key === network.key && other.label === label);
	const [largest] = alike.toSorted((a, b) => b.chats - a.chats);
	const noun = chats === 1 ? label.replace(/s$/, '') : label;
	const counted = isReference ? `${chats === 1 ? 'kind' : 'kinds'} of ${noun}` : noun;
	return largest === joined ? counted : `other ${counted}`;
}

/** The label is just the kind of chats. */
function joinRecipients<Result>(
	result: Result,
	members: readonly [Recipient, ...Recipient[]],
	all: readonly Recipient[]
): RecipientResult<Result> {
	const [{ key, network, isReference = false }] = members;
	const others = all.filter(
		(recipient) => recipient.network.key === network.key && !members.includes(recipient)
	);
	const isWhole =
		others.length === 0 ||
		(others.every(({ capabilities }) => !capabilities) &&
			members.every(({ capabilities }) => capabilities));
	const kinds = new Set(members.map(({ kind }) => kind));
	return {
		key,
		network,
		variants: isWhole ? [] : members.map(({ variant }) => variant),
		label: !isWhole && kinds.size === 1 ? members[0].kind : 'chats',
		chats: members.reduce((sum, { chats }) => sum + chats, 0),
		isReference,
		result
	};
}
