import type { ColumnKey } from '$lib/domain/chat-list/column-choice';
import type { SortKey } from '$lib/domain/chat-list/view';

/** A column of the table, with its defaults. */
export interface ColumnDefinition {
	key: ColumnKey;
	name: string;
	/** Pixels; undefined: a share of the remaining width. */
	width?: number;
	/** Minimum width in pixels, below which the content is unreadable. */
	least: number;
	/**
	 * Width of the grid, in pixels, from which the column is shown by default; absent: only if the
	 * user turns it on.
	 */
	from?: number;
	sort?: SortKey;
	isNumeric?: true;
}

/** Every column, by key. */
export const COLUMNS: Readonly<Record<ColumnKey, ColumnDefinition>> = {
	network: { key: 'network', name: 'Network', width: 160, least: 88, from: 0, sort: 'network' },
	account: { key: 'account', name: 'Account', width: 128, least: 80 },
	title: { key: 'title', name: 'Title', least: 144, from: 0, sort: 'title' },
	preview: { key: 'preview', name: 'Last message', least: 96, from: 900 },
	draft: { key: 'draft', name: 'Draft', width: 160, least: 80 },
	participants: {
		key: 'participants',
		name: 'People',
		width: 72,
		least: 64,
		from: 776,
		sort: 'participants',
		isNumeric: true
	},
	unread: {
		key: 'unread',
		name: 'Unread',
		width: 88,
		least: 72,
		from: 0,
		sort: 'unread',
		isNumeric: true
	},
	flags: { key: 'flags', name: 'Flags', width: 104, least: 64, from: 0 },
	reminder: { key: 'reminder', name: 'Reminder', width: 112, least: 80 },
	activity: {
		key: 'activity',
		name: 'Activity',
		width: 80,
		least: 72,
		from: 0,
		sort: 'activity',
		isNumeric: true
	}
};
