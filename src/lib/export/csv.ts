import { getFullName } from '$lib/domain/capabilities/row';
import type { TableModel, TableColumn, TableRow } from '$lib/domain/capabilities/table/table';
import { clean } from './clean-text';
import { cellWords, columnMarks, hasShares } from './words';

/** Programs take what begins so for a formula, some in the wide letters of East Asia too. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/u;

/**
 * The table as RFC 4180 has it: a line for each capability, every field in quotes that needs them,
 * lines ending in CR LF. No field is a formula: what would be one begins with `'`.
 * Without a byte order mark; a file that Excel is to open wants one in front.
 */
export function writeCsv(sheet: TableModel): string {
	const withShares = hasShares(sheet);
	const lines = sheet.sections.flatMap(({ section, rows }) =>
		rows.map((line) => [
			section,
			getFullName(line.row),
			line.row.path,
			...line.cells.map(cellWords),
			...(withShares ? [worksWords(line)] : [])
		])
	);
	const head = ['Section', 'Capability', 'Path', ...sheet.columns.map(headWords)];
	return [[...head, ...(withShares ? ['Works in'] : [])], ...lines]
		.map((fields) => `${fields.map(field).join(',')}\r\n`)
		.join('');
}

function headWords(column: TableColumn): string {
	const marks = columnMarks(column).join(', ').toLowerCase();
	return marks === '' ? column.name : `${column.name} (${marks})`;
}

function worksWords({ share }: TableRow): string {
	return share ? `${share.works} of ${share.of}` : '';
}

function field(text: string): string {
	const line = clean(text);
	const safe = FORMULA.test(line) ? `'${line}` : line;
	return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
