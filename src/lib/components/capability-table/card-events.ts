import type { Cards, Subject } from './cards.svelte';
import { getCell, getFocusTarget } from './table-keys';

/** What has more to tell than it shows, so that a pointer passing by is offered it. */
const TEASERS = '[data-teaser]';

/**
 * Opens the cards of a table: of any cell that is clicked, or has the focus and gets Enter or Space,
 * though Enter follows a cell's own link first. One listener for all cells.
 *
 * @param subjectOf - undefined for a cell that has no card
 * @returns stops it
 */
export function addCardEvents(
	table: HTMLTableElement,
	cards: Cards,
	subjectOf: (cell: HTMLTableCellElement) => Subject | undefined
): () => void {
	const leaving = new AbortController();
	const { signal } = leaving;

	function open(cell: HTMLTableCellElement) {
		const subject = subjectOf(cell);
		const anchor = getFocusTarget(cell);
		if (!subject) return;
		const isOpen = cards.placed?.isHeld && cards.placed.anchor === anchor;
		if (isOpen) cards.close();
		else cards.hold(subject, anchor);
	}

	function click({ target }: MouseEvent) {
		const cell = getCell(target);
		const isOwn = target instanceof Element && target.closest('a, button:not([data-card])');
		// Somebody who selects text to copy it doesn't ask for more of it.
		if (cell && !isOwn && getSelection()?.type !== 'Range') open(cell);
	}

	function press(event: KeyboardEvent) {
		const { target, key } = event;
		// A button in a cell makes a click of it.
		if (!(target instanceof HTMLTableCellElement) || (key !== 'Enter' && key !== ' ')) return;
		event.preventDefault();
		const link = key === 'Enter' && target.querySelector<HTMLElement>('[data-part]');
		if (link) link.click();
		else open(target);
	}

	function over({ target, pointerType }: PointerEvent) {
		const teaser = target instanceof Element && target.closest<HTMLElement>(TEASERS);
		const cell = teaser && getCell(teaser);
		const subject = cell && subjectOf(cell);
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
