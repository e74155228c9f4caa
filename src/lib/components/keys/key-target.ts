import type { KeyTarget } from '$lib/domain/read-key';

const TEXT = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';
/** Inputs without text entry. */
const NOT_TEXT =
	'input:is([type="checkbox"], [type="radio"], [type="button"], [type="submit"], [type="reset"], [type="file"])';
const CONTROL =
	'a[href], button, summary, input, audio, video, [role="option"], [role="tab"], [role="slider"]';

/** The kind of target that a key press has without shortcuts. */
export function getKeyTarget(target: EventTarget | null): KeyTarget {
	if (document.querySelector('dialog[open], [popover]:popover-open')) return 'dialog';
	if (!(target instanceof Element)) return 'page';
	if (isTextField(target)) return 'text';
	return target.closest(CONTROL) ? 'control' : 'page';
}

/** True when a key pressed in this element enters text. */
export function isTextField(target: Element): boolean {
	return target.closest(TEXT) !== null && !target.matches(NOT_TEXT);
}
