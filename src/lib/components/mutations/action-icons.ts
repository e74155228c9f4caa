import type { BulkAction } from '$lib/domain/mutations/actions';
import type { IconName } from '../ui/icons';

/** Icons of actions. A switch has the icon of the action that makes its label true. */
export const ACTION_ICONS: Readonly<Record<BulkAction, IconName>> = {
	archive: 'archived',
	unarchive: 'unarchive',
	mute: 'muted',
	unmute: 'unmute',
	pin: 'pinned',
	unpin: 'unpin',
	'low-priority': 'low-priority',
	'normal-priority': 'normal-priority',
	read: 'read',
	unread: 'unread',
	remind: 'reminder'
};
