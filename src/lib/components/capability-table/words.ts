import { formatNumber } from '$lib/format/number';
import type {
	Comparison,
	TableColumn,
	SheetPart,
	TableRow
} from '$lib/domain/capabilities/table/table';

/** Characters: longer lists make a column's rows uneven, so they are counted instead. */
const ROOM = 24;

/** What a cell says of some of its chats, in little room. */
export function partWords(part: SheetPart, parts: readonly SheetPart[]): string {
	const { text, short } = part.statement;
	if (parts.length === 1) return text.length > ROOM ? short : text;
	const isAmbiguous = parts.some(
		(other) => other.statement.short === short && other.statement.text !== text
	);
	return isAmbiguous ? text : short;
}

/** `better than WhatsApp` */
export function comparisonWords(comparison: Comparison, baseline: string): string {
	switch (comparison) {
		case 'same':
			return `same as ${baseline}`;
		case 'other':
			return `other than ${baseline}`;
		default:
			return `${comparison} than ${baseline}`;
	}
}

/** `83 %`; 100 only of all of them, and 0 only of none. */
export function percentWords({ works, of }: NonNullable<TableRow['share']>): string {
	const percent = (works / of) * 100;
	return percent > 0 && percent < 1 ? '<1 %' : `${Math.floor(percent)} %`;
}

/** `works in 83 % of your chats (340 of 410)` */
export function shareWords(share: NonNullable<TableRow['share']>): string {
	const count = `${formatNumber(share.works)} of ${formatNumber(share.of)}`;
	return `works in ${percentWords(share)} of your chats (${count})`;
}

/** What a column is, where its answers do not come from the user's own chats. */
export function originWords({ origin }: Pick<TableColumn, 'origin'>): string | undefined {
	switch (origin) {
		case 'reference':
			return 'Reference';
		case 'snapshot':
			return 'Snapshot';
		default:
			return undefined;
	}
}
