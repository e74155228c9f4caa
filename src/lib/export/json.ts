import type { FormattedValue } from '$lib/domain/capabilities/format';
import type {
	TableModel,
	TableCell,
	TableColumn,
	SheetPart,
	TableRow
} from '$lib/domain/capabilities/table/table';
import type { ExportMetadata } from './metadata';

/** Says what a file is. */
export const FORMAT = 'beeper-dashboard-table';
/** Rises when a reader of the earlier one would misunderstand. */
export const VERSION = 1;

/** Invisible, and able to turn text around: written as `\u…`, so that nothing hides in the file. */
const UNSEEN =
	/[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/**
 * The table for programs, complete and unshortened. Keys always stand in the same order; what is
 * not known is left out. Columns have no keys, as these can be IDs of accounts or chats: cells
 * stand in the columns' order.
 */
export function writeJson(sheet: TableModel, head: ExportMetadata): string {
	const { columns, sections, notes, legend, summary } = sheet;
	const table = {
		format: FORMAT,
		version: VERSION,
		title: head.title,
		date: head.date,
		serverVersion: head.serverVersion,
		origin: head.origin,
		columns: columns.map(columnOf),
		sections: sections.map(({ section, rows, folded }) => ({
			section,
			folded,
			rows: rows.map(rowOf)
		})),
		notes,
		legend: legend.map(({ text, symbol, tone, meaning }) => ({ text, symbol, tone, meaning })),
		summary
	};
	return `${JSON.stringify(table, undefined, '\t').replace(UNSEEN, escapeUnit)}\n`;
}

function columnOf(column: TableColumn) {
	const { name, networkKey, origin, caption, chats, reported, isBaseline } = column;
	return { name, network: networkKey, origin, caption, chats, reported, isBaseline };
}

function rowOf({ row, cells, share }: TableRow) {
	const { path, part, name, meaning, kind, unit } = row;
	return {
		path,
		part,
		name,
		meaning,
		kind,
		unit,
		share: share && { works: share.works, of: share.of },
		cells: cells.map(cellOf)
	};
}

function cellOf({ parts, notes, comparison, reference }: TableCell) {
	return {
		parts: parts.map(partOf),
		notes: notes.length > 0 ? notes : undefined,
		comparison,
		reference: reference && wholeOf(reference)
	};
}

function partOf({ statement, look, chats, word }: SheetPart) {
	return { text: wholeOf(statement), symbol: statement.symbol, look, chats, word };
}

function wholeOf({ text, detail }: FormattedValue): string {
	return detail ?? text;
}

function escapeUnit(character: string): string {
	return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
