import { isDisappearing, isUnread, type Chat, type ChatType } from '../chat/chat';
import { getLabels } from '../chat/labels';
import { getMembers, isMerged } from '../chat/merge';
import type { Network, NetworkIndex } from '../chat/network';
import { findTurn, type Turn } from '../chat/waiting';
import { FLAGS, type Flag } from './view';

/** The parts of a filter that offer choices with counts. */
export type Facet = Flag | 'network' | 'account' | 'label' | 'type' | 'waiting';

/** The values of a chat in each facet. */
export interface FacetValues {
	flags: readonly Flag[];
	type: ChatType;
	/** Absent: it's neither side's turn, see `findTurn`. */
	waiting?: Turn | 'unknown';
	/** At least one, in the order of `getMembers`. A chat that isn't merged is its only member. */
	members: readonly MemberValues[];
	labelIDs: readonly string[];
}

/** The facets in which the members of one merged chat differ. */
export interface MemberValues {
	network: Network;
	accountID: string;
}

/**
 * The test of each flag; a flag that the server does not state counts as false. No test may depend
 * on the current time: `ChatIndex` reads the flags of a chat once and never again while the chat is
 * the same object.
 */
export const HAS_FLAG: Readonly<Record<Flag, (chat: Chat) => boolean>> = {
	archived: (chat) => chat.isArchived === true,
	muted: (chat) => chat.isMuted === true,
	pinned: (chat) => chat.isPinned === true,
	unread: isUnread,
	mentions: (chat) => (chat.unreadMentionsCount ?? 0) > 0,
	'low-priority': (chat) => chat.isLowPriority === true,
	'read-only': (chat) => chat.isReadOnly === true,
	draft: (chat) => Boolean(chat.draft),
	reminder: (chat) => Boolean(chat.reminder),
	snoozed: (chat) => Boolean(chat.snooze),
	disappearing: isDisappearing,
	merged: isMerged
};

export function getFacetValues(chat: Chat, getNetwork: NetworkIndex): FacetValues {
	const waiting = findTurn(chat);
	return {
		flags: FLAGS.filter((flag) => HAS_FLAG[flag](chat)),
		type: chat.type,
		...(waiting && { waiting }),
		members: getMembers(chat).map((member) => ({
			network: getNetwork(member),
			accountID: member.accountID
		})),
		labelIDs: getLabels(chat).map(({ id }) => id)
	};
}
