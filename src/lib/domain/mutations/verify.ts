import { isUnread, titleOf, type Chat } from '../chat/chat';
import { isolateName } from '../chat/name';
import { exactTime } from '../time';
import { hasDraft, isEmptyDraft, isFieldWrite, type Write } from './mutation';

/** Milliseconds that a reminder may be moved by: some servers keep whole minutes. */
const REMINDER_SLACK = 60_000;

/**
 * Whether a chat is as a write wants it.
 *
 * @param before - the chat before the write: new messages since make it unread whatever the write did
 * @returns undefined when the chat does not tell, or the write changes nothing in it
 */
export function isSettled(write: Write, chat: Chat, before?: Chat): boolean | undefined {
	if (!isFieldWrite(write)) return undefined;
	switch (write.kind) {
		case 'archive':
			return agrees(chat.isArchived, write.value);
		case 'mute':
			return agrees(chat.isMuted, write.value);
		case 'pin':
			return agrees(chat.isPinned, write.value);
		case 'low-priority':
			return agrees(chat.isLowPriority, write.value);
		case 'read':
			if (isUnread(chat) !== write.value) return true;
			return write.value && hasNewMessages(chat, before) ? undefined : false;
		case 'title':
			return write.value === null ? undefined : chat.title.trim() === write.value.trim();
		case 'description':
			if (chat.description === undefined) return undefined;
			return (chat.description ?? '').trim() === (write.value ?? '').trim();
		case 'avatar':
			return write.value === null && chat.imgURL !== undefined ? chat.imgURL === null : undefined;
		case 'timer':
			if (chat.messageExpirySeconds === undefined) return undefined;
			return (chat.messageExpirySeconds ?? 0) === (write.value ?? 0);
		case 'draft':
			// Beeper makes HTML of a draft, so its words may come back as others.
			if (chat.draft === undefined) return undefined;
			return hasDraft(chat) === (write.value !== null && !isEmptyDraft(write.value));
		case 'remind':
			return agreesOnReminder(chat, write.value?.remindAt);
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
export function surpriseOf(write: Write, before: Chat | undefined, after: Chat): string | null {
	return isSettled(write, after, before) === false ? objectionOf(write, after) : null;
}

function objectionOf(write: Write, after: Chat): string {
	switch (write.kind) {
		case 'archive':
			if (!write.value) return 'Beeper took the request, but the chat is still archived.';
			return after.isPinned
				? 'Beeper did not archive the chat, because it is pinned. Unpin it first.'
				: 'Beeper has moved the chat back to the inbox: it does that after new messages.';
		case 'read':
			return `Beeper took the request, but the chat is still ${write.value ? 'unread' : 'read'}.`;
		case 'title':
			return `Beeper calls the chat “${isolateName(titleOf(after))}” now.`;
		case 'remind':
			return after.reminder?.remindAt === undefined
				? 'Beeper took the request, but there is no reminder.'
				: `Beeper will remind you on ${exactTime(after.reminder.remindAt)}.`;
		default:
			return 'Beeper took the request, but the chat is as it was.';
	}
}
