import { getFields, parseJSONOrUndefined } from '$lib/format/parse-json';

/** The columns of the table, in their default order. */
export const COLUMN_KEYS = [
	'title',
	'preview',
	'labels',
	'draft',
	'network',
	'account',
	'participants',
	'unread',
	'flags',
	'reminder',
	'activity'
] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];

/** The user's columns, with their order and widths; the table decides everything else. */
export interface ColumnChoice {
	/** Every column once, including hidden ones, so that a column reappears in its old position. */
	order: readonly ColumnKey[];
	/**
	 * True for a column that the user has turned on, false for one turned off; absent: shown if there
	 * is room. Never contains the title.
	 */
	shown: Readonly<Partial<Record<ColumnKey, boolean>>>;
	/** Pixels; absent: the default width. */
	widths: Readonly<Partial<Record<ColumnKey, number>>>;
}

/** A function, because it is applied to the choice that is current at that time. */
export type ColumnChange = (choice: ColumnChoice) => ColumnChoice;

/** The choice before the user changes anything. */
export const DEFAULT_COLUMNS: ColumnChoice = { order: COLUMN_KEYS, shown: {}, widths: {} };

/** Limits of a column's width, in pixels. */
export const COLUMN_WIDTHS = { least: 48, most: 960 };

/** Shows or hides a column. The title cannot be hidden, because it links to the chat. */
export function setColumnShown(
	choice: ColumnChoice,
	key: ColumnKey,
	isShown: boolean
): ColumnChoice {
	if (key === 'title') return choice;
	return { ...choice, shown: { ...choice.shown, [key]: isShown } };
}

/** @param width - pixels, clamped to {@link COLUMN_WIDTHS}; undefined or NaN: the default width */
export function setColumnWidth(
	choice: ColumnChoice,
	key: ColumnKey,
	width: number | undefined
): ColumnChoice {
	const widths: Partial<Record<ColumnKey, number>> = {};
	for (const each of COLUMN_KEYS) {
		const pixels = each === key ? width : choice.widths[each];
		if (pixels !== undefined && !Number.isNaN(pixels)) widths[each] = within(pixels);
	}
	return { ...choice, widths };
}

/** Moves a column by a number of positions, hidden columns included; at the ends it stays. */
export function moveColumn(choice: ColumnChoice, key: ColumnKey, by: number): ColumnChoice {
	const others = choice.order.filter((other) => other !== key);
	const place = choice.order.indexOf(key) + by;
	if (place < 0 || place > others.length) return choice;
	return { ...choice, order: others.toSpliced(place, 0, key) };
}

/** Serialises a choice for storage. */
export function formatColumnChoice({ order, shown, widths }: ColumnChoice): string {
	return JSON.stringify({ order, shown, widths });
}

/** Parses a stored choice, see {@link readColumnChoice}. */
export function parseColumnChoice(text: string | null): ColumnChoice {
	return readColumnChoice(parseJSONOrUndefined(text));
}

/**
 * Reads a choice from JSON, perhaps of another version or edited by hand. Invalid parts are ignored;
 * columns that are missing get their default position.
 */
export function readColumnChoice(value: unknown): ColumnChoice {
	const kept = getFields(value);
	const [shown, widths] = [getFields(kept.shown), getFields(kept.widths)];
	let choice: ColumnChoice = { ...DEFAULT_COLUMNS, order: orderFrom(kept.order) };
	for (const key of COLUMN_KEYS) {
		const [isShown, width] = [shown[key], widths[key]];
		if (typeof isShown === 'boolean') choice = setColumnShown(choice, key, isShown);
		if (typeof width === 'number') choice = setColumnWidth(choice, key, width);
	}
	return choice;
}

function within(width: number): number {
	const { least, most } = COLUMN_WIDTHS;
	return Math.round(Math.min(most, Math.max(least, width)));
}

function orderFrom(value: unknown): ColumnKey[] {
	const named: readonly unknown[] = Array.isArray(value) ? value : [];
	const order = COLUMN_KEYS.filter((key) => named.includes(key)).sort(
		(one, other) => named.indexOf(one) - named.indexOf(other)
	);
	for (const [place, key] of COLUMN_KEYS.entries()) {
		if (order.includes(key)) continue;
		const before = COLUMN_KEYS[place - 1];
		order.splice(before ? order.indexOf(before) + 1 : 0, 0, key);
	}
	return order;
}
