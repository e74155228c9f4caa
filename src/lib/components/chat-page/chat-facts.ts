import { formatDuration } from '$lib/format/duration';
import { formatFileSize } from '$lib/format/bytes';
import type { Chat, Draft, MessagePreview, Reminder, Snooze } from '$lib/domain/chat/chat';
import { countParticipants } from '$lib/domain/chat/merge';
import { isolateName } from '$lib/domain/chat/name';
import { nameSender } from '$lib/domain/chat/sender';
import { formatExactTime, formatRelativeTime } from '$lib/format/time';
import { formatNumber } from '$lib/format/number';
import { formatMessageContent, formatChatType } from '../chat-grid/chat-labels';

/** One field that the API reports about a chat. */
export interface Fact {
	term: string;
	/** Lines, at least one. */
	text: readonly string[];
	/** True when the value gets a copy button: an ID or an address. */
	isCopied?: true;
}

const NOT_STATED = 'Not stated';
const NONE = 'None';

interface IdentityWords {
	network: string;
	/** Absent where the owner of the account is unknown. */
	account: string | undefined;
	/** The status of the account, if it is worth mentioning: see `getAccountNotice`. */
	standing?: string | undefined;
}

/** Network, account, people and settings of a chat. */
export function getIdentityFacts(
	chat: Chat,
	{ network, account, standing }: IdentityWords
): Fact[] {
	const { hasMore, items } = chat.participants;
	const partly = hasMore ? ` (${formatNumber(items.length)} of them listed)` : '';
	return [
		{ term: 'Network', text: [network] },
		{
			term: 'Account',
			text: [account || chat.accountID || NOT_STATED, ...(standing ? [standing] : [])]
		},
		{ term: 'Type', text: [formatChatType(chat.type)] },
		{ term: 'People', text: [`${formatNumber(countParticipants(chat))}${partly}`] },
		{ term: 'Description', text: [formatOrNone(chat.description, (text) => text || NONE)] },
		{
			term: 'Disappearing messages',
			text: [formatTimer(chat.messageExpirySeconds)]
		},
		id('Chat ID', chat.id),
		...(chat.localChatID ? [id('Local chat ID', chat.localChatID)] : []),
		...(chat.accountID ? [id('Account ID', chat.accountID)] : []),
		...(chat.imgURL ? [id('Picture', chat.imgURL)] : [])
	];
}

/** Last activity, unread counts, last message, draft, reminder and snooze of a chat. */
export function getActivityFacts(chat: Chat, now: number): Fact[] {
	return [
		{ term: 'Last activity', text: [formatMoment(chat.lastActivity, now)] },
		{ term: 'Unread messages', text: [formatNumber(chat.unreadCount)] },
		{
			term: 'Unread mentions',
			text: [formatOrNone(chat.unreadMentionsCount, formatNumber)]
		},
		{
			term: 'Last message',
			text: chat.preview ? formatPreview(chat, chat.preview, now) : [NOT_STATED]
		},
		{ term: 'Draft', text: formatLinesOrNone(chat.draft, formatDraft) },
		{ term: 'Reminder', text: formatLinesOrNone(chat.reminder, (it) => formatReminder(it, now)) },
		{ term: 'Snoozed', text: formatLinesOrNone(chat.snooze, (it) => formatSnooze(it, now)) }
	];
}

/** The flags of a chat; a flag that the server does not state is `Not stated`. */
export function getStateFacts(chat: Chat): Fact[] {
	const states: readonly (readonly [term: string, state: boolean | undefined])[] = [
		['Archived', chat.isArchived],
		['Low priority', chat.isLowPriority],
		['Marked unread', chat.isMarkedUnread],
		['Muted', chat.isMuted],
		['Pinned', chat.isPinned],
		['Read-only', chat.isReadOnly]
	];
	return states.map(([term, state]) => ({
		term,
		text: [formatOrNone(state, (isSo) => (isSo ? 'Yes' : 'No'))]
	}));
}

function id(term: string, text: string): Fact {
	return { term, text: [text], isCopied: true };
}

function formatOrNone<Value>(
	value: Value | null | undefined,
	words: (value: Value) => string
): string {
	if (value === undefined) return NOT_STATED;
	return value === null ? NONE : words(value);
}

function formatLinesOrNone<Value>(
	value: Value | null | undefined,
	lines: (value: Value) => string[]
): string[] {
	return value === undefined || value === null ? [formatOrNone(value, String)] : lines(value);
}

/** `null` and 0 both mean that messages do not disappear. */
function formatTimer(seconds: number | null | undefined): string {
	if (seconds === undefined) return NOT_STATED;
	return seconds ? `After ${formatDuration(seconds)}` : 'Off';
}

function formatMoment(ms: number | undefined, now: number): string {
	return ms === undefined ? NOT_STATED : `${formatExactTime(ms)} (${formatRelativeTime(ms, now)})`;
}

function formatPreview(chat: Chat, preview: MessagePreview, now: number): string[] {
	const sender = preview.isSender ? 'You' : isolateName(nameSender(chat, preview));
	return [
		formatMessageContent(preview) || 'Without text',
		[sender, preview.timestamp !== undefined && formatMoment(preview.timestamp, now)]
			.filter(Boolean)
			.join(', ')
	].filter(Boolean);
}

function formatDraft({ text, attachments }: Draft): string[] {
	const files = attachments.map(({ fileName, type, fileSize }) =>
		[fileName ?? type, fileSize !== undefined && formatFileSize(fileSize)]
			.filter(Boolean)
			.join(', ')
	);
	const lines = [...(text ? [text] : []), ...files];
	return lines.length > 0 ? lines : ['Empty'];
}

function formatReminder({ remindAt, dismissOnIncomingMessage }: Reminder, now: number): string[] {
	const until = dismissOnIncomingMessage ? ['Until a message comes in'] : [];
	return [formatMoment(remindAt, now), ...until];
}

function formatSnooze({ snoozeUntil, userSnoozedAt }: Snooze, now: number): string[] {
	const since = userSnoozedAt === undefined ? [] : [`Since ${formatMoment(userSnoozedAt, now)}`];
	return [`Until ${formatMoment(snoozeUntil, now)}`, ...since];
}

/** `3`, `20 of 312`. */
export function formatParticipantCount({ participants: { items, total } }: Chat): string {
	return items.length < total
		? `${formatNumber(items.length)} of ${formatNumber(total)}`
		: formatNumber(total);
}
