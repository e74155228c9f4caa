import { formatCount, formatNumber } from '$lib/format/number';
import { combineComparisons } from './compare';
import type {
	CellPart,
	CellParts,
	Comparison,
	TableCell,
	TableColumn,
	TableModel,
	TableSection,
	WorkingShare
} from './table';

/**
 * The symbols of `format-value.ts` as strokes on a 16 × 16 field. As characters they look different in
 * every font, and some fonts replace them by emoji.
 */
export const SYMBOL_PATHS: ReadonlyMap<string, string> = new Map([
	['✓', 'M3 8.5 6.5 12 13 4.5'],
	['◐', 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M7.2 3v10M5.8 3.6v8.8M4.4 4.8v6.4'],
	['✕', 'm4 4 8 8M12 4l-8 8'],
	['⚠', 'M8 2.5 14.5 13.5h-13zM8 6.5v3.5M8 11.7v.3'],
	['⊘', 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M4.1 11.9l7.8-7.8'],
	['⊖', 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M5.2 8h5.6'],
	['∗', 'M8 4v8M4.5 6l7 4M11.5 6l-7 4'],
	['○', 'M8 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8'],
	['–', 'M4.5 8h7'],
	['?', 'M5.5 6a2.5 2.5 0 1 1 3.6 2.3C8.3 8.7 8 9.2 8 10M8 12.8v.2'],
	['·', 'M7.6 8h.8'],
	['≤', 'M11.5 3.5 5 6.75l6.5 3.25M5 13h6.5'],
	['•', 'M3.5 4.5h.2M6.5 4.5h6M3.5 8h.2M6.5 8h6M3.5 11.5h.2M6.5 11.5h6'],
	['+', 'M8 4v8M4 8h8']
]);

/** Equal cells are the usual case and carry no mark. */
export type Difference = Exclude<Comparison, 'same'>;

/**
 * The marks of cells that differ from the baseline, whose name follows the phrase; `path` is drawn on
 * a 16 × 16 field.
 */
export const COMPARISONS: Readonly<
	Record<
		Difference,
		{ symbol: string; word: string; phrase: string; meaning: string; path: string }
	>
> = {
	better: {
		symbol: '▲',
		word: 'better',
		phrase: 'better than',
		meaning: 'Better than the baseline.',
		path: 'M8 3.5 13.5 12.5h-11z'
	},
	worse: {
		symbol: '▼',
		word: 'worse',
		phrase: 'worse than',
		meaning: 'Worse than the baseline.',
		path: 'M8 12.5 2.5 3.5h11z'
	},
	similar: {
		symbol: '≈',
		word: 'about the same',
		phrase: 'about the same as',
		meaning: 'A limit that differs from the baseline’s by less than 5 %.',
		path: 'M3 6.4c1.7-2 3.3-2 5 0s3.3 2 5 0M3 10.8c1.7-2 3.3-2 5 0s3.3 2 5 0'
	},
	other: {
		symbol: '≠',
		word: 'different',
		phrase: 'different from',
		meaning: 'Different, but neither better nor worse.',
		path: 'M3 6h10M3 10.2h10M10.8 2.8 5.2 13.4'
	}
};

/** All differences, in the order of a legend. */
export const DIFFERENCES = [
	'better',
	'worse',
	'similar',
	'other'
] as const satisfies readonly Difference[];

/** The differences that occur in the table, in the order of a legend. */
export function findDifferences({ sections }: TableModel): Difference[] {
	const used = new Set(
		sections.flatMap(({ rows }) =>
			rows.flatMap(({ cells }) =>
				cells.flatMap(({ comparison, partComparisons }) => partComparisons ?? comparison)
			)
		)
	);
	return DIFFERENCES.filter((difference) => used.has(difference));
}

/** The mark of one part of a cell: none for a value that is the same as the baseline's. */
export function getPartDifference(
	{ comparison, partComparisons }: TableCell,
	index: number
): Difference | undefined {
	const own = partComparisons ? partComparisons[index] : comparison;
	return own === 'same' ? undefined : own;
}

/** The mark of all parts but the first as one, where a cell shows them as a number. */
export function getOthersDifference({ partComparisons = [] }: TableCell): Difference | undefined {
	const combined = combineComparisons(partComparisons.slice(1));
	return combined === 'same' ? undefined : combined;
}

/** `better than WhatsApp`, `about the same as WhatsApp` */
export function describeComparison(comparison: Comparison, baselineName: string): string {
	if (comparison === 'same') return `same as ${baselineName}`;
	return `${COMPARISONS[comparison].phrase} ${baselineName}`;
}

/** `Reference`, `Snapshot`; undefined for a column of the user's own chats. */
export function getOriginLabel({ origin }: Pick<TableColumn, 'origin'>): string | undefined {
	switch (origin) {
		case 'reference':
			return 'Reference';
		case 'snapshot':
			return 'Snapshot';
		default:
			return undefined;
	}
}

/** `Baseline`, `Reference`, `Snapshot`; empty for most columns. */
export function getColumnLabels(column: TableColumn): string[] {
	const origin = getOriginLabel(column);
	return [...(column.isBaseline ? ['Baseline'] : []), ...(origin === undefined ? [] : [origin])];
}

/** One in this many chats must differ for its value to be shown beside that of the others. */
const FEW = 10;

/** The number of chats that differ from most chats of their cell. */
export function countDiffering([, ...others]: CellParts): number {
	return others.reduce((sum, { chats }) => sum + chats, 0);
}

/**
 * The number of chats that differ from most chats of their cell, where they are so few that the cell
 * shows them as a number alone; 0 where all are alike, and where each value is shown.
 */
export function countFewDiffering(parts: CellParts): number {
	const differing = countDiffering(parts);
	return differing * FEW < differing + parts[0].chats ? differing : 0;
}

/** Characters; longer text makes a column's rows uneven, so the short form is shown instead. */
const MAX_TEXT = 24;

/**
 * A part's text in little room: shortened, unless it would then look like another part of its cell.
 *
 * @param parts - all parts of the cell
 */
export function abbreviatePart({ formatted }: CellPart, parts: readonly CellPart[]): string {
	const { text, short } = formatted;
	if (parts.length === 1) return text.length > MAX_TEXT ? short : text;
	const isAmbiguous = parts.some(
		(other) => other.formatted.short === short && other.formatted.text !== text
	);
	return isAmbiguous ? text : short;
}

/** `83 %`; rounded down, so that 100 means all chats, and `<1 %` rather than 0 for a few chats. */
export function formatPercentage({ works, of }: WorkingShare): string {
	const percentage = of > 0 ? (works / of) * 100 : 0;
	return percentage > 0 && percentage < 1 ? '<1 %' : `${Math.floor(percentage)} %`;
}

/** `works in 83 % of your chats (340 of 410)` */
export function describeShare(share: WorkingShare): string {
	const count = `${formatNumber(share.works)} of ${formatNumber(share.of)}`;
	return `works in ${formatPercentage(share)} of your chats (${count})`;
}

/** The addition to a number of chats that the list shows in fewer rows: `, listed as 12`; else empty. */
export function formatListed({ listed }: Pick<CellPart, 'listed'>): string {
	return listed === undefined ? '' : `, listed as ${formatNumber(listed)}`;
}

/** True when any row states the share of chats in which it works. */
export function hasShares({
	sections
}: {
	sections: readonly { rows: readonly { share?: unknown }[] }[];
}): boolean {
	return sections.some(({ rows }) => rows.some(({ share }) => share !== undefined));
}

/** `21 rows folded away`; undefined for an open section. */
export function describeFolded({ folded = 0 }: TableSection): string | undefined {
	return folded > 0 ? `${formatCount(folded, 'row')} folded away` : undefined;
}
