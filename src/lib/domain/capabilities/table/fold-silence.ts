import type { FragmentTarget } from './fragment';
import { isStated } from './statement';
import type { TableCell, TableColumn, TableModel, TableRow } from './table';

/** The parts of a table that can be silent as a whole: columns that report nothing, rows that no column states. */
export const SILENT_PARTS = ['columns', 'rows'] as const;
export type SilentPart = (typeof SILENT_PARTS)[number];

/** Numbers of columns that report nothing and of rows that no column states, folded or not. */
export type SilentCounts = Readonly<Record<SilentPart, number>>;

/**
 * Takes the silent parts out of a table. A table in which every column is silent keeps its columns.
 * Notes keep their numbers.
 *
 * @param folded - the parts to take out; parts that are left in are counted, too
 * @param target - a row or cell that stays, even if it is silent; so does the baseline
 */
export function foldSilence(
	table: TableModel,
	folded: readonly SilentPart[],
	target: FragmentTarget | null = null
): { table: TableModel; silent: SilentCounts } {
	const silentColumns = findSilentColumns(table.columns);
	const isColumnShown = table.columns.map(
		(column) =>
			!folded.includes('columns') ||
			!silentColumns.has(column) ||
			column.isBaseline ||
			column.key === target?.columnKey
	);
	const rows = table.sections.flatMap((section) => section.rows);
	const silentRows = new Set(rows.filter(({ cells }) => !cells.some(statesSomething)));

	function isRowShown(line: TableRow): boolean {
		return !folded.includes('rows') || line.row.path === target?.path || !silentRows.has(line);
	}

	function removeCells(line: TableRow): TableRow {
		if (!isColumnShown.includes(false)) return line;
		return { ...line, cells: line.cells.filter((_, index) => isColumnShown[index]) };
	}

	const sections = table.sections.map((section) => ({
		...section,
		rows: section.rows.filter(isRowShown).map(removeCells)
	}));
	return {
		silent: { columns: silentColumns.size, rows: silentRows.size },
		table: {
			...table,
			columns: table.columns.filter((_, index) => isColumnShown[index]),
			sections: sections.filter(
				(section) => section.rows.length > 0 || section.folded !== undefined
			)
		}
	};
}

function findSilentColumns(columns: readonly TableColumn[]): ReadonlySet<TableColumn> {
	const silent = columns.filter(({ reported }) => reported === 0);
	return new Set(silent.length < columns.length ? silent : []);
}

function statesSomething({ parts, reference }: TableCell): boolean {
	return reference !== undefined || parts.some(({ statement }) => isStated(statement));
}
