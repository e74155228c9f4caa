import type { ColumnKey } from '$lib/domain/chat-list/column-choice';
import type { Grouping, SortKey } from '$lib/domain/chat-list/view';

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
	/** Aligns the content with the right edge; absent: with the left one. */
	align?: 'end';
	/** True: stands in the column of the title unless the user turns on a column for it. */
	isInTitle?: true;
}

/** Every column, by key. */
export const COLUMNS: Readonly<Record<ColumnKey, ColumnDefinition>> = {
	title: { key: 'title', name: 'Title', least: 144, from: 0, sort: 'title' },
	preview: { key: 'preview', name: 'Last message', least: 96, isInTitle: true },
	labels: { key: 'labels', name: 'Labels', width: 144, least: 80, isInTitle: true },
	draft: { key: 'draft', name: 'Draft', width: 160, least: 80 },
	network: { key: 'network', name: 'Network', width: 128, least: 88, from: 900, sort: 'network' },
	account: { key: 'account', name: 'Account', width: 144, least: 80, from: 1000 },
	participants: {
		key: 'participants',
		name: 'People',
		width: 64,
		least: 64,
		from: 1200,
		sort: 'participants',
		align: 'end'
	},
	unread: {
		key: 'unread',
		name: 'Unread',
		width: 72,
		least: 72,
		from: 0,
		sort: 'unread',
		align: 'end'
	},
	flags: { key: 'flags', name: 'Flags', width: 96, least: 56, from: 0, align: 'end' },
	reminder: { key: 'reminder', name: 'Reminder', width: 112, least: 80, sort: 'reminder' },
	activity: {
		key: 'activity',
		name: 'Activity',
		width: 72,
		least: 72,
		from: 0,
		sort: 'activity',
		align: 'end'
	}
};

/** The columns that repeat the headings of groups. */
const IN_HEADING: Readonly<Partial<Record<Grouping, readonly ColumnKey[]>>> = {
	network: ['network'],
	account: ['network', 'account']
};

/**
 * The columns that would say nothing new.
 *
 * @param hasAccountNames - false: no network has several accounts
 */
export function findSilentColumns(
	group: Grouping | undefined,
	hasAccountNames: boolean
): readonly ColumnKey[] {
	const inHeading = (group && IN_HEADING[group]) ?? [];
	return hasAccountNames ? inHeading : [...inHeading, 'account'];
}
