import { formatCount, formatNumber } from '$lib/format/number';
import type {
	Comparison,
	TableModel,
	TableCell,
	TableColumn,
	SheetPart,
	TableRow,
	TableSection
} from '$lib/domain/capabilities/table/table';
import { clean } from './clean-text';

/** What a column is, where it is not simply what the chats say; mostly nothing. */
export function columnMarks({ isBaseline, origin }: TableColumn): string[] {
	return [
		...(isBaseline ? ['Baseline'] : []),
		...(origin === 'reference' ? ['Reference'] : []),
		...(origin === 'snapshot' ? ['Snapshot'] : [])
	];
}

/** Seen from the baseline; `same` is how most are and needs no mark. */
export const COMPARISONS: Readonly<
	Record<Exclude<Comparison, 'same'>, { symbol: string; word: string; meaning: string }>
> = {
	better: { symbol: '▲', word: 'better', meaning: 'Better than the baseline.' },
	worse: { symbol: '▼', word: 'worse', meaning: 'Worse than the baseline.' },
	other: { symbol: '≠', word: 'other', meaning: 'Different, but neither better nor worse.' }
};

/** Those that the table shows, in the order of a legend. */
export function comparisonsIn({ sections }: TableModel): Exclude<Comparison, 'same'>[] {
	const used = new Set(
		sections.flatMap(({ rows }) =>
			rows.flatMap(({ cells }) => cells.map(({ comparison }) => comparison))
		)
	);
	return (['better', 'worse', 'other'] as const).filter((comparison) => used.has(comparison));
}

/** `Full`, `Full, 15 min`: what the part says, its symbol in words. */
export function partWords({ statement, look }: SheetPart, words = statement.text): string {
	return clean(look === undefined ? words : `${look}, ${words}`);
}

/** Everything the cell says, unshortened: `Full (14); Rejected (3)`. */
export function cellWords({ parts }: TableCell): string {
	return parts
		.map((part) => {
			const words = partWords(part, part.statement.detail);
			return parts.length > 1 ? `${words} (${formatNumber(part.chats)})` : words;
		})
		.join('; ');
}

/** `83 %`; 100 only of all of them, and 0 only of none. */
export function shareWords({ works, of }: NonNullable<TableRow['share']>): string {
	const percent = of > 0 ? (works / of) * 100 : 0;
	if (percent > 0 && percent < 1) return '<1 %';
	return `${Math.floor(percent)} %`;
}

/** Some row says in how many chats it works. */
export function hasShares({ sections }: TableModel): boolean {
	return sections.some(({ rows }) => rows.some(({ share }) => share !== undefined));
}

/** What stands in place of rows that are folded away; undefined where none are. */
export function foldedWords({ folded = 0 }: TableSection): string | undefined {
	return folded > 0 ? `${formatCount(folded, 'row')} folded away` : undefined;
}
