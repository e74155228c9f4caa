import { getLastMessage, type ChatRecord } from '../make-thread';
import { isSince, type SampleContext } from './sample-context';
import type { WireAccount, WireChat, WireListedChat } from '../api-types';

/** The fields of a chat on servers before 4.2.808. */
const OLD_FIELDS: ReadonlySet<string> = new Set([
	'id',
	'localChatID',
	'accountID',
	'title',
	'type',
	'participants',
	'unreadCount',
	'isArchived',
	'isMuted',
	'isPinned',
	'lastActivity',
	'lastReadMessageSortKey',
	'preview'
]);

/** Participants of a chat in lists, and of a chat requested by its ID. */
export const LISTED_PARTICIPANTS = 20;
export const SHOWN_PARTICIPANTS = 100;

/** A chat as a server of this version returns it; since 4.3.73 in the shape of the SDK. */
type ChatRow = WireListedChat | Record<string, unknown>;

function toVersion(sample: SampleContext, chat: WireListedChat): ChatRow {
	if (isSince(sample, '4.3.73')) return chat;
	const fields = isSince(sample, '4.2.808')
		? chat
		: Object.fromEntries(Object.entries(chat).filter(([name]) => OLD_FIELDS.has(name)));
	return { ...fields, lastReadMessageSortKey: Number(chat.lastReadMessageSortKey ?? 0) };
}

/** Truncates the participants to `most`; -1: all of them. */
function withParticipants(chat: WireChat, most: number): WireChat {
	const { items, total } = chat.participants;
	const shown = most < 0 ? items : items.slice(0, most);
	return { ...chat, participants: { items: shown, hasMore: shown.length < total, total } };
}

/**
 * A merged chat sums the unread counts of its members. A server without merging omits
 * `mergedIntoChatID`.
 */
function withMerge({ behaviour }: SampleContext, { chat, members }: ChatRecord): WireChat {
	if (members) {
		const unreadCount = members.reduce((sum, member) => sum + member.chat.unreadCount, 0);
		return { ...chat, unreadCount };
	}
	if (behaviour.merged !== 'c') return chat;
	const row = { ...chat };
	delete row.mergedIntoChatID;
	return row;
}

/**
 * The chat as this server returns it now, which for a while after a write may be its state before.
 */
export function getServedChat(sample: SampleContext, record: ChatRecord): WireChat {
	const stale = sample.stale.get(record.chat.id);
	return stale && sample.now() < stale.until ? stale.chat : withMerge(sample, record);
}

/** True when the server returns this chat on this route. */
export function isServed(
	{ behaviour: { merged } }: SampleContext,
	{ members, mergedInto }: ChatRecord,
	route: 'list' | 'other' = 'other'
): boolean {
	if (members) return merged !== 'c';
	return !(mergedInto && merged === 'a' && route === 'list');
}

export function toChatRow(
	sample: SampleContext,
	record: ChatRecord,
	most: number = SHOWN_PARTICIPANTS
): ChatRow {
	return toVersion(sample, withParticipants(getServedChat(sample, record), most));
}

/** A row of the list, the only response with a preview of the last message. */
export function toListedChatRow(sample: SampleContext, record: ChatRecord): ChatRow {
	const preview = getLastMessage(record);
	const chat = withParticipants(getServedChat(sample, record), LISTED_PARTICIPANTS);
	return toVersion(sample, preview ? { ...chat, preview } : chat);
}

export function toAccountRow(sample: SampleContext, stored: WireAccount): object {
	const account = sample.behaviour.oddNames ? nameTwin(stored) : stored;
	if (isSince(sample, '4.2.842')) return account;
	const { accountID, bridge, network, user } = account;
	return isSince(sample, '4.2.785')
		? { accountID, bridge, network, user }
		: { accountID, network, user };
}

type TwinAccount = Omit<WireAccount, 'network'> & Partial<Pick<WireAccount, 'network'>>;

/**
 * Gives the owner of an account the name Kim, as of all others; Signal's account lacks its network.
 */
function nameTwin({ network, ...account }: WireAccount): TwinAccount {
	const user = { ...account.user, fullName: 'Kim' };
	return { ...account, user, ...(account.bridge.type !== 'signal' && { network }) };
}
