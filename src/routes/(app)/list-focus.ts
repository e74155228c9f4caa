/** For when what had the focus goes: the list goes on where it was, else the page at its beginning. */
export function focusList() {
	const row = document.querySelector<HTMLElement>('[role="grid"] [role="row"][tabindex="0"]');
	(row ?? document.getElementById('main'))?.focus({ preventScroll: true });
}
