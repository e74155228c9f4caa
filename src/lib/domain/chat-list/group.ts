import { formatDay, toDay } from '$lib/format/time';
import type { Account } from '../chat/account';
import { nameAccounts } from '../chat/account-names';
import type { Chat } from '../chat/chat';
import { isolateName } from '../chat/name';
import { NO_ACTIVITY, type IndexedChat } from './chat-index';
import { compareNames } from './title-order';
import type { Grouping, GroupOrder } from './view';

/** Chats of one view under one heading. */
export interface ChatGroup {
	/** Stable while chats are added and removed. */
	key: string;
	/** The heading. */
	label: string;
	/** At least one, in the view's order. */
	chats: readonly Chat[];
	/** Number of chats that are unread. */
	unread: number;
	/** Number of chats that mention the user. */
	mentions: number;
}

export interface GroupContext {
	/** For naming accounts by their owners. */
	accounts: readonly Account[];
	/** By label ID; a label without a name stands under its ID. */
	labelNames?: ReadonlyMap<string, string>;
	/** Absent: in the order of their first chats. */
	order?: GroupOrder;
	/** Epoch milliseconds. */
	now: number;
}

interface Heading {
	/** Equal for the chats of one group. */
	toValue: (chat: IndexedChat) => unknown;
	toKey: (chat: IndexedChat) => string;
	/** Called with any chat of the group. */
	toLabel: (chat: IndexedChat) => string;
}

const TYPE_LABELS: ReadonlyMap<string, string> = new Map([
	['single', 'Direct chats'],
	['group', 'Group chats']
]);

/**
 * A merged chat belongs to the network and the account of its first member; a chat with several
 * labels, to the group of these labels, so that it is listed once.
 */
export function groupChats(
	chats: readonly IndexedChat[],
	grouping: Grouping,
	context: GroupContext
): ChatGroup[] {
	const { toValue, toKey, toLabel } = createHeading(grouping, context);
	const groups = new Map<unknown, ReturnType<typeof createGroup>>();
	for (const indexed of chats) {
		const value = toValue(indexed);
		let group = groups.get(value);
		if (!group) {
			group = createGroup(toKey(indexed), toLabel(indexed));
			groups.set(value, group);
		}
		group.chats.push(indexed.chat);
		if (indexed.unread > 0) group.unread++;
		if (indexed.chat.unreadMentionsCount) group.mentions++;
	}
	return sortGroups([...groups.values()], context.order ?? 'sort');
}

function createGroup(key: string, label: string) {
	const chats: Chat[] = [];
	return { key, label, chats, unread: 0, mentions: 0 };
}

/** Chats without a value, whose key is empty, come last, unless the order is that of the chats. */
function sortGroups(groups: ChatGroup[], order: GroupOrder): ChatGroup[] {
	if (order === 'sort') return groups;
	return groups.sort(
		(one, other) =>
			Number(one.key === '') - Number(other.key === '') ||
			(order === 'size' && other.chats.length - one.chats.length) ||
			compareNames(one.label, other.label)
	);
}

function createHeading(grouping: Grouping, { accounts, labelNames, now }: GroupContext): Heading {
	switch (grouping) {
		case 'network':
			return {
				toValue: ({ facets }) => facets.members[0]?.network,
				toKey: ({ facets }) => facets.members[0]?.network.key ?? '',
				toLabel: getFirstNetworkName
			};
		case 'account': {
			const names = nameAccounts(accounts);
			return {
				toValue: getAccountID,
				toKey: getAccountID,
				toLabel(chat) {
					const id = getAccountID(chat);
					const name = names.get(id) ?? (id || 'unknown account');
					return `${getFirstNetworkName(chat)}, ${isolateName(name)}`;
				}
			};
		}
		case 'label':
			return {
				toValue: getLabelsKey,
				toKey: getLabelsKey,
				toLabel: ({ facets }) =>
					facets.labelIDs.map((id) => isolateName(labelNames?.get(id) ?? id)).join(', ') ||
					'No label'
			};
		case 'type':
			return {
				toValue: ({ chat }) => chat.type,
				toKey: ({ chat }) => chat.type,
				toLabel: ({ chat }) => TYPE_LABELS.get(chat.type) ?? chat.type
			};
		case 'day':
			return {
				toValue: ({ lastActivity }) => toDayNumber(lastActivity),
				toKey: ({ chat }) => (chat.lastActivity === undefined ? '' : toDay(chat.lastActivity)),
				toLabel: ({ chat }) =>
					chat.lastActivity === undefined ? 'No activity' : formatDay(chat.lastActivity, now)
			};
		case 'due':
			return {
				toValue: (chat) => getDueKey(chat, now),
				toKey: (chat) => getDueKey(chat, now),
				toLabel: (chat) => DUE_WORDS.get(getDueKey(chat, now)) ?? formatDay(chat.due ?? now, now)
			};
	}
}

const DUE_WORDS: ReadonlyMap<string, string> = new Map([
	['overdue', 'Overdue'],
	['', 'No date']
]);

/** `overdue`, or the day of the reminder; empty for a chat without one. */
function getDueKey({ due }: IndexedChat, now: number): string {
	if (due === undefined) return '';
	return due <= now ? 'overdue' : toDay(due);
}

function getFirstNetworkName({ facets }: IndexedChat): string {
	return facets.members[0]?.network.name ?? '';
}

function getAccountID({ facets }: IndexedChat): string {
	return facets.members[0]?.accountID ?? '';
}

function getLabelsKey({ facets: { labelIDs } }: IndexedChat): string {
	return labelIDs.length > 1 ? [...labelIDs].sort().join('\n') : (labelIDs[0] ?? '');
}

/**
 * A number for each local calendar day, which is faster to compute for many chats than the text of
 * `toDay`.
 */
function toDayNumber(lastActivity: number): number {
	if (lastActivity === NO_ACTIVITY) return NO_ACTIVITY;
	const date = new Date(lastActivity);
	return (date.getFullYear() * 12 + date.getMonth()) * 31 + date.getDate();
}
