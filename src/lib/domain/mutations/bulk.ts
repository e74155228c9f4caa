import { getMutationPermission, type PermissionContext } from './permission';
import { isDone, type MutationResult } from './result';
import { isToggleOn, TOGGLE_KINDS, TOGGLES, type Toggle, type ToggleAction } from './toggles';
import type { Mutation, ToggleMutation } from './mutation';
import type { Chat } from '../chat/chat';
import { describeError } from '../connection/error-messages';

/**
 * Create the mutation of each chat for a bulk action, in the form that `createPlan` takes.
 *
 * @throws Error for an action that is not a toggle, which its type excludes
 */
export function toToggle(action: ToggleAction): (chat: Chat) => ToggleMutation {
	for (const kind of TOGGLE_KINDS) {
		const { on, off } = TOGGLES[kind];
		if (action === on || action === off) {
			return ({ id }) => ({ kind, chatID: id, value: action === on });
		}
	}
	throw new Error(`No toggle has the action ${action}`);
}

/** The two actions of a toggle on several chats. */
export interface ToggleForMany {
	/** The one that its key and its button do: on, unless it is on in all of them. */
	action: ToggleAction;
	opposite: ToggleAction;
	/** False when the opposite would change none of the chats. */
	hasOpposite: boolean;
}

export function getToggleForMany(chats: readonly Chat[], kind: Toggle): ToggleForMany {
	const { on, off } = TOGGLES[kind];
	// The switch of `read` says `Unread`, the opposite of its mutation.
	const isSwitchedOn = kind !== 'read';
	if (chats.every((chat) => isToggleOn(chat, kind) === isSwitchedOn)) {
		return { action: off, opposite: on, hasOpposite: false };
	}
	const hasOpposite = chats.some((chat) => isToggleOn(chat, kind) === isSwitchedOn);
	return { action: on, opposite: off, hasOpposite };
}

/** A chat with a reason, such as why it was skipped. */
export interface ChatReason {
	chat: Chat;
	reason: string;
}

/**
 * Chats to be changed that do not report whether they allow it, each with the hint of its
 * permission.
 */
export function findUnstated(
	mutations: readonly Mutation[],
	chats: readonly Chat[],
	permissionContext: PermissionContext
): readonly ChatReason[] {
	const byID = new Map(chats.map((chat) => [chat.id, chat]));
	return mutations.flatMap((mutation) => {
		const chat = 'chatID' in mutation && mutation.chatID ? byID.get(mutation.chatID) : undefined;
		const permission = chat && getMutationPermission(chat, mutation, permissionContext);
		return chat && permission?.kind === 'unstated' ? [{ chat, reason: permission.hint }] : [];
	});
}

/** The progress of a bulk action. */
export interface BulkPace {
	/** Mutations that have ended since it began. */
	ended: number;
	/** Mutations that have not ended. */
	left: number;
	/** Milliseconds since it began. */
	elapsed: number;
}

/** Mutations and milliseconds after which the pace says something about the rest. */
const ENOUGH = { ended: 8, elapsed: 1_000 };

/** Seconds until the end of a bulk action, at its pace so far; undefined when it is too early to say. */
export function estimateSeconds({ ended, left, elapsed }: BulkPace): number | undefined {
	if (ended < ENOUGH.ended || elapsed < ENOUGH.elapsed) return undefined;
	return Math.ceil((left * elapsed) / ended / 1_000);
}

/** Group items by reason, the most frequent reason first. */
export function groupByReason<Item extends { reason: string }>(
	items: readonly Item[]
): readonly { reason: string; items: readonly Item[] }[] {
	const groups = new Map<string, Item[]>();
	for (const item of items) {
		const group = groups.get(item.reason);
		if (group) group.push(item);
		else groups.set(item.reason, [item]);
	}
	return [...groups]
		.map(([reason, group]) => ({ reason, items: group }))
		.sort((one, other) => other.items.length - one.items.length);
}

/**
 * Why a mutation failed, has an unknown outcome or had a different effect; empty when it succeeded.
 */
export function describeResult(result: MutationResult): string {
	switch (result.kind) {
		case 'failed':
		case 'unknown': {
			if (isDone(result)) return '';
			const { title, details } = describeError(result.error);
			const wasSeen = 'found' in result && result.found === false;
			const seen = wasSeen ? ['The chat doesn’t show the change. It may still happen.'] : [];
			return [title, ...details, ...seen].join(' · ');
		}
		case 'refused':
			return result.reason;
		case 'ignored':
			return 'The same change was already in progress';
		case 'done':
			return result.mismatch ?? '';
	}
}
