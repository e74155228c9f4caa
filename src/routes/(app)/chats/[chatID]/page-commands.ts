import type { Control } from '$lib/components/mutations/focus-control';
import { getActionPermission, type PermissionContext } from '$lib/domain/mutations/permission';
import { ACTIONS, FORM_ACTIONS } from '$lib/domain/mutations/actions';
import type { Mutation } from '$lib/domain/mutations/mutation';
import { getTitle, type Chat } from '$lib/domain/chat/chat';
import { formatShortcut } from '$lib/domain/keys';
import { hasDraft } from '$lib/domain/mutations/draft';
import type { RunnableCommand } from '$lib/app/command-registry.svelte';
import {
	createActionCommand,
	createChatCommands,
	getRefusal,
	createRemindCommand,
	createWriteCommand
} from '../chat-commands';

export interface PageCommandsOptions {
	permissionContext: PermissionContext;
	act: (mutation: Mutation) => void;
	/** Opens the form for a reminder. */
	remind: () => void;
	/** Focuses the field for a message. */
	write: () => void;
	/** Focuses a form of the page. */
	focusControl: (control: Control) => void;
	copyLink: () => void;
	/** The list from which the user came. */
	list: {
		/** Undefined at its ends. */
		next: (() => void) | undefined;
		previous: (() => void) | undefined;
		close: () => void;
	};
}

/** The palette's commands on the page of a chat. */
export function createPageCommands(
	chat: Chat,
	{ permissionContext, act, remind, write, focusControl, copyLink, list }: PageCommandsOptions
): RunnableCommand[] {
	const hint = getTitle(chat);

	/**
	 * The command that clears a reminder or a draft. If there is none, it is disabled, by default
	 * with `missing` as the reason.
	 */
	function clearing(kind: 'remind' | 'draft', isThere: boolean, missing: string) {
		const command = createActionCommand(
			chat,
			{ kind, chatID: chat.id, value: null },
			permissionContext,
			act
		);
		return isThere ? command : { disabledReason: missing, ...command };
	}

	function moving(command: 'next' | 'previous', name: string, run: (() => void) | undefined) {
		const isEnd = run === undefined && { disabledReason: `No ${command} chat` };
		return {
			id: `chat-${command}`,
			name,
			keys: formatShortcut(command),
			...isEnd,
			run: () => run?.()
		};
	}

	return [
		...createChatCommands(chat, permissionContext, act),
		createRemindCommand(chat, permissionContext, remind),
		createWriteCommand(chat, permissionContext, write),
		clearing('remind', chat.reminder !== null, 'No reminder'),
		createActionCommand(chat, { kind: 'notify-anyway', chatID: chat.id }, permissionContext, act),
		...FORM_ACTIONS.map((action) => ({
			id: `chat-${action}`,
			name: ACTIONS[action].formLabel,
			hint,
			also: ACTIONS[action].label,
			...getRefusal(getActionPermission(chat, action, permissionContext)),
			run: () => focusControl(action)
		})),
		clearing('draft', hasDraft(chat), 'No draft'),
		{ id: 'chat-link', name: 'Copy chat link', hint, run: copyLink },
		moving('next', 'Next chat', list.next),
		moving('previous', 'Previous chat', list.previous),
		{ id: 'chat-back', name: 'Back to the list', keys: formatShortcut('back'), run: list.close }
	];
}
