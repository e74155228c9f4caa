import {
	COLUMN_KEYS,
	DEFAULT_COLUMNS,
	type ColumnChange,
	type ColumnChoice,
	type ColumnKey
} from '$lib/domain/chat-list/column-choice';
import type { ChatSort, SortKey } from '$lib/domain/chat-list/view';
import { COLUMNS, type ColumnDefinition } from './column-definitions';

/** A visible column of a grid. */
export interface GridColumn extends Pick<
	ColumnDefinition,
	'key' | 'name' | 'least' | 'sort' | 'align'
> {
	/** The column's track in `grid-template-columns`. */
	track: string;
	/** Preferred width in pixels; absent: a share of the remaining width. */
	width?: number;
	/**
	 * The edge with the resize handle, next to the flexible column; absent: the column cannot be
	 * resized.
	 */
	edge?: 'start' | 'end';
	/** Only on the title: the other columns whose content stands in its cells. */
	also?: ReadonlySet<ColumnKey>;
}

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
		align: 'end'
	}
];

/** The same with the time of the reminder, which takes the place of the last activity. */
const COMPACT_REMINDERS: readonly GridColumn[] = COMPACT_COLUMNS.map((column) =>
	column.key === 'activity'
		? { ...column, key: 'reminder', name: COLUMNS.reminder.name, sort: 'reminder' }
		: column
);

/** A card has one column for everything, which is how screen readers announce it. */
const CARD_COLUMNS: readonly GridColumn[] = [
	{ key: 'title', name: 'Chat', track: 'minmax(0, 1fr)', least: 0 }
];

const CARD_REMINDERS: readonly GridColumn[] = CARD_COLUMNS.map((column) => ({
	...column,
	also: new Set(['reminder'] as const)
}));

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
 * @param choice - the chosen columns; compact rows and cards read only that of the reminder
 * @param silent - columns that would say nothing new about these chats, hidden unless turned on
 * @param height - pixels of the grid; in a low one, as at high zoom, rows take the header's place
 */
export function getGridLayout(
	layout: 'table' | 'cards',
	width: number,
	choice: ColumnChoice = DEFAULT_COLUMNS,
	silent: readonly ColumnKey[] = [],
	height = Infinity
): GridLayout {
	if (layout === 'cards') {
		const chatsPerLine = Math.max(1, Math.floor(width / 280));
		const columns = choice.shown.reminder ? CARD_REMINDERS : CARD_COLUMNS;
		return { row: 'card', columns, chatsPerLine, lineHeight: 124, headerHeight: 0 };
	}
	if (width < 600) {
		const columns = choice.shown.reminder ? COMPACT_REMINDERS : COMPACT_COLUMNS;
		return { row: 'compact', columns, chatsPerLine: 1, lineHeight: 52, headerHeight: 0 };
	}
	const columns = getVisibleColumns(width, choice, silent);
	const headerHeight = height < LOW ? 0 : 32;
	return { row: 'table', columns, chatsPerLine: 1, lineHeight: 32, headerHeight };
}

/** Height in pixels below which a grid has no room for its header. */
const LOW = 360;

/** Pixels between two columns, and at the ends of a row. */
const [GAP, ENDS] = [16, 48];

/** If there is not room for all columns, those with the lowest rank are hidden first. */
const RANKS: Readonly<Record<ColumnKey, number>> = {
	...{ participants: 1, network: 2, flags: 3, labels: 4, draft: 5, reminder: 6 },
	...{ account: 7, preview: 8, unread: 9, activity: 10, title: Infinity }
};

/**
 * The columns of a table that fit, in display order; the title is always included.
 *
 * @param width - pixels of the grid
 */
function getVisibleColumns(
	width: number,
	choice: ColumnChoice,
	silent: readonly ColumnKey[]
): GridColumn[] {
	let keys = choice.order.filter((key) => {
		const { from = Infinity } = COLUMNS[key];
		return choice.shown[key] ?? (from <= width && !silent.includes(key));
	});
	// Columns that the user has turned on are hidden later than the default ones.
	const leaving = keys
		.filter((key) => key !== 'title')
		.sort(
			(one, other) =>
				Number(choice.shown[one] ?? false) - Number(choice.shown[other] ?? false) ||
				RANKS[one] - RANKS[other]
		);
	for (const key of leaving) {
		if (getMinWidth(keys) <= width) break;
		keys = keys.filter((other) => other !== key);
	}

	const rest = keys.indexOf(findFlexibleColumn(keys));
	return keys.map((key, place) => {
		const { name, width: usual, sort, align } = COLUMNS[key];
		const least = getLeast(key, keys);
		const own = place === rest ? undefined : (choice.widths[key] ?? usual);
		const width = own && Math.max(least, own);
		const share = key === 'preview' ? '1.4fr' : '1fr';
		return {
			...{ key, name, least, track: `minmax(${least}px, ${width ? `${width}px` : share})` },
			...(width && { width }),
			...(sort && { sort }),
			...(align && { align }),
			...(key === 'title' && { also: new Set(findInTitle(keys)) }),
			...(place !== rest && { edge: place < rest ? 'end' : 'start' })
		};
	});
}

function getMinWidth(keys: readonly ColumnKey[]): number {
	const gaps = GAP * (keys.length - 1);
	return keys.reduce((sum, key) => sum + getLeast(key, keys), ENDS + gaps);
}

/** Pixels; a title with the last message beside it needs room for both. */
function getLeast(key: ColumnKey, keys: readonly ColumnKey[]): number {
	const { least } = COLUMNS[key];
	return key === 'title' && findInTitle(keys).includes('preview')
		? least + COLUMNS.preview.least
		: least;
}

/** The columns whose content stands beside the title, as they are not shown themselves. */
function findInTitle(keys: readonly ColumnKey[]): readonly ColumnKey[] {
	return COLUMN_KEYS.filter((key) => COLUMNS[key].isInTitle && !keys.includes(key));
}

/** The column that takes the remaining width, so that a row fills the grid. */
function findFlexibleColumn(keys: readonly ColumnKey[]): ColumnKey {
	return keys.includes('preview') ? 'preview' : 'title';
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
