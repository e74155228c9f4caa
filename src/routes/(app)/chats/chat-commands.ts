import { ACTION_ICONS } from '$lib/components/mutations/action-icons';
import type { IconName } from '$lib/components/ui/icons';
import { flipToggle, getAction, type Mutation } from '$lib/domain/mutations/mutation';
import { ACTIONS, type BulkAction } from '$lib/domain/mutations/actions';
import { TOGGLE_KINDS, TOGGLES, type Toggle } from '$lib/domain/mutations/toggles';
import { getTitle, type Chat } from '$lib/domain/chat/chat';
import { formatShortcut } from '$lib/domain/keys';
import { getToggleForMany } from '$lib/domain/mutations/bulk';
import { getMutationWords } from '$lib/domain/mutations/describe-change';
import {
	getActionPermission,
	getMutationPermission,
	type Permission,
	type PermissionContext
} from '$lib/domain/mutations/permission';
import type { RunnableCommand } from '$lib/app/command-registry.svelte';

/** A command that menus offer too. */
type MenuCommand = RunnableCommand & { icon: IconName };

/** The palette's commands for the chat at the cursor. */
export function createChatCommands(
	chat: Chat,
	permissionContext: PermissionContext,
	act: (mutation: Mutation) => void
): RunnableCommand[] {
	return [
		...createToggleCommands(chat, permissionContext, act),
		createActionCommand(chat, { kind: 'focus', chatID: chat.id }, permissionContext, act)
	];
}

/** The commands that flip the switches of a chat. */
export function createToggleCommands(
	chat: Chat,
	permissionContext: PermissionContext,
	act: (mutation: Mutation) => void
): (MenuCommand & { kind: Toggle })[] {
	return TOGGLE_KINDS.map((kind) => {
		const mutation = flipToggle(chat, kind);
		return {
			...createActionCommand(chat, mutation, permissionContext, act),
			kind,
			icon: ACTION_ICONS[TOGGLES[kind][mutation.value ? 'on' : 'off']],
			keys: formatShortcut(kind)
		};
	});
}

/** A command that changes a chat at once, disabled with a reason if the chat does not allow it. */
export function createActionCommand(
	chat: Chat,
	mutation: Mutation,
	permissionContext: PermissionContext,
	act: (mutation: Mutation) => void
): RunnableCommand {
	const icons: Partial<Record<string, string>> = ACTION_ICONS;
	const iconName = icons[getAction(mutation)];
	return {
		id: `chat-${getAction(mutation)}`,
		...(iconName !== undefined && { iconName }),
		name: getMutationWords(mutation).label,
		hint: getTitle(chat),
		...getRefusal(getMutationPermission(chat, mutation, permissionContext)),
		run: () => act(mutation)
	};
}

/** A command that opens the reminder dialog for a chat. */
export function createRemindCommand(
	chat: Chat,
	permissionContext: PermissionContext,
	ask: () => void
): MenuCommand {
	return {
		id: 'chat-remind',
		name: 'Remind me…',
		icon: ACTION_ICONS.remind,
		iconName: ACTION_ICONS.remind,
		also: 'snooze later',
		hint: getTitle(chat),
		keys: formatShortcut('remind'),
		...getRefusal(getActionPermission(chat, 'remind', permissionContext)),
		run: ask
	};
}

/** A command that leads to the field for a message. */
export function createWriteCommand(
	chat: Chat,
	permissionContext: PermissionContext,
	write: () => void
): RunnableCommand {
	return {
		id: 'chat-write',
		name: 'Write a message',
		also: 'reply answer send',
		hint: getTitle(chat),
		keys: formatShortcut('write'),
		...getRefusal(getActionPermission(chat, 'message', permissionContext)),
		run: write
	};
}

export function getRefusal(permission: Permission): Pick<RunnableCommand, 'disabledReason'> {
	return permission.kind === 'refused' ? { disabledReason: permission.reason } : {};
}

/** The palette's commands for the selected chats. */
export function createBulkCommands(
	chats: readonly Chat[],
	blockedReason: string | null,
	act: (action: BulkAction) => void
): MenuCommand[] {
	const common = {
		hint: `${chats.length} selected`,
		...(blockedReason !== null && { disabledReason: blockedReason })
	};
	return [
		...TOGGLE_KINDS.map((kind) => {
			const { action } = getToggleForMany(chats, kind);
			return {
				...common,
				id: `selected-${action}`,
				name: ACTIONS[action].label,
				icon: ACTION_ICONS[action],
				keys: formatShortcut(kind),
				run: () => act(action)
			};
		}),
		{
			...common,
			id: 'selected-remind',
			name: 'Remind me…',
			icon: ACTION_ICONS.remind,
			keys: formatShortcut('remind'),
			run: () => act('remind')
		}
	];
}
