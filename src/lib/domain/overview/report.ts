import type { Plot } from './plot';

/** Numbers of chats in a table, as exports draw and write it. */
export interface CountTable {
	/** `Networks by state`. */
	title: string;
	/** The heading of the rows' names. */
	heading: string;
	columns: readonly string[];
	/**
	 * Indexes of the columns, the most important first: where there is no room for all, only the
	 * first of these are shown. Absent: the columns' own order.
	 */
	ranking?: readonly number[];
	rows: readonly CountRow[];
	/** Sums in the order of the columns; absent where columns don't add up. */
	totals?: readonly number[];
	/** Sentences about chats that are not counted. */
	notes: readonly string[];
}

export interface CountRow {
	name: string;
	/** The mark beside the name; absent: none. */
	networkKey?: string;
	/** In the order of the columns. */
	counts: readonly number[];
	/** From 0 (none) to 1, in the order of the columns; absent: no cell is tinted. */
	tints?: readonly number[];
}

/** A part of a report, and of a picture of it. */
export type ReportSection = { table: CountTable } & (
	{ look: 'table' } | { look: 'columns' | 'rows'; plot: Plot }
);

/** A number that a picture shows large. */
export interface ReportFigure {
	label: string;
	count: number;
}

/** The content of an export of the overview. */
export interface Report {
	/** The figures in one sentence. */
	headline: string;
	figures: readonly ReportFigure[];
	sections: readonly ReportSection[];
}

/** A table of every number of a plot. */
export function toCountTable({ title, barHeading, parts, bars, notes }: Plot): CountTable {
	return {
		title,
		heading: barHeading,
		columns: ['Chats', ...parts.map(({ name }) => name)],
		rows: bars.map(({ name, networkKey, total, counts }) => ({
			name,
			...(networkKey !== undefined && { networkKey }),
			counts: [total, ...counts]
		})),
		notes
	};
}
