/**
 * Parts of the chat page that can be given the focus by name. The element has the name as
 * `data-control`; it is a field or contains one.
 */
export type Control =
	'remind' | 'title' | 'description' | 'avatar' | 'timer' | 'draft' | 'message' | 'participants';

/** Candidates for the focus, best first: a text field, else a choice, else a button. */
const LIKELIEST = ['textarea:enabled', 'select:enabled', 'button:enabled'];

/**
 * Scroll a control into view and focus it.
 *
 * @returns whether the control exists and is usable
 */
export function focusControl(control: Control): boolean {
	const place = document.querySelector<HTMLElement>(`[data-control="${control}"]`);
	const target = place && (place.matches('input, textarea') ? place : likeliestIn(place));
	if (!target) return false;
	// Not to the centre: that would also scroll the frame of the page, which hides its overflow.
	target.scrollIntoView({ block: 'nearest' });
	target.focus({ preventScroll: true });
	return true;
}

function likeliestIn(place: HTMLElement): HTMLElement | null {
	for (const selector of LIKELIEST) {
		const found = place.querySelector<HTMLElement>(selector);
		if (found) return found;
	}
	return null;
}
