/**
 * The cell that a key leads to: the arrow keys, Home and End within the row, with Ctrl or ⌘ within
 * the table, Page Up and Page Down by as many rows as are in sight.
 *
 * @param column - index of the column in which to move up and down; a row of one cell spans them all
 * @returns undefined for a key that leads nowhere
 */
export function findNextCell(
	{ key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
	cell: HTMLTableCellElement,
	column: number,
	table: HTMLTableElement
): HTMLTableCellElement | undefined {
	const rows = [...table.rows];
	const line = cell.closest('tr');
	const index = rows.findIndex((row) => row === line);

	function to(place: number, at = column) {
		const row = rows[Math.max(0, Math.min(place, rows.length - 1))];
		return row && getCellAt(row, at);
	}

	if (ctrlKey || metaKey) {
		if (key === 'Home') return to(0, 0);
		return key === 'End' ? to(rows.length - 1, Infinity) : undefined;
	}
	switch (key) {
		case 'ArrowLeft':
			return to(index, Math.max(0, cell.cellIndex - 1));
		case 'ArrowRight':
			return to(index, cell.cellIndex + 1);
		case 'ArrowUp':
			return to(index - 1);
		case 'ArrowDown':
			return to(index + 1);
		case 'Home':
			return to(index, 0);
		case 'End':
			return to(index, Infinity);
		case 'PageUp':
			return to(pageFrom(rows, index, -1, table));
		case 'PageDown':
			return to(pageFrom(rows, index, 1, table));
		default:
			return undefined;
	}
}

/** The cell of a row that stands in a column, or the last one. */
export function getCellAt(
	row: HTMLTableRowElement,
	column: number
): HTMLTableCellElement | undefined {
	return row.cells[Math.min(column, row.cells.length - 1)];
}

/** Index of the row that is as far away as fits in sight. */
function pageFrom(
	rows: readonly HTMLTableRowElement[],
	from: number,
	step: 1 | -1,
	table: HTMLTableElement
): number {
	let room = (table.parentElement?.clientHeight ?? 0) - (table.tHead?.offsetHeight ?? 0);
	let index = from + step;
	for (; rows[index + step]; index += step) {
		room -= rows[index]?.offsetHeight ?? 0;
		if (room <= 0) break;
	}
	return index;
}
