import { dequal } from 'dequal/lite';
import { isNetworkNamed, type Network } from '../chat/network';
import {
	ALL_CHATS,
	FLAGS,
	INBOX,
	type ActivityBound,
	type ChatFilter,
	type ChatView,
	type Flag,
	type Grouping,
	type GroupOrder,
	type SortKey,
	type YesNo
} from './view';

type OptionalPart =
	'type' | 'waiting' | 'due' | 'activeAfter' | 'activeBefore' | 'participantsOver';

/** The fields of a filter to set; `undefined` clears one. */
type FilterChange = Partial<Omit<ChatFilter, OptionalPart>> & {
	type?: ChatFilter['type'] | undefined;
	waiting?: ChatFilter['waiting'] | undefined;
	due?: ChatFilter['due'] | undefined;
	activeAfter?: ActivityBound | undefined;
	activeBefore?: ActivityBound | undefined;
	participantsOver?: number | undefined;
};

/** The same view with a changed filter. */
export function setFilter(view: ChatView, change: FilterChange): ChatView {
	const { type, waiting, due, activeAfter, activeBefore, participantsOver, ...rest } = {
		...view.filter,
		...change
	};
	return {
		...view,
		filter: {
			...rest,
			...(type && { type }),
			...(waiting && { waiting }),
			...(due && { due }),
			...(activeAfter && { activeAfter }),
			...(activeBefore && { activeBefore }),
			...(participantsOver !== undefined && { participantsOver })
		}
	};
}

export function setFlag(view: ChatView, flag: Flag, answer: YesNo | undefined): ChatView {
	const flags: Partial<Record<Flag, YesNo>> = {};
	for (const each of FLAGS) {
		const kept = each === flag ? answer : view.filter.flags[each];
		if (kept) flags[each] = kept;
	}
	return setFilter(view, { flags });
}

export function setNetwork(view: ChatView, network: Network, isWanted: boolean): ChatView {
	const others = view.filter.networks.filter((word) => !isNetworkNamed(network, word));
	return setFilter(view, { networks: isWanted ? [...others, network.key] : others });
}

/** Shows the chats of one network only. */
export function setOnlyNetwork(view: ChatView, network: Network): ChatView {
	return setFilter(view, { networks: [network.key] });
}

export function setAccount(view: ChatView, accountID: string, isWanted: boolean): ChatView {
	const others = view.filter.accountIDs.filter((id) => id !== accountID);
	return setFilter(view, { accountIDs: isWanted ? [...others, accountID] : others });
}

export function setLabel(view: ChatView, labelID: string, isWanted: boolean): ChatView {
	const others = view.filter.labelIDs.filter((id) => id !== labelID);
	return setFilter(view, { labelIDs: isWanted ? [...others, labelID] : others });
}

/**
 * The view without filters: a view of the inbox becomes the inbox, any other all chats. Sorting and
 * layout are kept.
 */
export function clearFilter(view: ChatView): ChatView {
	return { ...view, filter: (isPartOfInbox(view) ? INBOX : ALL_CHATS).filter };
}

/** True if the view shows no chats out of the inbox. */
export function isPartOfInbox({ filter: { flags } }: ChatView): boolean {
	return flags.archived === 'no' && flags['low-priority'] === 'no';
}

/** True if the view filters by more than `clearFilter` leaves. */
export function hasFilter(view: ChatView): boolean {
	return !dequal(view.filter, clearFilter(view).filter);
}

/** Sorts by another key in its natural order; the same key again reverses the order. */
export function setSort(view: ChatView, key: SortKey): ChatView {
	const reversed = view.sort.key === key && !view.sort.reversed;
	return { ...view, sort: { key, reversed } };
}

/** Another grouping begins with its usual order. */
export function setGroup(view: ChatView, group: Grouping | undefined): ChatView {
	if (group === view.group) return view;
	const { filter, sort, layout } = view;
	return { filter, sort, layout, ...(group && { group }) };
}

/** The usual order of groups: that of networks, accounts and labels does not change with each message. */
const USUAL_ORDERS: Readonly<Partial<Record<Grouping, GroupOrder>>> = {
	network: 'size',
	account: 'size',
	label: 'size'
};

export function getGroupOrder({ group, groupOrder }: ChatView): GroupOrder {
	return groupOrder ?? (group && USUAL_ORDERS[group]) ?? 'sort';
}

/** @param order - left out of a view without groups, and where it is the usual one */
export function setGroupOrder(
	{ filter, sort, layout, group }: ChatView,
	order: GroupOrder | undefined
): ChatView {
	const view = { filter, sort, layout, ...(group && { group }) };
	return !order || !group || order === getGroupOrder(view) ? view : { ...view, groupOrder: order };
}
