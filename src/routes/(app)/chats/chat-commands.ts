import { flip } from '$lib/components/actions/toggles';
import { ACTION_WORDS, getAction, getActionWords } from '$lib/domain/mutations/actions';
import type { Toggle, Mutation } from '$lib/domain/mutations/mutation';
import {
	getActionPermission,
	getMutationPermission,
	type PermissionContext,
	type Permission
} from '$lib/domain/mutations/permission';
import type { BulkAction, BulkToggle } from '$lib/domain/mutations/bulk';
import { getTitle, type Chat } from '$lib/domain/chat/chat';
import { getShortcut } from '$lib/domain/key-names';
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
	permissionContext: PermissionContext,
	act: (mutation: Mutation) => void
): RunnableCommand[] {
	return [
		...TOGGLE_COMMANDS.map((kind) => ({
			...commandOf(chat, flip(chat, kind), permissionContext, act),
			keys: getShortcut(kind)
		})),
		commandOf(chat, { kind: 'focus', chatID: chat.id }, permissionContext, act)
	];
}

/** Does something to a chat at once, or says why it cannot be done. */
export function commandOf(
	chat: Chat,
	mutation: Mutation,
	permissionContext: PermissionContext,
	act: (mutation: Mutation) => void
): RunnableCommand {
	return {
		id: `chat-${getAction(mutation)}`,
		name: getActionWords(mutation).verb,
		hint: getTitle(chat),
		...refusalOf(getMutationPermission(chat, mutation, permissionContext)),
		run: () => act(mutation)
	};
}

/** Asks when to be reminded of a chat. */
export function remindCommand(
	chat: Chat,
	permissionContext: PermissionContext,
	ask: () => void
): RunnableCommand {
	return {
		id: 'chat-remind',
		name: 'Remind me …',
		hint: getTitle(chat),
		keys: getShortcut('remind'),
		...refusalOf(getActionPermission(chat, 'remind', permissionContext)),
		run: ask
	};
}

export function refusalOf(permission: Permission): Pick<RunnableCommand, 'disabledReason'> {
	return permission.kind === 'refused' ? { disabledReason: permission.reason } : {};
}

/** What the palette can do to the chats that are selected. */
export function commandsForMany(
	chats: readonly Chat[],
	blockedReason: string | null,
	act: (action: BulkAction) => void
): RunnableCommand[] {
	const common = {
		hint: `${chats.length} selected`,
		...(blockedReason !== null && { disabledReason: blockedReason })
	};
	return [
		...TOGGLE_COMMANDS.map((kind) => {
			const action = flipOfMany(chats, kind);
			return {
				...common,
				id: `selected-${action}`,
				name: ACTION_WORDS[action].verb,
				keys: getShortcut(kind),
				run: () => act(action)
			};
		}),
		{
			...common,
			id: 'selected-remind',
			name: 'Remind me …',
			keys: getShortcut('remind'),
			run: () => act('remind')
		}
	];
}
