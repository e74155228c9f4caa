import { permissionOf, type Circumstances } from './permission';
import { isDone, type Result } from './result';
import type { ToggleWrite, Write } from './mutation';
import type { Chat } from '../chat/chat';
import { explain } from '../connection/error-messages';

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
} as const satisfies Record<string, Omit<ToggleWrite, 'chatID'>>;

export type BulkToggle = keyof typeof BULK_TOGGLES;

/** `remind` needs a time before it can be planned. */
export type BulkAction = BulkToggle | 'remind';

/** The write that switches a chat, for `planOf`. */
export function toggleFor(action: BulkToggle): (chat: Chat) => ToggleWrite {
	return ({ id }) => ({ ...BULK_TOGGLES[action], chatID: id });
}

/** A chat, and why something about it is as it is. */
export interface Reasoned {
	chat: Chat;
	reason: string;
}

/** The chats among those to be changed of which nobody knows whether they allow it. */
export function hintsFor(
	writes: readonly Write[],
	chats: readonly Chat[],
	circumstances: Circumstances
): readonly Reasoned[] {
	const byID = new Map(chats.map((chat) => [chat.id, chat]));
	return writes.flatMap((write) => {
		const chat = 'chatID' in write && write.chatID ? byID.get(write.chatID) : undefined;
		const permission = chat && permissionOf(chat, write, circumstances);
		return chat && permission?.kind === 'unstated' ? [{ chat, reason: permission.hint }] : [];
	});
}

/** Everything with the same reason together, the commonest reason first. */
export function byReason<Item extends { reason: string }>(
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
export function reasonFor(result: Result): string {
	switch (result.kind) {
		case 'failed':
		case 'unknown': {
			if (isDone(result)) return '';
			const { title, details } = explain(result.error);
			const wasSeen = 'found' in result && result.found === false;
			const seen = wasSeen ? ['The chat is not as you wanted it. It may still happen.'] : [];
			return [title, ...details, ...seen].join(' · ');
		}
		case 'refused':
			return result.reason;
		case 'ignored':
			return 'The same was under way already';
		case 'done':
			return result.surprise ?? '';
	}
}
