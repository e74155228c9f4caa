import { isSameDraft, isUnread, type Chat, type Draft } from '../chat/chat';
import { SourceError } from '../connection/source';
import type { MutationOutcome } from './result';
import { invertReaction } from './reactions';
import { isApplied } from './verify';
import type { SideEffect } from './side-effects';
import {
	hasDraft,
	isFieldMutation,
	isReaction,
	isToggle,
	getTargetKey,
	type DraftMutation,
	type ToggleMutation,
	type Mutation
} from './mutation';

/** Milliseconds after a write during which it can be taken back. */
export const UNDO_FOR = 30_000;

/** Why something is not taken back: see {@link isSuperseded}. */
export const SUPERSEDED: MutationOutcome = {
	kind: 'failed',
	error: new SourceError('conflict', {
		issues: [{ path: '', message: 'It was changed since, and undoing would lose that.' }]
	})
};

const NO_DRAFT: Draft = { text: '', markdown: '', attachments: [] };

/**
 * The writes that bring back what a chat was before, in order; empty where nothing can.
 * There is no way back to a picture, to the files of a draft, or to how many messages were unread.
 */
export function invertMutation(before: Chat, mutation: Mutation): readonly Mutation[] {
	if (isReaction(mutation)) return [invertReaction(mutation)];
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
 * The same, once it is known what became of the write: what the server did not do needs no undoing,
 * and what it did besides is undone too.
 *
 * @param before - undefined when unknown, and so is the way back
 * @param after - undefined when unknown
 */
export function toUndo(
	before: Chat | undefined,
	mutation: Mutation,
	after: Chat | undefined,
	sideEffects: readonly SideEffect[] = []
): readonly Mutation[] {
	if (!before) return [];
	const isUndone = isToggle(mutation) && after && isApplied(mutation, after, before) === false;
	const done = isUndone ? sideEffects : [mutation, ...sideEffects];
	return arrange(done.flatMap((each) => invertMutation(before, each)));
}

/**
 * In the order in which they all last: what is marked unread leaves the archive, what is pinned may not
 * go there. Of several about the same the last counts.
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

/** Whatever is marked unread, on the way there or back, leaves the archive. */
function invertRead(before: Chat, { kind, chatID, value }: ToggleMutation): readonly Mutation[] {
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
 * Whether what a write left behind is there no more: something newer has taken its place, and would
 * be lost by going back. Flags have no such thing, as they are one of two.
 *
 * @param after - the chat as the write left it; undefined when unknown
 * @param now - the chat as it is
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
