import type { Sheet, SheetCell, SheetRow } from '$lib/domain/capabilities/sheet/sheet';

/** @returns {@link withUnchanged} of each sheet and the one it was called with before */
export function keepUnchanged(): (sheet: Sheet) => Sheet {
	let before: Sheet = { columns: [], sections: [], notes: [], legend: [], summary: [] };
	return (sheet) => {
		before = withUnchanged(sheet, before);
		return before;
	};
}

/**
 * The same sheet, with the very objects of the one before for all rows, cells and columns that are
 * equal: what shows them need not be looked at again when one chat of thousands has changed.
 */
export function withUnchanged(next: Sheet, before: Sheet): Sheet {
	const places = new Map(before.columns.map(({ key }, index) => [key, index]));
	const lines = new Map(
		before.sections.flatMap(({ rows }) => rows.map((line) => [line.row.path, line] as const))
	);
	const columns = next.columns.map((column) => {
		const old = before.columns[places.get(column.key) ?? -1];
		return old && isEqual(column, old) ? old : column;
	});
	const areSameColumns =
		columns.length === before.columns.length &&
		columns.every((column, index) => before.columns[index] === column);

	function lineFrom(line: SheetRow): SheetRow {
		const old = lines.get(line.row.path);
		if (!old) return line;
		const cells = line.cells.map((cell, index): SheetCell => {
			const known = old.cells[places.get(columns[index]?.key ?? '') ?? -1];
			return known && isEqual(cell, known) ? known : cell;
		});
		const isSame =
			areSameColumns &&
			cells.every((cell, index) => cell === old.cells[index]) &&
			isEqual(line.row, old.row) &&
			isEqual(line.share, old.share);
		return isSame ? old : { ...line, cells };
	}

	return {
		...next,
		columns: areSameColumns ? before.columns : columns,
		sections: next.sections.map((section) => ({ ...section, rows: section.rows.map(lineFrom) }))
	};
}

/** Of plain values, objects and lists. */
function isEqual(a: unknown, b: unknown): boolean {
	if (Object.is(a, b)) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	const [entries, others] = [Object.entries(a), new Map(Object.entries(b))];
	return (
		Array.isArray(a) === Array.isArray(b) &&
		entries.length === others.size &&
		entries.every(([key, value]) => others.has(key) && isEqual(value, others.get(key)))
	);
}
