import { createEvent, fireEvent, render } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import KeyReader from '$lib/components/keys/KeyReader.svelte';

afterEach(() => {
	document.body.innerHTML = '';
});

/** Presses a key in the first element of some markup; without markup, on the page itself. */
function press(key: string, markup = '', how: KeyboardEventInit = {}, isUsed = true) {
	const oncommand = vi.fn(() => isUsed);
	const { unmount } = render(KeyReader, { oncommand });
	const box = document.createElement('div');
	box.innerHTML = markup;
	document.body.append(box);
	const event = createEvent.keyDown(box.firstElementChild ?? document.body, { key, ...how });
	fireEvent(box.firstElementChild ?? document.body, event);
	unmount();
	return { oncommand, event };
}

test('a key on the page gives its command, and nothing else', () => {
	const { oncommand, event } = press('e');
	expect(oncommand).toHaveBeenCalledExactlyOnceWith('archive');
	expect(event.defaultPrevented).toBe(true);
});

test('a key whose command means nothing here is left to the browser', () => {
	const { event } = press('ArrowDown', '', {}, false);
	expect(event.defaultPrevented).toBe(false);
});

test.for([
	'<input>',
	'<input type="search">',
	'<input type="date">',
	'<textarea></textarea>',
	'<select></select>',
	'<div contenteditable="true"></div>'
])('in %s no key fires but that of the palette', (markup) => {
	for (const key of ['e', 'j', '/', '?', 'Enter', 'ArrowDown']) {
		expect(press(key, markup).oncommand).not.toHaveBeenCalled();
	}
	expect(press('k', markup, { ctrlKey: true }).oncommand).toHaveBeenCalledExactlyOnceWith(
		'palette'
	);
});

test('no key fires while a dialog is open', () => {
	expect(press('e', '<dialog open></dialog>').oncommand).not.toHaveBeenCalled();
});

test.for([
	'<input type="checkbox">',
	'<input type="radio">',
	'<input type="file">',
	'<button></button>',
	'<a href="#"></a>'
])('in %s letters work, and Enter and arrows are its own', (markup) => {
	expect(press('j', markup).oncommand).toHaveBeenCalledExactlyOnceWith('next');
	expect(press('Enter', markup).oncommand).not.toHaveBeenCalled();
	expect(press('ArrowDown', markup).oncommand).not.toHaveBeenCalled();
});

test('a key that something else has used is no command', () => {
	function use(event: Event) {
		event.preventDefault();
	}
	document.addEventListener('keydown', use);
	const { oncommand } = press('j');
	document.removeEventListener('keydown', use);
	expect(oncommand).not.toHaveBeenCalled();
});

test('letters that are being composed are no commands', () => {
	expect(press('e', '', { isComposing: true }).oncommand).not.toHaveBeenCalled();
});

test('no key fires in a field that a part of the page hides in its shadow', () => {
	const oncommand = vi.fn(() => true);
	render(KeyReader, { oncommand });
	const part = document.createElement('x-picker');
	const field = document.createElement('input');
	part.attachShadow({ mode: 'open' }).append(field);
	document.body.append(part);
	const typed = createEvent.keyDown(field, { key: 'e', composed: true });
	fireEvent(field, typed);
	expect(oncommand).not.toHaveBeenCalled();
});
