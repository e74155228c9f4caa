import { createEvent, fireEvent } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { ignoreHeldKey, ignoreSecondEnter } from '$lib/components/keys/ignore-key-repeat';

/** True when a key press keeps its default action. */
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

test('Enter means something again a moment after it said yes', () => {
	ignoreSecondEnter(performance.now() - 1000);
	expect([works(false), works(true)]).toEqual([true, true]);
});

test('Enter pressed twice, or held, says yes once', () => {
	const open = vi.fn();
	document.body.addEventListener('keydown', open);
	ignoreSecondEnter();
	expect([works(false), works(true)]).toEqual([false, false]);
	expect(open).not.toHaveBeenCalled();
});
