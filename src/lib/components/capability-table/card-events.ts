import type { Cards, CardSubject } from './cards.svelte';
import { getCell, getFocusTarget } from '../ui/table-keys';

/** Elements that open the card when a pointer rests on them: their text is shortened or needs a note. */
const TEASERS = '[data-teaser]';

/**
 * Opens the cards of a table: by a click on a cell, and by Enter or Space on a focused cell. Enter
 * follows the cell's own link, if any. One listener serves all cells.
 *
 * @param getSubject - returns undefined for a cell without a card
 * @returns removes the listeners and closes the card
 */
export function addCardEvents(
	table: HTMLTableElement,
	cards: Cards,
	getSubject: (cell: HTMLTableCellElement) => CardSubject | undefined
): () => void {
	const leaving = new AbortController();
	const { signal } = leaving;

	function open(cell: HTMLTableCellElement) {
		const subject = getSubject(cell);
		const anchor = getFocusTarget(cell);
		if (!subject) return;
		const isOpen = cards.open?.isHeld && cards.open.anchor === anchor;
		if (isOpen) cards.close();
		else cards.hold(subject, anchor);
	}

	function click({ target }: MouseEvent) {
		const cell = getCell(target);
		const isOwn = target instanceof Element && target.closest('a, button:not([data-card])');
		// A click that ends the selection of text is not meant for the cell.
		if (cell && !isOwn && getSelection()?.type !== 'Range') open(cell);
	}

	function press(event: KeyboardEvent) {
		const { target, key } = event;
		// On a button in the cell, the browser makes a click of the key.
		if (!(target instanceof HTMLTableCellElement) || (key !== 'Enter' && key !== ' ')) return;
		event.preventDefault();
		const link = key === 'Enter' && target.querySelector<HTMLElement>('[data-part]');
		if (link) link.click();
		else open(target);
	}

	function over({ target, pointerType }: PointerEvent) {
		const teaser = target instanceof Element && target.closest<HTMLElement>(TEASERS);
		const cell = teaser && getCell(teaser);
		const subject = cell && getSubject(cell);
		if (subject && pointerType !== 'touch') cards.offer(subject, teaser);
		else cards.leave();
	}

	table.addEventListener('click', click, { signal });
	table.addEventListener('keydown', press, { signal });
	table.addEventListener('pointerover', over, { signal });
	table.addEventListener('pointerleave', () => cards.leave(), { signal });
	return () => {
		leaving.abort();
		cards.close({ refocus: false });
	};
}
