import { isSameDraft, isUnread, type Chat, type Draft } from '../chat/chat';
import {
	getTargetKey,
	isFieldMutation,
	isReactionMutation,
	isToggleMutation,
	type DraftMutation,
	type Mutation,
	type ReadMutation
} from './mutation';
import { SourceError } from '../connection/source-error';
import { hasDraft } from './draft';
import { invertReaction } from './reactions';
import { hasHappened, type LogEntry, type MutationOutcome } from './result';
import type { SideEffect } from './side-effects';
import { isApplied } from './verify';

/**
 * Milliseconds for which a mutation can be undone by toast and key, without reading its chat first.
 */
export const UNDO_FOR = 30_000;

/** Outcome of an undo that would overwrite a newer change: see {@link isSuperseded}. */
export const SUPERSEDED: MutationOutcome = {
	kind: 'failed',
	error: new SourceError('conflict', {
		issues: [{ path: '', message: 'Changed since then – undoing would overwrite that.' }]
	})
};

const NO_DRAFT: Draft = { text: '', markdown: '', attachments: [] };

/**
 * The mutations that restore the chat as it was before a mutation, in order; empty when impossible.
 * A picture, the files of a draft and the unread count cannot be restored.
 */
export function invertMutation(before: Chat, mutation: Mutation): readonly Mutation[] {
	if (isReactionMutation(mutation)) return [invertReaction(mutation)];
	if (!isFieldMutation(mutation)) return [];
	if (mutation.kind === 'draft') return invertDraft(before, mutation);
	if (mutation.kind === 'read') return invertRead(before, mutation);
	if (isApplied(mutation, before) === true) return [];
	const { kind, chatID } = mutation;
	switch (kind) {
		case 'title':
			return [{ kind, chatID, value: before.title || null }];
		case 'description':
			return before.description === undefined ? [] : [{ kind, chatID, value: before.description }];
		case 'avatar':
			return before.imgURL === null ? [{ kind, chatID, value: null }] : [];
		case 'timer':
			if (before.messageExpirySeconds === undefined) return [];
			return [{ kind, chatID, value: before.messageExpirySeconds || null }];
		case 'remind':
			return [restoreReminder(before)];
		default:
			return [{ kind, chatID, value: !mutation.value }];
	}
}

/**
 * The undo of a mutation whose outcome is known: the mutations of {@link invertMutation}, unless
 * the server did not carry it out, and the undo of its side effects.
 *
 * @param before - undefined when unknown: then there is no undo
 * @param after - undefined when unknown
 */
export function toUndo(
	before: Chat | undefined,
	mutation: Mutation,
	after: Chat | undefined,
	sideEffects: readonly SideEffect[] = []
): readonly Mutation[] {
	if (!before) return [];
	const isUndone =
		isToggleMutation(mutation) && after && isApplied(mutation, after, before) === false;
	const done = isUndone ? sideEffects : [mutation, ...sideEffects];
	return arrange(done.flatMap((each) => invertMutation(before, each)));
}

/**
 * Order mutations so that none reverses another: marking a chat as unread moves it out of the
 * archive, and a pinned chat cannot be archived. Of several mutations with the same target, the
 * last counts.
 */
function arrange(mutations: readonly Mutation[]): readonly Mutation[] {
	const bySlot = new Map(mutations.map((mutation) => [getTargetKey(mutation), mutation]));
	return [...bySlot.values()].sort((one, other) => getRank(one) - getRank(other));
}

function getRank(mutation: Mutation): number {
	if (mutation.kind === 'archive') return mutation.value ? 3 : 1;
	if (mutation.kind === 'read') return 2;
	return mutation.kind === 'pin' && mutation.value ? 4 : 0;
}

/** Marking as unread, by the mutation or by its undo, moves a chat out of the archive. */
function invertRead(before: Chat, { kind, chatID, value }: ReadMutation): readonly Mutation[] {
	const wasUnread = isUnread(before);
	const back: Mutation[] = value === wasUnread ? [{ kind, chatID, value: !wasUnread }] : [];
	const leavesArchive = before.isArchived && !(value && !wasUnread);
	return leavesArchive ? [...back, { kind: 'archive', chatID, value: true }] : back;
}

function invertDraft(before: Chat, { kind, chatID, value }: DraftMutation): readonly Mutation[] {
	const { draft } = before;
	if (draft === undefined) return [];
	if (!draft || !hasDraft(before)) return value === null ? [] : [{ kind, chatID, value: null }];
	if (draft.attachments.length > 0) return [];
	return [{ kind, chatID, value: { text: draft.markdown, attachments: [] } }];
}

/**
 * True when the value set by a mutation has been changed since, so that an undo would overwrite the
 * newer value. A flag has no third value to lose.
 *
 * @param after - the chat as the mutation left it; undefined when unknown
 * @param now - the current chat; undefined when unknown
 */
export function isSuperseded(
	mutation: Mutation,
	after: Chat | undefined,
	now: Chat | undefined
): boolean {
	if (!after || !now || !isFieldMutation(mutation)) return false;
	switch (mutation.kind) {
		case 'title':
			return after.title !== now.title;
		case 'description':
			return (after.description ?? '') !== (now.description ?? '');
		case 'avatar':
			return after.imgURL !== now.imgURL;
		case 'timer':
			return (after.messageExpirySeconds ?? 0) !== (now.messageExpirySeconds ?? 0);
		case 'draft':
			return !isSameDraft(after.draft ?? NO_DRAFT, now.draft ?? NO_DRAFT);
		case 'remind':
			return after.reminder?.remindAt !== now.reminder?.remindAt;
		default:
			return false;
	}
}

function restoreReminder({ id: chatID, reminder }: Chat): Mutation {
	if (reminder?.remindAt === undefined) return { kind: 'remind', chatID, value: null };
	const { remindAt, dismissOnIncomingMessage = false } = reminder;
	return { kind: 'remind', chatID, value: { remindAt, dismissOnIncomingMessage } };
}

/** True when a log entry can be undone and its undo period has not ended. */
export function canUndo(entry: LogEntry, now: number): boolean {
	return canUndoLate(entry) && now < entry.undoUntil;
}

/** True when a log entry can be undone, if its chat is read first. */
export function canUndoLate(entry: LogEntry): boolean {
	return entry.undo.length > 0 && !entry.isUndone;
}

/**
 * True when a later change from this tab set the same value of the chat, and still holds.
 *
 * @param sameTarget - entries whose mutations have the same target
 */
export function isOverwritten(entry: LogEntry, sameTarget: readonly LogEntry[]): boolean {
	return sameTarget.some(
		(other) =>
			other.id > entry.id &&
			other.groupId !== entry.groupId &&
			other.mutation.kind === entry.mutation.kind &&
			other.undoes === undefined &&
			!other.isUndone &&
			hasHappened(other)
	);
}
