import type { BulkAction } from '$lib/domain/mutations/bulk';
import type { IconName } from '../ui/icons';

/** A button of the bar. */
export interface BulkChoice {
	action: BulkAction;
	label: string;
	icon: IconName;
}

export const BULK_CHOICES: readonly BulkChoice[] = [
	{ action: 'archive', label: 'Archive', icon: 'archived' },
	{ action: 'unarchive', label: 'Unarchive', icon: 'unarchive' },
	{ action: 'mute', label: 'Mute', icon: 'muted' },
	{ action: 'unmute', label: 'Unmute', icon: 'unmute' },
	{ action: 'pin', label: 'Pin', icon: 'pinned' },
	{ action: 'unpin', label: 'Unpin', icon: 'unpin' },
	{ action: 'low-priority', label: 'Low priority', icon: 'low-priority' },
	{ action: 'normal-priority', label: 'Normal priority', icon: 'normal-priority' },
	{ action: 'read', label: 'Mark read', icon: 'read' },
	{ action: 'unread', label: 'Mark unread', icon: 'unread' },
	{ action: 'remind', label: 'Remind…', icon: 'reminder' }
];
