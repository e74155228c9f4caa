import { formatExactTime } from '$lib/format/time';
import { isUnread, getTitle, type Chat } from '../chat/chat';
import { isolateName } from '../chat/name';
import { hasDraft, isEmptyDraft, isFieldMutation, type Mutation } from './mutation';

/** Milliseconds that a reminder may be moved by: some servers keep whole minutes. */
const REMINDER_SLACK = 60_000;

/**
 * Whether a chat is as a write wants it.
 *
 * @param before - the chat before the write: new messages since make it unread whatever the write did
 * @returns undefined when the chat does not tell, or the write changes nothing in it
 */
export function isApplied(mutation: Mutation, chat: Chat, before?: Chat): boolean | undefined {
	if (!isFieldMutation(mutation)) return undefined;
	switch (mutation.kind) {
		case 'archive':
			return agrees(chat.isArchived, mutation.value);
		case 'mute':
			return agrees(chat.isMuted, mutation.value);
		case 'pin':
			return agrees(chat.isPinned, mutation.value);
		case 'low-priority':
			return agrees(chat.isLowPriority, mutation.value);
		case 'read':
			if (isUnread(chat) !== mutation.value) return true;
			return mutation.value && hasNewMessages(chat, before) ? undefined : false;
		case 'title':
			return mutation.value === null ? undefined : chat.title.trim() === mutation.value.trim();
		case 'description':
			if (chat.description === undefined) return undefined;
			return (chat.description ?? '').trim() === (mutation.value ?? '').trim();
		case 'avatar':
			return mutation.value === null && chat.imgURL !== undefined
				? chat.imgURL === null
				: undefined;
		case 'timer':
			if (chat.messageExpirySeconds === undefined) return undefined;
			return (chat.messageExpirySeconds ?? 0) === (mutation.value ?? 0);
		case 'draft':
			// Beeper makes HTML of a draft, so its words may come back as others.
			if (chat.draft === undefined) return undefined;
			return hasDraft(chat) === (mutation.value !== null && !isEmptyDraft(mutation.value));
		case 'remind':
			return agreesOnReminder(chat, mutation.value?.remindAt);
	}
}

function hasNewMessages(chat: Chat, before: Chat | undefined): boolean {
	return (chat.lastActivity ?? 0) > (before?.lastActivity ?? Infinity);
}

/** A server that leaves out a flag most likely means that it is off. */
function agrees(flag: boolean | undefined, wanted: boolean): boolean | undefined {
	if (flag === undefined) return wanted ? undefined : true;
	return flag === wanted;
}

function agreesOnReminder({ reminder }: Chat, wanted: number | undefined): boolean | undefined {
	if (reminder === undefined) return wanted === undefined ? true : undefined;
	if (wanted === undefined || reminder === null) return (reminder === null) === !wanted;
	if (reminder.remindAt === undefined) return undefined;
	return Math.abs(reminder.remindAt - wanted) <= REMINDER_SLACK;
}

/**
 * One sentence when the server took a write and then did something else.
 *
 * @param before - the chat as it was; undefined when unknown
 * @param after - the chat as the server describes it now
 * @returns null when everything is as it was asked for; more than that is a side effect
 */
export function findMismatch(
	mutation: Mutation,
	before: Chat | undefined,
	after: Chat
): string | null {
	return isApplied(mutation, after, before) === false ? describeMismatch(mutation, after) : null;
}

function describeMismatch(mutation: Mutation, after: Chat): string {
	switch (mutation.kind) {
		case 'archive':
			if (!mutation.value) return 'Beeper took the request, but the chat is still archived.';
			return after.isPinned
				? 'Beeper did not archive the chat, because it is pinned. Unpin it first.'
				: 'Beeper has moved the chat back to the inbox: it does that after new messages.';
		case 'read':
			return `Beeper took the request, but the chat is still ${mutation.value ? 'unread' : 'read'}.`;
		case 'title':
			return `Beeper calls the chat “${isolateName(getTitle(after))}” now.`;
		case 'remind':
			return after.reminder?.remindAt === undefined
				? 'Beeper took the request, but there is no reminder.'
				: `Beeper will remind you on ${formatExactTime(after.reminder.remindAt)}.`;
		default:
			return 'Beeper took the request, but the chat is as it was.';
	}
}
