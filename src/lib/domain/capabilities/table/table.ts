import type { CapabilityTest } from '$lib/domain/chat-list/view';
import type { CellStyle, FormattedValue } from '../format-value';
import type { CapabilityRow, Section } from '../row';
import type { Statement } from './statement';

/**
 * The table as it is configured, ready to be shown: pages and exports render this one model, so
 * that an export can't say something else than the page.
 */
export interface TableModel {
	columns: readonly TableColumn[];
	/** Sections without rows are left out, unless they are folded. */
	sections: readonly TableSection[];
	/** Sentences that explain cells; a cell refers to them by number, counted from 1. */
	notes: readonly string[];
	/** The styles that occur in the table, best first. */
	legend: readonly CellStyle[];
	/** One sentence for each important difference from the baseline; empty without a baseline. */
	summary: readonly string[];
}

/**
 * The source of a column's values. `snapshot` is used only beside columns of another origin: the
 * columns of a table that is a snapshot as a whole are `chats`.
 */
export type ColumnOrigin = 'chats' | 'reference' | 'snapshot';

/** A column as the table shows it. */
export interface TableColumn {
	key: string;
	/** `Signal`, `WhatsApp: group`. */
	name: string;
	/** The network whose mark is shown; absent for a column of several networks. */
	networkKey?: string;
	origin: ColumnOrigin;
	/** One line below the name: `14 chats`, `reference`. */
	caption: string;
	chats: number;
	/** The number of rows that lists have for these chats, where members of a merged chat share one. */
	listed?: number;
	/** The number of chats that report capabilities. */
	reported: number;
	isBaseline: boolean;
}

export interface TableSection {
	section: Section;
	/** Empty while the section is folded. */
	rows: readonly TableRow[];
	/** The number of hidden rows; absent in an open section. */
	folded?: number;
}

/** The number of chats in which a capability works, of those that report capabilities. */
export interface WorkingShare {
	works: number;
	of: number;
}

export interface TableRow {
	row: CapabilityRow;
	/** One cell for each column, in the columns' order. */
	cells: readonly TableCell[];
	/** Absent unless the view asks for it, and for rows that can neither work nor fail. */
	share?: WorkingShare;
}

/**
 * The comparison of a cell with the baseline's cell of the same row. `similar`: limits that differ by
 * less than 5 %.
 */
export type Comparison = 'same' | 'similar' | 'better' | 'worse' | 'other';

export interface TableCell {
	/** Most common first; never empty. Several parts where the chats of the column differ. */
	parts: CellParts;
	/** Numbers of notes, ascending. */
	notes: readonly number[];
	/** Absent in the baseline's own cells, and without a baseline. */
	comparison?: Comparison;
	/**
	 * The comparison of each part with the baseline's cell, in the order of the parts. Absent in a
	 * cell of one part, and where the cells are the same as a whole.
	 */
	partComparisons?: readonly Comparison[];
	/** The reference's value, where it deviates from the chats. */
	reference?: FormattedValue;
}

export type CellParts = readonly [CellPart, ...CellPart[]];

/** The chats of one column that state the same in one row. */
export interface CellPart {
	/** The statement of one of these chats; the statements of all have the same `key`. */
	statement: Statement;
	/** The statement as text; includes the limit, if any: `15 min` with the symbol of `Full`. */
	formatted: FormattedValue;
	/** The meaning of the symbol, where the text does not name it: `Full` for `15 min`. */
	symbolLabel?: string;
	chats: number;
	/** The number of rows that lists have for these chats, where members of a merged chat share one. */
	listed?: number;
	/**
	 * The tests that select these chats within the column. Absent where the test of the row's own
	 * value is enough; otherwise that test comes first, tests of limits follow.
	 */
	tests?: readonly CapabilityTest[];
}
