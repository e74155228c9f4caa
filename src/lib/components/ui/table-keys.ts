/** The element of a cell that takes the focus; in a cell without one, the cell itself. */
const STOP = '[data-stop]';
const WIDGETS = 'a[href], button';

/**
 * Moves the focus through the cells of a table as through a grid: Tab stops at the current cell and
 * its widgets, the keys of {@link findNextCell} move on, Escape returns from a widget to its cell.
 * Cells and widgets must be rendered with a `tabindex` of -1.
 *
 * Works on the elements: re-rendering thousands of cells for each move would take too long.
 *
 * @returns removes the listeners
 */
export function addTableKeys(table: HTMLTableElement): () => void {
	const leaving = new AbortController();
	const { signal } = leaving;
	let current: HTMLTableCellElement | undefined;
	/** Kept while the focus passes rows that consist of one cell. */
	let column = 0;
	let row = 0;
	let hasFocus = false;

	function enter(cell: HTMLTableCellElement) {
		if (current && current !== cell) allowTab(current, -1);
		current = cell;
		allowTab(cell, 0);
		const line = cell.closest('tr');
		row = line?.rowIndex ?? row;
		if (line && line.cells.length > 1) column = cell.cellIndex;
	}

	function go(cell: HTMLTableCellElement) {
		enter(cell);
		getFocusTarget(cell).focus({ preventScroll: true });
		scrollToCell(cell);
	}

	function readKey(event: KeyboardEvent) {
		const cell = getCell(event.target);
		if (!cell || event.altKey || event.shiftKey) return;
		const isWithin = getFocusTarget(cell) !== event.target;
		const next =
			event.key === 'Escape' ? isWithin && cell : findNextCell(event, cell, column, table);
		if (!next) return;
		event.preventDefault();
		go(next);
	}

	/** Rows and columns are added, removed and moved; one cell must always be reachable by Tab. */
	function keepReachable() {
		const isLost = hasFocus && (document.activeElement ?? document.body) === document.body;
		if (current && table.contains(current)) allowTab(current, 0);
		else {
			const next = current ? findNearest() : findStart();
			current = undefined;
			if (next) enter(next);
		}
		if (isLost && current) go(current);
	}

	function findStart(): HTMLTableCellElement | null {
		return (
			table.querySelector<HTMLTableCellElement>('[aria-current="location"]') ??
			table.querySelector<HTMLTableCellElement>('tbody th[scope="row"]')
		);
	}

	function findNearest(): HTMLTableCellElement | undefined {
		const line = table.rows[Math.min(row, table.rows.length - 1)];
		return line && getCellAt(line, column);
	}

	table.addEventListener('keydown', readKey, { signal });
	table.addEventListener(
		'focusin',
		({ target }) => {
			const cell = getCell(target);
			if (cell) enter(cell);
		},
		{ signal }
	);
	// Browsers disagree on the events of a focused element that is removed, so `focusout` is no help.
	for (const kind of ['focusin', 'pointerdown'] as const)
		document.addEventListener(
			kind,
			({ target }) => (hasFocus = target instanceof Node && table.contains(target)),
			{ signal }
		);

	keepReachable();
	const observer = new MutationObserver(keepReachable);
	observer.observe(table, { childList: true, subtree: true });
	return () => {
		observer.disconnect();
		leaving.abort();
	};
}

/** The cell that an element is or is in. */
export function getCell(target: EventTarget | null): HTMLTableCellElement | null {
	return target instanceof Element ? target.closest<HTMLTableCellElement>('td, th') : null;
}

/** The element that is focused for a cell. */
export function getFocusTarget(cell: HTMLTableCellElement): HTMLElement {
	return cell.querySelector<HTMLElement>(STOP) ?? cell;
}

function allowTab(cell: HTMLTableCellElement, tabIndex: 0 | -1) {
	getFocusTarget(cell).tabIndex = tabIndex;
	for (const widget of cell.querySelectorAll<HTMLElement>(WIDGETS)) widget.tabIndex = tabIndex;
}

/**
 * The cell that a key leads to: arrow keys; Home and End within the row, with Ctrl or ⌘ within the
 * table; Page Up and Page Down by the number of visible rows.
 *
 * @param column - index of the column to move up and down in; a row of one cell spans all columns
 * @returns undefined for other keys
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

	function find(rowIndex: number, at = column) {
		const row = rows[Math.max(0, Math.min(rowIndex, rows.length - 1))];
		return row && getCellAt(row, at);
	}

	if (ctrlKey || metaKey) {
		if (key === 'Home') return find(0, 0);
		return key === 'End' ? find(rows.length - 1, Infinity) : undefined;
	}
	switch (key) {
		case 'ArrowLeft':
			return find(index, Math.max(0, cell.cellIndex - 1));
		case 'ArrowRight':
			return find(index, cell.cellIndex + 1);
		case 'ArrowUp':
			return find(index - 1);
		case 'ArrowDown':
			return find(index + 1);
		case 'Home':
			return find(index, 0);
		case 'End':
			return find(index, Infinity);
		case 'PageUp':
			return find(findPage(rows, index, -1, table));
		case 'PageDown':
			return find(findPage(rows, index, 1, table));
		default:
			return undefined;
	}
}

/** The cell of a row in a column; the last cell of a shorter row. */
export function getCellAt(
	row: HTMLTableRowElement,
	column: number
): HTMLTableCellElement | undefined {
	return row.cells[Math.min(column, row.cells.length - 1)];
}

/** Index of the row that is one screenful away. */
function findPage(
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

/** Scrolls the element around the table until the sticky headers no longer cover the cell. */
export function scrollToCell(cell: HTMLElement, block: 'start' | 'nearest' = 'nearest') {
	const table = cell.closest('table');
	const frame = table?.parentElement;
	if (!table || !frame) return;
	const head = table.tHead;
	const height = head?.contains(cell) ? 0 : (head?.offsetHeight ?? 0);
	const beside = isSticky(cell) ? [] : [...(table.rows[0]?.cells ?? [])].filter(isSticky);
	const width = beside.reduce((sum, { offsetWidth }) => sum + offsetWidth, 0);
	frame.style.scrollPaddingTop = `${height}px`;
	frame.style.scrollPaddingLeft = `${width}px`;
	cell.scrollIntoView({ block, inline: 'nearest' });
}

function isSticky(element: Element): boolean {
	return getComputedStyle(element).position === 'sticky';
}
