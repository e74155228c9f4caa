import type { ChatSort, SortKey } from '$lib/domain/views/view';

/** A column of the table. */
export interface Column {
	key: 'network' | 'title' | 'preview' | 'participants' | 'unread' | 'flags' | 'activity';
	name: string;
	/** Its track in `grid-template-columns`. */
	track: string;
	/** Pixels of the grid from which on there is room for it. */
	from: number;
	sort?: SortKey;
	isNumeric?: true;
}

const COLUMNS: readonly Column[] = [
	{ key: 'network', name: 'Network', track: '10rem', from: 0, sort: 'network' },
	{ key: 'title', name: 'Title', track: 'minmax(9rem, 1fr)', from: 0, sort: 'title' },
	{ key: 'preview', name: 'Last message', track: 'minmax(0, 1.4fr)', from: 900 },
	{
		key: 'participants',
		name: 'People',
		track: '4.5rem',
		from: 760,
		sort: 'participants',
		isNumeric: true
	},
	{ key: 'unread', name: 'Unread', track: '5.5rem', from: 0, sort: 'unread', isNumeric: true },
	{ key: 'flags', name: 'Flags', track: '6.5rem', from: 0 },
	{ key: 'activity', name: 'Activity', track: '5rem', from: 0, sort: 'activity', isNumeric: true }
];

/** What a row of two lines shows: the title and all below it, the time and all below that. */
const COMPACT_COLUMNS: readonly Column[] = [
	{ key: 'title', name: 'Title', track: 'minmax(0, 1fr)', from: 0, sort: 'title' },
	{ key: 'activity', name: 'Activity', track: '5.5rem', from: 0, sort: 'activity', isNumeric: true }
];

/** Cards have a place for everything; a screen reader is told of one column. */
const CARD_COLUMNS: readonly Column[] = [
	{ key: 'title', name: 'Chat', track: 'minmax(0, 1fr)', from: 0 }
];

/** How the chats stand in a grid. */
export interface GridForm {
	row: 'table' | 'compact' | 'card';
	columns: readonly Column[];
	chatsPerLine: number;
	/** Pixels. */
	lineHeight: number;
	/** Pixels; 0 where the header is for screen readers only. */
	headerHeight: number;
}

/** @param width - pixels of the grid */
export function formFor(layout: 'table' | 'cards', width: number): GridForm {
	if (layout === 'cards') {
		const chatsPerLine = Math.max(1, Math.floor(width / 280));
		return { row: 'card', columns: CARD_COLUMNS, chatsPerLine, lineHeight: 124, headerHeight: 0 };
	}
	const one = { chatsPerLine: 1, headerHeight: 32 };
	if (width < 600) return { row: 'compact', columns: COMPACT_COLUMNS, lineHeight: 52, ...one };
	const columns = COLUMNS.filter(({ from }) => from <= width);
	return { row: 'table', columns, lineHeight: 32, ...one };
}

/** Keys whose natural order runs from most to least, or from newest to oldest. */
const FALLING: readonly SortKey[] = ['activity', 'unread', 'participants'];

/** For `aria-sort`; undefined for a column that does not decide the order. */
export function sortDirection(
	{ sort: key }: Column,
	sort: ChatSort
): 'ascending' | 'descending' | undefined {
	if (key !== sort.key) return undefined;
	return FALLING.includes(key) === sort.reversed ? 'ascending' : 'descending';
}
