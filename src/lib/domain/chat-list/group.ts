import { formatDay, toDay } from '$lib/format/time';
import type { Account } from '../chat/account';
import { nameAccounts } from '../chat/account-names';
import type { Chat } from '../chat/chat';
import { isolateName } from '../chat/name';
import { NO_ACTIVITY, type IndexedChat } from './chat-index';
import type { Grouping } from './view';

/** Chats of one view under one heading. */
export interface ChatGroup {
	/** Stable while chats are added and removed. */
	key: string;
	/** The heading. */
	label: string;
	/** At least one, in the view's order. */
	chats: readonly Chat[];
}

export interface GroupContext {
	/** For naming accounts by their owners. */
	accounts: readonly Account[];
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
 * Groups are ordered by their first chats, so the sort order applies to groups too. A merged chat
 * belongs to the network and the account of its first member.
 */
export function groupChats(
	chats: readonly IndexedChat[],
	grouping: Grouping,
	context: GroupContext
): ChatGroup[] {
	const { toValue, toKey, toLabel } = createHeading(grouping, context);
	const groups = new Map<unknown, ChatGroup & { chats: Chat[] }>();
	for (const indexed of chats) {
		const value = toValue(indexed);
		let group = groups.get(value);
		if (!group) {
			group = { key: toKey(indexed), label: toLabel(indexed), chats: [] };
			groups.set(value, group);
		}
		group.chats.push(indexed.chat);
	}
	return [...groups.values()];
}

function createHeading(grouping: Grouping, { accounts, now }: GroupContext): Heading {
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
	}
}

function getFirstNetworkName({ facets }: IndexedChat): string {
	return facets.members[0]?.network.name ?? '';
}

function getAccountID({ facets }: IndexedChat): string {
	return facets.members[0]?.accountID ?? '';
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
