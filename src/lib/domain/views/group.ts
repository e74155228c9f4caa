import type { Account } from '../chat/account';
import { nameAccounts } from '../chat/accounts';
import type { Chat } from '../chat/chat';
import { getAccountIDs } from '../chat/merge';
import { isolateName } from '../chat/name';
import { dayName, dayOf } from '../time';
import type { SharedLists } from './column';
import { NO_ACTIVITY } from './columns';
import { createDayCounter } from './days';
import type { ShownChats } from './show';
import type { Grouping } from '../chat-list/view';

/** Chats of one view under one heading. */
export interface ChatGroup {
	/** Stays the same while chats come and go. */
	key: string;
	/** The heading. */
	label: string;
	/** At least one, in the view's order. */
	chats: readonly Chat[];
}

export interface GroupContext {
	/** To name accounts by their owners. */
	accounts: readonly Account[];
	/** Epoch milliseconds. */
	now: number;
}

type Group = ChatGroup & { chats: Chat[] };

interface Heading {
	/** By row: a number that stands for its group. */
	groupAt: (row: number) => number;
	keyOf: (chat: Chat) => string;
	/** The label, from any chat of the group. */
	labelOf: (chat: Chat) => string;
}

const TYPE_LABELS: ReadonlyMap<string, string> = new Map([
	['single', 'Direct chats'],
	['group', 'Group chats']
]);

/** Groups come in the order of their first chats, so the sort order rules here too. */
export function groupChats(
	shown: ShownChats,
	grouping: Grouping,
	context: GroupContext
): ChatGroup[] {
	const { groupAt, keyOf, labelOf } = headingOf(shown, grouping, context);
	const groups = new Map<number, Group>();
	let [group, latest]: [Group | undefined, number] = [undefined, NaN];
	shown.chats.forEach((chat, place) => {
		const number = groupAt(shown.rows[place] ?? 0);
		// Most stand next to others of their group.
		if (number !== latest) group = groups.get((latest = number));
		if (!group) groups.set(number, (group = { key: keyOf(chat), label: labelOf(chat), chats: [] }));
		group.chats.push(chat);
	});
	return [...groups.values()];
}

function headingOf(
	{ index: { columns, getNetwork } }: ShownChats,
	grouping: Grouping,
	{ accounts, now }: GroupContext
): Heading {
	const { networks, accountIDs, types, activity } = columns;
	const dayAt = createDayCounter();
	const names = nameAccounts(accounts);
	const networkPlaces = placesOfFirst(networks);
	const accountPlaces = placesOfFirst(accountIDs);
	const headings: Record<Grouping, Heading> = {
		network: {
			groupAt: (row) => networkPlaces[networks.at[row] ?? 0] ?? 0,
			keyOf: (chat) => getNetwork(chat).key,
			labelOf: (chat) => getNetwork(chat).name
		},
		account: {
			groupAt: (row) => accountPlaces[accountIDs.at[row] ?? 0] ?? 0,
			keyOf: accountIDFor,
			labelOf: (chat) => {
				const id = accountIDFor(chat);
				const name = names.get(id) ?? (id || 'unknown account');
				return `${getNetwork(chat).name}, ${isolateName(name)}`;
			}
		},
		type: {
			groupAt: (row) => types.at[row] ?? 0,
			keyOf: (chat) => chat.type,
			labelOf: (chat) => TYPE_LABELS.get(chat.type) ?? chat.type
		},
		day: {
			groupAt: (row) => {
				const moment = activity[row] ?? NO_ACTIVITY;
				return moment === NO_ACTIVITY ? NO_ACTIVITY : dayAt(moment);
			},
			keyOf: ({ lastActivity }) => (lastActivity === undefined ? '' : dayOf(lastActivity)),
			labelOf: ({ lastActivity }) =>
				lastActivity === undefined ? 'No activity' : dayName(lastActivity, now)
		}
	};
	return headings[grouping];
}

/** By the place of a list: the place of the first list that begins with the same thing. */
function placesOfFirst<Thing>({ things }: SharedLists<Thing>): Int32Array {
	const places = new Map<Thing | undefined, number>();
	return Int32Array.from(things, ([first], place) => {
		const known = places.get(first) ?? place;
		places.set(first, known);
		return known;
	});
}

/** A merged chat stands with the account of its first member. */
function accountIDFor(chat: Chat): string {
	return getAccountIDs(chat)[0] ?? '';
}
