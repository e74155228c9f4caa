import { getMutationPermission, type PermissionContext } from './permission';
import { isDone, type MutationResult } from './result';
import type { ToggleMutation, Mutation } from './mutation';
import type { Chat } from '../chat/chat';
import { describeError } from '../connection/error-messages';

/** What can be switched in many chats at once, in the order in which it is offered. */
export const BULK_TOGGLES = {
	archive: { kind: 'archive', value: true },
	unarchive: { kind: 'archive', value: false },
	mute: { kind: 'mute', value: true },
	unmute: { kind: 'mute', value: false },
	pin: { kind: 'pin', value: true },
	unpin: { kind: 'pin', value: false },
	'low-priority': { kind: 'low-priority', value: true },
	'normal-priority': { kind: 'low-priority', value: false },
	read: { kind: 'read', value: true },
	unread: { kind: 'read', value: false }
} as const satisfies Record<string, Omit<ToggleMutation, 'chatID'>>;

export type BulkToggle = keyof typeof BULK_TOGGLES;

/** `remind` needs a time before it can be planned. */
export type BulkAction = BulkToggle | 'remind';

/** The write that switches a chat, for `createPlan`. */
export function toToggle(action: BulkToggle): (chat: Chat) => ToggleMutation {
	return ({ id }) => ({ ...BULK_TOGGLES[action], chatID: id });
}

/** A chat, and why something about it is as it is. */
export interface ChatReason {
	chat: Chat;
	reason: string;
}

/** The chats among those to be changed of which nobody knows whether they allow it. */
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

/** Everything with the same reason together, the commonest reason first. */
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

/** Why something did not happen, is not known to have, or turned out otherwise; empty for what went well. */
export function describeFailure(result: MutationResult): string {
	switch (result.kind) {
		case 'failed':
		case 'unknown': {
			if (isDone(result)) return '';
			const { title, details } = describeError(result.error);
			const wasSeen = 'found' in result && result.found === false;
			const seen = wasSeen ? ['The chat is not as you wanted it. It may still happen.'] : [];
			return [title, ...details, ...seen].join(' · ');
		}
		case 'refused':
			return result.reason;
		case 'ignored':
			return 'The same was under way already';
		case 'done':
			return result.mismatch ?? '';
	}
}
