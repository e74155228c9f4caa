import { flip } from '$lib/components/actions/toggles';
import { ACTION_WORDS, actionOf, wordsOf } from '$lib/domain/mutations/actions';
import type { Toggle, Write } from '$lib/domain/mutations/mutation';
import {
	permissionFor,
	permissionOf,
	type Circumstances,
	type Permission
} from '$lib/domain/mutations/permission';
import type { BulkAction, BulkToggle } from '$lib/domain/mutations/bulk';
import { titleOf, type Chat } from '$lib/domain/chat/chat';
import { keysOf } from '$lib/domain/key-names';
import type { Command } from '$lib/domain/keys';
import type { RunnableCommand } from '$lib/state/commands.svelte';

/** The keys that switch something. */
export const TOGGLE_COMMANDS: readonly (Command & Toggle)[] = [
	'archive',
	'mute',
	'pin',
	'low-priority',
	'read'
];

const WITH: Readonly<Record<Toggle, readonly [on: BulkToggle, off: BulkToggle]>> = {
	archive: ['archive', 'unarchive'],
	mute: ['mute', 'unmute'],
	pin: ['pin', 'unpin'],
	'low-priority': ['low-priority', 'normal-priority'],
	read: ['read', 'unread']
};

/** What a key does to several chats: switches on, unless it is on in all of them. */
export function flipOfMany(chats: readonly Chat[], kind: Toggle): BulkToggle {
	const [on, off] = WITH[kind];
	return chats.every((chat) => !flip(chat, kind).value) ? off : on;
}

/** What the palette can do to the chat that keys are about. */
export function commandsFor(
	chat: Chat,
	circumstances: Circumstances,
	act: (write: Write) => void
): RunnableCommand[] {
	return [
		...TOGGLE_COMMANDS.map((kind) => ({
			...commandOf(chat, flip(chat, kind), circumstances, act),
			keys: keysOf(kind)
		})),
		commandOf(chat, { kind: 'focus', chatID: chat.id }, circumstances, act)
	];
}

/** Does something to a chat at once, or says why it cannot be done. */
export function commandOf(
	chat: Chat,
	write: Write,
	circumstances: Circumstances,
	act: (write: Write) => void
): RunnableCommand {
	return {
		id: `chat-${actionOf(write)}`,
		name: wordsOf(write).verb,
		hint: titleOf(chat),
		...refusalOf(permissionOf(chat, write, circumstances)),
		run: () => act(write)
	};
}

/** Asks when to be reminded of a chat. */
export function remindCommand(
	chat: Chat,
	circumstances: Circumstances,
	ask: () => void
): RunnableCommand {
	return {
		id: 'chat-remind',
		name: 'Remind me …',
		hint: titleOf(chat),
		keys: keysOf('remind'),
		...refusalOf(permissionFor(chat, 'remind', circumstances)),
		run: ask
	};
}

export function refusalOf(permission: Permission): Pick<RunnableCommand, 'disabledReason'> {
	return permission.kind === 'refused' ? { disabledReason: permission.reason } : {};
}

/** What the palette can do to the chats that are selected. */
export function commandsForMany(
	chats: readonly Chat[],
	block: string | null,
	act: (action: BulkAction) => void
): RunnableCommand[] {
	const common = {
		hint: `${chats.length} selected`,
		...(block !== null && { disabledReason: block })
	};
	return [
		...TOGGLE_COMMANDS.map((kind) => {
			const action = flipOfMany(chats, kind);
			return {
				...common,
				id: `selected-${action}`,
				name: ACTION_WORDS[action].verb,
				keys: keysOf(kind),
				run: () => act(action)
			};
		}),
		{
			...common,
			id: 'selected-remind',
			name: 'Remind me …',
			keys: keysOf('remind'),
			run: () => act('remind')
		}
	];
}
