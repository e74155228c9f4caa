import {
	DEFAULT_COLUMNS,
	type ColumnChange,
	type ColumnChoice,
	type ColumnKey
} from '$lib/domain/chat-list/column-choice';
import type { ChatSort, SortKey } from '$lib/domain/chat-list/view';
import { getVisibleColumns, type GridColumn } from './visible-columns';

export type { GridColumn };

/** The columns of the table, and how to change them. */
export interface ColumnSettings {
	choice: ColumnChoice;
	onchange: (change: ColumnChange) => void;
	/** Called with a change to preview without storing it; undefined ends the preview. */
	onattempt: (change: ColumnChange | undefined) => void;
	/** Called with the columns that fit on the screen. */
	oncolumnsfit: (keys: readonly ColumnKey[]) => void;
}

/** The columns of a two-line row: title and message, time and flags. */
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

/** A card has one column for everything, which is how screen readers announce it. */
const CARD_COLUMNS: readonly GridColumn[] = [
	{ key: 'title', name: 'Chat', track: 'minmax(0, 1fr)', least: 0 }
];

/** The layout of chats in the grid. */
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
 * @param choice - the chosen columns, if the layout has a choice
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

/** Keys whose natural order is descending: most first, or newest first. */
const FALLING: readonly SortKey[] = ['activity', 'unread', 'participants'];

/** The value of `aria-sort`; undefined if the list is not sorted by the column. */
export function getSortDirection(
	{ sort: key }: GridColumn,
	sort: ChatSort
): 'ascending' | 'descending' | undefined {
	if (key !== sort.key) return undefined;
	return FALLING.includes(key) === sort.reversed ? 'ascending' : 'descending';
}
