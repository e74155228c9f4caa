import type { CellStyle, FormattedValue } from '../format';
import type { CapabilityRow, Section } from '../row';

/**
 * A table in words, as it is configured: what the page shows, and what every export draws.
 * Nothing in it is to be looked up elsewhere.
 */
export interface TableModel {
	columns: readonly TableColumn[];
	/** Those without rows are left out, unless their rows are folded away. */
	sections: readonly TableSection[];
	/** What needs a sentence; cells name them by number, the first is 1. */
	notes: readonly string[];
	/** Just the looks in use, best first. */
	legend: readonly CellStyle[];
	/** What sets the columns apart from the baseline, a sentence each; empty without a baseline. */
	summary: readonly string[];
}

/** Where a column's answers come from; `snapshot` only beside others: else the whole table is one. */
export type ColumnOrigin = 'chats' | 'reference' | 'snapshot';

export interface TableColumn {
	key: string;
	/** `Signal`, `WhatsApp: group`. */
	name: string;
	/** Whose mark it bears; absent where it stands for several networks. */
	networkKey?: string;
	origin: ColumnOrigin;
	/** One line below the name: `from 14 chats`, `reference`. */
	caption: string;
	chats: number;
	/** How many of them report capabilities. */
	reported: number;
	isBaseline: boolean;
}

export interface TableSection {
	section: Section;
	/** Empty where the section is folded. */
	rows: readonly TableRow[];
	/** How many rows are folded away; absent in an open section. */
	folded?: number;
}

export interface TableRow {
	row: CapabilityRow;
	/** One for each column, in the columns' order. */
	cells: readonly TableCell[];
	/** In how many chats it is said to work, of all that report capabilities; where asked for. */
	share?: { works: number; of: number };
}

/** What a cell is, seen from the baseline's. */
export type Comparison = 'same' | 'better' | 'worse' | 'other';

export interface TableCell {
	/** Most common first; never empty. More than one where the chats of the column differ. */
	parts: readonly [SheetPart, ...SheetPart[]];
	/** Numbers of notes, rising. */
	notes: readonly number[];
	/** Absent in the baseline, and without one. */
	comparison?: Comparison;
	/** What the reference says, where that is something else. */
	reference?: FormattedValue;
}

export interface SheetPart {
	/** With its limit, where it has one: `15 min` beside the symbol of `Full`. */
	statement: FormattedValue;
	/** What the symbol means, where the statement's own text does not say so: `Full`. */
	look?: string;
	/** How many chats say so. */
	chats: number;
	/** For an address that selects these chats, within the column: `capability=path:word`. */
	word: string;
	/** What it takes to select them where the word alone does not: the words of their limits too. */
	terms?: readonly SheetTerm[];
}

/** One `capability=path:word` of an address. */
export interface SheetTerm {
	path: string;
	word: string;
}
