import { formatExactTime } from '$lib/format/time';
import { getTitle, isUnread, type Chat } from '../chat/chat';
import { isFieldMutation, isFlagMutation, type Mutation } from './mutation';
import { TOGGLES } from './toggles';
import { hasDraft, isEmptyDraft } from './draft';
import { isolateName } from '../chat/name';

/** Milliseconds by which a reminder may deviate: some servers store whole minutes. */
const REMINDER_SLACK = 60_000;

/**
 * True when a chat has the value that a mutation sets.
 *
 * @param before - the chat before the mutation; messages that arrived since make it unread again
 * @returns undefined when the chat does not report the value, or the mutation changes no field of
 *   it
 */
export function isApplied(mutation: Mutation, chat: Chat, before?: Chat): boolean | undefined {
	if (!isFieldMutation(mutation)) return undefined;
	if (isFlagMutation(mutation)) return agrees(chat[TOGGLES[mutation.kind].field], mutation.value);
	switch (mutation.kind) {
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
			// Beeper turns a draft into HTML, so its text may come back changed.
			if (chat.draft === undefined) return undefined;
			return hasDraft(chat) === (mutation.value !== null && !isEmptyDraft(mutation.value));
		case 'remind':
			return agreesOnReminder(chat, mutation.value?.remindAt);
	}
}

function hasNewMessages(chat: Chat, before: Chat | undefined): boolean {
	return (chat.lastActivity ?? 0) > (before?.lastActivity ?? Infinity);
}

/**
 * True when a flag has the wanted value; undefined for one that the server omits and that should be
 * on, as it is most likely off.
 */
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
 * A sentence about a mutation that the server accepted without carrying it out.
 *
 * @param before - the chat before the mutation; undefined when unknown
 * @param after - the chat as the server describes it now
 * @returns null when the chat has the wanted value; other changes are side effects
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
			if (!mutation.value) return 'Beeper accepted the request, but the chat is still archived.';
			return after.isPinned
				? 'Beeper didn’t archive the chat, because it’s pinned. Unpin it first.'
				: 'Beeper moved the chat back to the inbox after new messages.';
		case 'read':
			return `Beeper accepted the request, but the chat is still ${mutation.value ? 'unread' : 'read'}.`;
		case 'title':
			return `The chat is now called “${isolateName(getTitle(after))}”.`;
		case 'remind':
			return after.reminder?.remindAt === undefined
				? 'Beeper accepted the request, but there’s no reminder.'
				: `Beeper will remind you on ${formatExactTime(after.reminder.remindAt)}.`;
		default:
			return 'Beeper accepted the request, but the chat hasn’t changed.';
	}
}
