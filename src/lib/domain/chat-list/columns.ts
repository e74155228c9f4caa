import { getFields, parseJSONOrUndefined } from '$lib/format/json';

/** The columns of the table, in their default order. */
export const COLUMN_KEYS = [
	'network',
	'account',
	'title',
	'preview',
	'draft',
	'participants',
	'unread',
	'flags',
	'reminder',
	'activity'
] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];

/** The chosen columns, their order and widths; the table decides about the rest. */
export interface ColumnChoice {
	/** Every column once: one that is not shown comes back where it was. */
	order: readonly ColumnKey[];
	/** Wanted, or not; absent: shown if it usually is and there is room. Never says anything of the title. */
	shown: Readonly<Partial<Record<ColumnKey, boolean>>>;
	/** Pixels; absent: as wide as usual. */
	widths: Readonly<Partial<Record<ColumnKey, number>>>;
}

/** A change, applied to the choice current at that time. */
export type ColumnChange = (choice: ColumnChoice) => ColumnChoice;

/** As the table is before anybody changes it. */
export const DEFAULT_COLUMNS: ColumnChoice = { order: COLUMN_KEYS, shown: {}, widths: {} };

/** Pixels that a column of any kind can be wide. */
export const COLUMN_WIDTHS = { least: 48, most: 960 };

/** Show a column, or hide it; the title, which leads to the chat, stays. */
export function setColumnShown(
	choice: ColumnChoice,
	key: ColumnKey,
	isShown: boolean
): ColumnChoice {
	if (key === 'title') return choice;
	return { ...choice, shown: { ...choice.shown, [key]: isShown } };
}

/** @param width - pixels, kept within {@link COLUMN_WIDTHS}; undefined or no number: the usual width again */
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

/** Move a column by so many places among all, hidden ones too; at the ends it stays. */
export function moveColumn(choice: ColumnChoice, key: ColumnKey, by: number): ColumnChoice {
	const others = choice.order.filter((other) => other !== key);
	const place = choice.order.indexOf(key) + by;
	if (place < 0 || place > others.length) return choice;
	return { ...choice, order: others.toSpliced(place, 0, key) };
}

/** The text to keep a choice as. */
export function formatColumnChoice({ order, shown, widths }: ColumnChoice): string {
	return JSON.stringify({ order, shown, widths });
}

/**
 * A choice from a text that was kept, by this version or another, or written by anybody: what means
 * nothing is left out, and columns it does not name stand where they usually do.
 */
export function parseColumnChoice(text: string | null): ColumnChoice {
	const kept = getFields(parseJSONOrUndefined(text));
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
