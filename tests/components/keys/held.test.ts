import { createEvent, fireEvent } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { ignoreHeldKey } from '$lib/components/keys/held';

/** Whether a press does what it does by itself. */
function works(repeat: boolean): boolean {
	const press = createEvent.keyDown(document.body, { key: 'Enter', repeat });
	fireEvent(document.body, press);
	return !press.defaultPrevented;
}

test('a held key does nothing until it is released', () => {
	ignoreHeldKey();
	expect([works(true), works(true)]).toEqual([false, false]);
	fireEvent.keyUp(document.body, { key: 'Enter' });
	expect([works(false), works(true)]).toEqual([true, true]);
});

test('another press is no longer the one that was held', () => {
	ignoreHeldKey();
	expect([works(false), works(true)]).toEqual([true, true]);
});
