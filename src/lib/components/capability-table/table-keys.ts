import { findNextCell, getCellAt } from './grid-moves';
import { scrollToCell } from './scroll-to-cell';

/** What in a cell the focus goes to; the cell itself where it has none. */
const STOP = '[data-stop]';
const WIDGETS = 'a[href], button';

/**
 * Moves the focus through the cells of a table as through a grid: Tab stops at one of them and at
 * what is in it, the keys of `findNextCell` go on from there, Escape comes back from within a cell.
 * Cells and what is in them are to have a `tabindex` of -1.
 *
 * It works on the elements: with thousands of cells there is no time to tell each which is current.
 *
 * @returns stops it
 */
export function addTableKeys(table: HTMLTableElement): () => void {
	const leaving = new AbortController();
	const { signal } = leaving;
	let current: HTMLTableCellElement | undefined;
	/** Kept while passing through rows of one cell. */
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

	/** Rows and columns come, go and change places: there is always a cell to stop at. */
	function settle() {
		const isLost = hasFocus && (document.activeElement ?? document.body) === document.body;
		if (current && table.contains(current)) allowTab(current, 0);
		else {
			const next = current ? nearest() : start();
			current = undefined;
			if (next) enter(next);
		}
		if (isLost && current) go(current);
	}

	function start(): HTMLTableCellElement | null {
		return (
			table.querySelector<HTMLTableCellElement>('[aria-current="location"]') ??
			table.querySelector<HTMLTableCellElement>('tbody th[scope="row"]')
		);
	}

	function nearest(): HTMLTableCellElement | undefined {
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
	// Browsers disagree on what an element that is removed says of its focus: only where it goes counts.
	for (const kind of ['focusin', 'pointerdown'] as const)
		document.addEventListener(
			kind,
			({ target }) => (hasFocus = target instanceof Node && table.contains(target)),
			{ signal }
		);

	settle();
	const observer = new MutationObserver(settle);
	observer.observe(table, { childList: true, subtree: true });
	return () => {
		observer.disconnect();
		leaving.abort();
	};
}

/** The cell that an element is, or is in. */
export function getCell(target: EventTarget | null): HTMLTableCellElement | null {
	return target instanceof Element ? target.closest<HTMLTableCellElement>('td, th') : null;
}

/** What has the focus when the cell has it. */
export function getFocusTarget(cell: HTMLTableCellElement): HTMLElement {
	return cell.querySelector<HTMLElement>(STOP) ?? cell;
}

function allowTab(cell: HTMLTableCellElement, tabIndex: 0 | -1) {
	getFocusTarget(cell).tabIndex = tabIndex;
	for (const widget of cell.querySelectorAll<HTMLElement>(WIDGETS)) widget.tabIndex = tabIndex;
}
