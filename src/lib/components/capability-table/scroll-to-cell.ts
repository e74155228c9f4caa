/** Scrolls the frame around a table as far as it takes to have a cell clear of the heads that stay in sight. */
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
