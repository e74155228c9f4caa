import type { FormattedValue } from '$lib/domain/capabilities/format-value';
import type {
	Comparison,
	TableModel,
	TableCell,
	TableColumn,
	CellPart,
	TableRow
} from '$lib/domain/capabilities/table/table';
import type { ExportMetadata } from './metadata';

/** Identifies the format. */
export const TABLE_FORMAT = 'beeper-dashboard-table';
/** Incremented when readers of the previous version would misunderstand a file. */
export const TABLE_VERSION = 1;

/** Invisible characters and direction marks: escaped, so that nothing in the file is hidden. */
const UNSEEN =
	/[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/**
 * Writes the table as JSON, complete and unabbreviated. Properties have a fixed order; unknown ones
 * are left out. Columns are written without their keys, which can be IDs of accounts or chats; the
 * cells of a row are in the order of the columns.
 */
export function writeJson(table: TableModel, head: ExportMetadata): string {
	const { columns, sections, notes, legend, summary } = table;
	const json = {
		format: TABLE_FORMAT,
		version: TABLE_VERSION,
		title: head.title,
		date: head.date,
		serverVersion: head.serverVersion,
		origin: head.origin,
		columns: columns.map(toColumnJson),
		sections: sections.map(({ section, rows, folded }) => ({
			section,
			folded,
			rows: rows.map(toRowJson)
		})),
		notes,
		legend: legend.map(({ text, symbol, tone, meaning }) => ({ text, symbol, tone, meaning })),
		summary
	};
	return `${JSON.stringify(json, undefined, '\t').replace(UNSEEN, escapeUnit)}\n`;
}

function toColumnJson(column: TableColumn) {
	const { name, networkKey, origin, caption, chats, reported, isBaseline } = column;
	return { name, network: networkKey, origin, caption, chats, reported, isBaseline };
}

function toRowJson({ row, cells, share }: TableRow) {
	const { path, part, name, meaning, kind, unit } = row;
	return {
		path,
		part,
		name,
		meaning,
		kind,
		unit,
		share: share && { works: share.works, of: share.of },
		cells: cells.map(toCellJson)
	};
}

function toCellJson({ parts, notes, comparison, partComparisons, reference }: TableCell) {
	return {
		parts: parts.map((part, index) => toPartJson(part, partComparisons?.[index])),
		notes: notes.length > 0 ? notes : undefined,
		comparison,
		reference: reference && getDetail(reference)
	};
}

function toPartJson(
	{ statement, formatted, symbolLabel, chats }: CellPart,
	comparison: Comparison | undefined
) {
	return {
		text: getDetail(formatted),
		symbol: formatted.symbol,
		look: symbolLabel,
		chats,
		word: statement.urlValue,
		comparison
	};
}

function getDetail({ text, detail }: FormattedValue): string {
	return detail ?? text;
}

function escapeUnit(character: string): string {
	return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
