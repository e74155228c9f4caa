import { formatNumber } from '$lib/format/number';
import { getFullName } from '$lib/domain/capabilities/row';
import { getColumnLabels, hasShares } from '$lib/domain/capabilities/table/table-labels';
import type {
	CellPart,
	TableCell,
	TableColumn,
	TableModel,
	TableRow
} from '$lib/domain/capabilities/table/table';
import { cleanText } from './clean-text';

/** Spreadsheets read a field with such a first character as a formula; East Asian ones read the wide forms, too. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/u;

/**
 * Writes the table as CSV by RFC 4180: one line per capability, lines end with CR LF. A field that
 * would be a formula begins with `'`.
 *
 * @returns text without a byte order mark, which Excel needs at the start of a file
 */
export function writeCsv(table: TableModel): string {
	const withShares = hasShares(table);
	const lines = table.sections.flatMap(({ section, rows }) =>
		rows.map((line) => [
			section,
			getFullName(line.row),
			line.row.path,
			...line.cells.map(formatCell),
			...(withShares ? [formatShare(line)] : [])
		])
	);
	const header = ['Section', 'Capability', 'Path', ...table.columns.map(formatColumn)];
	return [[...header, ...(withShares ? ['Works in'] : [])], ...lines]
		.map((fields) => `${fields.map(escapeField).join(',')}\r\n`)
		.join('');
}

function formatColumn(column: TableColumn): string {
	const labels = getColumnLabels(column).join(', ').toLowerCase();
	return labels === '' ? column.name : `${column.name} (${labels})`;
}

/** The complete text of a cell: `Full (14); Rejected (3)`. */
function formatCell({ parts }: TableCell): string {
	return parts
		.map((part) =>
			parts.length > 1 ? `${formatPart(part)} (${formatNumber(part.chats)})` : formatPart(part)
		)
		.join('; ');
}

/** `Full`, `Full, 15 min`: the text, with the meaning of its symbol. */
function formatPart({ symbolLabel, formatted }: CellPart): string {
	const text = formatted.detail ?? formatted.text;
	return cleanText(symbolLabel === undefined ? text : `${symbolLabel}, ${text}`);
}

function formatShare({ share }: TableRow): string {
	return share ? `${share.works} of ${share.of}` : '';
}

/** A field by RFC 4180; one that spreadsheets would read as a formula begins with `'`. */
export function escapeField(text: string): string {
	const line = cleanText(text);
	const safe = FORMULA.test(line) ? `'${line}` : line;
	return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
