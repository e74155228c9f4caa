import type { RowAction } from '$lib/components/chat-grid/row-content';
import type { Chat } from '$lib/domain/chat/chat';
import { formatShortcut } from '$lib/domain/keys';
import type { BulkAction } from '$lib/domain/mutations/actions';
import type { Toggle } from '$lib/domain/mutations/toggles';
import type { Mutation } from '$lib/domain/mutations/mutation';
import type { PermissionContext } from '$lib/domain/mutations/permission';
import {
	createActionCommand,
	createBulkCommands,
	createRemindCommand,
	createToggleCommands
} from './chat-commands';

/** The toggles with a button in the row at the pointer, beside the menu of the row. */
const QUICK: readonly Toggle[] = ['archive', 'read', 'mute'];

interface RowActionOptions {
	permissionContext: PermissionContext;
	act: (mutation: Mutation) => void;
	/** Asks for the time of a reminder. */
	askWhen: () => void;
	/** Shows the chat beside the list. */
	peek: () => void;
	open: () => void;
	openInNewTab: () => void;
	copyLink: () => void;
	/** Adds the chat to the selection. */
	select: () => void;
}

/** The items of the menu of a row, for its chat. */
export function createRowActions(
	chat: Chat,
	{ permissionContext, act, askWhen, peek, open, openInNewTab, copyLink, select }: RowActionOptions
): readonly RowAction[] {
	const toggles = createToggleCommands(chat, permissionContext, act).map((command, place) => ({
		...command,
		startsGroup: place === 0,
		isQuick: QUICK.includes(command.kind)
	}));
	return [
		{
			id: 'chat-peek',
			name: 'Peek',
			icon: 'peek',
			keys: formatShortcut('peek'),
			isQuick: true,
			run: peek
		},
		...toggles,
		{ ...createRemindCommand(chat, permissionContext, askWhen), isQuick: true },
		{
			id: 'chat-open',
			name: 'Open',
			keys: formatShortcut('open'),
			startsGroup: true,
			run: open
		},
		{ id: 'chat-open-tab', name: 'Open in new tab', run: openInNewTab },
		createActionCommand(chat, { kind: 'focus', chatID: chat.id }, permissionContext, act),
		{ id: 'chat-link', name: 'Copy link', icon: 'copy', run: copyLink },
		{
			id: 'chat-select',
			name: 'Select',
			icon: 'check',
			keys: formatShortcut('select'),
			startsGroup: true,
			run: select
		}
	];
}

interface SelectedRowActionOptions {
	blockedReason: string | null;
	act: (action: BulkAction) => void;
	/** Takes this chat out of the selection. */
	deselect: () => void;
	clear: () => void;
}

/** The items of the menu of a selected row: changes of all selected chats. */
export function createSelectedRowActions(
	selected: readonly Chat[],
	{ blockedReason, act, deselect, clear }: SelectedRowActionOptions
): readonly RowAction[] {
	return [
		...createBulkCommands(selected, blockedReason, act),
		{
			id: 'chat-select',
			name: 'Deselect',
			keys: formatShortcut('select'),
			startsGroup: true,
			run: deselect
		},
		{
			id: 'select-none',
			name: 'Clear selection',
			icon: 'close',
			keys: formatShortcut('back'),
			run: clear
		}
	];
}
