import { titleOf, type Chat } from '../chat';
import type { Network } from '../network';
import type { ViewContext } from './context';
import type { ChatSort, SortKey } from './view';

type Compare<Subject> = (a: Subject, b: Subject) => number;

// Not infinities: one less itself is not a number.
const LONG_AGO = Number.MIN_SAFE_INTEGER;
const FAR_AHEAD = Number.MAX_SAFE_INTEGER;
const COLLATOR = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** By name, as people order names; networks that share a name, by key. */
export function compareNetworks(a: Network, b: Network): number {
	if (a.key === b.key) return 0;
	return COLLATOR.compare(a.name, b.name) || compareExactly(a.key, b.key);
}

/**
 * The order of a view, in which no two chats are equal: chats that the sort key does not tell apart
 * stand by newest activity, then by ID, also when reversed. Chats without activity come last both ways.
 */
export function createComparator(sort: ChatSort, { networkOf }: ViewContext): Compare<Chat> {
	const comparisons: Record<SortKey, Compare<Chat>> = {
		activity: sort.reversed ? byOldest : byNewest,
		title: (a, b) => COLLATOR.compare(titleOf(a), titleOf(b)),
		network: (a, b) => compareNetworks(networkOf(a), networkOf(b)),
		unread: (a, b) => unreadRank(b) - unreadRank(a),
		participants: (a, b) => b.participants.total - a.participants.total
	};
	const compare = comparisons[sort.key];
	const direction = sort.reversed && sort.key !== 'activity' ? -1 : 1;
	return (a, b) => direction * compare(a, b) || byNewest(a, b) || compareExactly(a.id, b.id);
}

export function sortChats(
	chats: readonly Chat[],
	sort: ChatSort,
	context: ViewContext
): readonly Chat[] {
	return [...chats].sort(createComparator(sort, context));
}

function byNewest(a: Chat, b: Chat): number {
	return (b.lastActivity ?? LONG_AGO) - (a.lastActivity ?? LONG_AGO);
}

function byOldest(a: Chat, b: Chat): number {
	return (a.lastActivity ?? FAR_AHEAD) - (b.lastActivity ?? FAR_AHEAD);
}

/** Marked unread by hand counts more than read, and less than one message. */
function unreadRank(chat: Chat): number {
	return chat.unreadCount || (chat.isMarkedUnread ? 0.5 : 0);
}

function compareExactly(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
