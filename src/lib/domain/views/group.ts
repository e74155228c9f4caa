import type { Account } from '../account';
import { accountName } from '../accounts';
import type { Chat } from '../chat';
import { dayName, dayOf } from '../time';
import type { ViewContext } from './context';
import type { Grouping } from './view';

/** Chats of one view under one heading. */
export interface ChatGroup {
	/** Stays the same while chats come and go. */
	key: string;
	/** The heading. */
	label: string;
	/** At least one, in the view's order. */
	chats: readonly Chat[];
}

export interface GroupContext extends ViewContext {
	/** To name accounts by their owners. */
	accounts: readonly Account[];
}

interface Heading {
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
	sortedChats: readonly Chat[],
	grouping: Grouping,
	context: GroupContext
): ChatGroup[] {
	const { keyOf, labelOf } = headingsOf(grouping, context);
	const groups = new Map<string, ChatGroup & { chats: Chat[] }>();
	for (const chat of sortedChats) {
		const key = keyOf(chat);
		const group = groups.get(key);
		if (group) group.chats.push(chat);
		else groups.set(key, { key, label: labelOf(chat), chats: [chat] });
	}
	return [...groups.values()];
}

function headingsOf(grouping: Grouping, { networkOf, now, accounts }: GroupContext): Heading {
	const headings: Record<Grouping, Heading> = {
		network: {
			keyOf: (chat) => networkOf(chat).key,
			labelOf: (chat) => networkOf(chat).name
		},
		account: {
			keyOf: (chat) => chat.accountID,
			labelOf: (chat) => {
				const account = accounts.find(({ accountID }) => accountID === chat.accountID);
				const name = account ? accountName(account) : chat.accountID || 'unknown account';
				return `${networkOf(chat).name}, ${name}`;
			}
		},
		type: {
			keyOf: (chat) => chat.type,
			labelOf: (chat) => TYPE_LABELS.get(chat.type) ?? chat.type
		},
		day: {
			keyOf: ({ lastActivity }) => (lastActivity === undefined ? '' : dayOf(lastActivity)),
			labelOf: ({ lastActivity }) =>
				lastActivity === undefined ? 'No activity' : dayName(lastActivity, now)
		}
	};
	return headings[grouping];
}
