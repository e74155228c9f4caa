/**
 * What of a chat's page the keyboard can be brought to. The place has it as `data-control`: a field,
 * or what holds one.
 */
export type Control =
	'remind' | 'title' | 'description' | 'avatar' | 'timer' | 'draft' | 'participants';

/** What somebody came for, the likeliest first: a text to write, else a choice, else a button. */
const LIKELIEST = ['textarea:enabled', 'select:enabled', 'button:enabled'];

/**
 * Bring a control into sight and give it the focus.
 *
 * @returns whether it is there, and can be used
 */
export function focusControl(control: Control): boolean {
	const place = document.querySelector<HTMLElement>(`[data-control="${control}"]`);
	const target = place && (place.matches('input, textarea') ? place : likeliestIn(place));
	if (!target) return false;
	target.scrollIntoView({ block: 'center' });
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
