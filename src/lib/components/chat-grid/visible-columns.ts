import type { ColumnChoice, ColumnKey } from '$lib/domain/chat-list/column-choice';
import { COLUMNS, type ColumnDefinition } from './column-definitions';

/** A visible column of a grid. */
export interface GridColumn extends Pick<
	ColumnDefinition,
	'key' | 'name' | 'least' | 'sort' | 'isNumeric'
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
}

/** Pixels between two columns, and at the ends of a row. */
const [GAP, ENDS] = [16, 48];

/** If there is not room for all columns, those with the lowest rank are hidden first. */
const RANKS: Readonly<Record<ColumnKey, number>> = {
	...{ preview: 1, participants: 2, draft: 3, reminder: 4, account: 5 },
	...{ flags: 6, network: 7, unread: 8, activity: 9, title: Infinity }
};

/**
 * The columns of a table that fit, in display order; the title is always included.
 *
 * @param width - pixels of the grid
 */
export function getVisibleColumns(width: number, choice: ColumnChoice): GridColumn[] {
	let keys = choice.order.filter((key) => {
		const { from = Infinity } = COLUMNS[key];
		return choice.shown[key] ?? from <= width;
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
		const { name, least, width: usual, sort, isNumeric } = COLUMNS[key];
		const own = place === rest ? undefined : (choice.widths[key] ?? usual);
		const width = own && Math.max(least, own);
		const share = key === 'preview' ? '1.4fr' : '1fr';
		return {
			...{ key, name, least, track: `minmax(${least}px, ${width ? `${width}px` : share})` },
			...(width && { width }),
			...(sort && { sort }),
			...(isNumeric && { isNumeric }),
			...(place !== rest && { edge: place < rest ? 'end' : 'start' })
		};
	});
}

function getMinWidth(keys: readonly ColumnKey[]): number {
	const gaps = GAP * (keys.length - 1);
	return keys.reduce((sum, key) => sum + COLUMNS[key].least, ENDS + gaps);
}

/** The column that takes the remaining width, so that a row fills the grid. */
function findFlexibleColumn(keys: readonly ColumnKey[]): ColumnKey {
	return keys.includes('preview') ? 'preview' : 'title';
}
