import {
	DEFAULT_COLUMNS,
	type ColumnChange,
	type ColumnChoice,
	type ColumnKey
} from '$lib/domain/chat-list/columns';
import type { ChatSort, SortKey } from '$lib/domain/chat-list/view';
import { getVisibleColumns, type GridColumn } from './visible-columns';

export type { GridColumn };

/** The columns of the table, and how to change them. */
export interface ColumnSettings {
	choice: ColumnChoice;
	onchange: (change: ColumnChange) => void;
	/** Called with a change to show without keeping it; undefined: ends that. */
	onattempt: (change: ColumnChange | undefined) => void;
	/** Called with the columns that have room on the screen. */
	oncolumnsfit: (keys: readonly ColumnKey[]) => void;
}

/** The columns of a row of two lines: title and message, time and flags. */
const COMPACT_COLUMNS: readonly GridColumn[] = [
	{ key: 'title', name: 'Title', track: 'minmax(0, 1fr)', least: 0, sort: 'title' },
	{
		key: 'activity',
		name: 'Activity',
		track: '5.5rem',
		least: 0,
		sort: 'activity',
		isNumeric: true
	}
];

/** A card shows everything in one column, as screen readers hear it. */
const CARD_COLUMNS: readonly GridColumn[] = [
	{ key: 'title', name: 'Chat', track: 'minmax(0, 1fr)', least: 0 }
];

/** How chats are laid out in the grid. */
export interface GridLayout {
	row: 'table' | 'compact' | 'card';
	columns: readonly GridColumn[];
	chatsPerLine: number;
	/** Pixels. */
	lineHeight: number;
	/** Pixels; 0 where the header is for screen readers only. */
	headerHeight: number;
}

/**
 * @param width - pixels of the grid
 * @param choice - of columns, where there are any to choose from
 */
export function getGridLayout(
	layout: 'table' | 'cards',
	width: number,
	choice: ColumnChoice = DEFAULT_COLUMNS
): GridLayout {
	if (layout === 'cards') {
		const chatsPerLine = Math.max(1, Math.floor(width / 280));
		return { row: 'card', columns: CARD_COLUMNS, chatsPerLine, lineHeight: 124, headerHeight: 0 };
	}
	const one = { chatsPerLine: 1, headerHeight: 32 };
	if (width < 600) return { row: 'compact', columns: COMPACT_COLUMNS, lineHeight: 52, ...one };
	return { row: 'table', columns: getVisibleColumns(width, choice), lineHeight: 32, ...one };
}

/** Keys whose natural order runs from most to least, or from newest to oldest. */
const FALLING: readonly SortKey[] = ['activity', 'unread', 'participants'];

/** For `aria-sort`; undefined for a column that does not decide the order. */
export function getSortDirection(
	{ sort: key }: GridColumn,
	sort: ChatSort
): 'ascending' | 'descending' | undefined {
	if (key !== sort.key) return undefined;
	return FALLING.includes(key) === sort.reversed ? 'ascending' : 'descending';
}
