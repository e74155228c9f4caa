import {
	DEFAULT_COLUMNS,
	type ColumnChange,
	type ColumnChoice,
	type ColumnKey
} from '$lib/domain/chat-list/columns';
import type { ChatSort, SortKey } from '$lib/domain/chat-list/view';
import { getVisibleColumns, type GridColumn } from './visible-columns';

export type { GridColumn };

/** What somebody can do about the columns of a table. */
export interface ColumnSettings {
	choice: ColumnChoice;
	onchange: (change: ColumnChange) => void;
	/** Show a change without keeping it; undefined: never mind. */
	onattempt: (change: ColumnChange | undefined) => void;
	/** These are on the screen: not all that are wanted need have room. */
	oncolumnsfit: (keys: readonly ColumnKey[]) => void;
}

/** What a row of two lines shows: the title and all below it, the time and all below that. */
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

/** Cards have a place for everything; a screen reader is told of one column. */
const CARD_COLUMNS: readonly GridColumn[] = [
	{ key: 'title', name: 'Chat', track: 'minmax(0, 1fr)', least: 0 }
];

/** How the chats stand in a grid. */
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
