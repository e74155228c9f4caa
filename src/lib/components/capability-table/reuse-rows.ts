import type { TableModel, TableCell, TableRow } from '$lib/domain/capabilities/table/table';
import { dequal } from 'dequal/lite';

/** @returns {@link reuseRows} of each sheet and the one it was called with before */
export function createRowReuse(): (sheet: TableModel) => TableModel {
	let before: TableModel = { columns: [], sections: [], notes: [], legend: [], summary: [] };
	return (sheet) => {
		before = reuseRows(sheet, before);
		return before;
	};
}

/**
 * The same sheet, with the very objects of the one before for all rows, cells and columns that are
 * equal: what shows them need not be looked at again when one chat of thousands has changed.
 */
export function reuseRows(next: TableModel, before: TableModel): TableModel {
	const places = new Map(before.columns.map(({ key }, index) => [key, index]));
	const lines = new Map(
		before.sections.flatMap(({ rows }) => rows.map((line) => [line.row.path, line] as const))
	);
	const columns = next.columns.map((column) => {
		const old = before.columns[places.get(column.key) ?? -1];
		return old && dequal(column, old) ? old : column;
	});
	const areSameColumns =
		columns.length === before.columns.length &&
		columns.every((column, index) => before.columns[index] === column);

	function lineFrom(line: TableRow): TableRow {
		const old = lines.get(line.row.path);
		if (!old) return line;
		const cells = line.cells.map((cell, index): TableCell => {
			const known = old.cells[places.get(columns[index]?.key ?? '') ?? -1];
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
