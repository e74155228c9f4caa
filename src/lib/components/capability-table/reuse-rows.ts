import type { TableModel, TableCell, TableRow } from '$lib/domain/capabilities/table/table';
import { dequal } from 'dequal/lite';

/** Creates a function that applies {@link reuseRows} to each table and its previous result. */
export function createRowReuse(): (table: TableModel) => TableModel {
	let before: TableModel = { columns: [], sections: [], notes: [], legend: [], summary: [] };
	return (table) => {
		before = reuseRows(table, before);
		return before;
	};
}

/**
 * Replaces the rows, cells and columns of a table by equal objects of the previous table, so that
 * they are not rendered again when one chat of thousands has changed.
 */
export function reuseRows(next: TableModel, before: TableModel): TableModel {
	const indices = new Map(before.columns.map(({ key }, index) => [key, index]));
	const lines = new Map(
		before.sections.flatMap(({ rows }) => rows.map((line) => [line.row.path, line] as const))
	);
	const columns = next.columns.map((column) => {
		const old = before.columns[indices.get(column.key) ?? -1];
		return old && dequal(column, old) ? old : column;
	});
	const areSameColumns =
		columns.length === before.columns.length &&
		columns.every((column, index) => before.columns[index] === column);

	function lineFrom(line: TableRow): TableRow {
		const old = lines.get(line.row.path);
		if (!old) return line;
		const cells = line.cells.map((cell, index): TableCell => {
			const known = old.cells[indices.get(columns[index]?.key ?? '') ?? -1];
			return known && dequal(cell, known) ? known : cell;
		});
		const isSameLine =
			areSameColumns &&
			cells.every((cell, index) => cell === old.cells[index]) &&
			dequal(line.row, old.row) &&
			dequal(line.share, old.share);
		return isSameLine ? old : { ...line, cells };
	}

	return {
		...next,
		columns: areSameColumns ? before.columns : columns,
		sections: next.sections.map((section) => ({ ...section, rows: section.rows.map(lineFrom) }))
	};
}
