import { getCell, getFocusTarget } from './table-keys';
import { scrollToCell } from './scroll-to-cell';

/**
 * Jumps from the number of a note in a table to the note, and back to where one came from. The
 * address stays as it is: its fragment names a row.
 */
export function createNoteJumps() {
	let table: HTMLTableElement | undefined;
	let from: HTMLElement | undefined;

	function jump(event: MouseEvent) {
		const link =
			event.target instanceof Element && event.target.closest<HTMLElement>('a[data-note]');
		const id = link && link.getAttribute('href')?.slice(1);
		const note = id && document.getElementById(id);
		if (!note) return;
		event.preventDefault();
		from = link;
		note.focus();
	}

	return {
		/** @returns stops it */
		listen(element: HTMLTableElement): () => void {
			table = element;
			element.addEventListener('click', jump);
			return () => element.removeEventListener('click', jump);
		},
		/** To the cell that led to a note, or else to the first that has it. */
		back(number: number) {
			const selector = `[data-note="${number}"]`;
			const link = from?.isConnected && from.matches(selector) ? from : null;
			const cell = getCell(link ?? table?.querySelector(selector) ?? null);
			if (!cell) return;
			getFocusTarget(cell).focus({ preventScroll: true });
			scrollToCell(cell);
		}
	};
}
