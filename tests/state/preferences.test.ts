import { expect, test } from 'vitest';
import { createReadOnly, Theme } from '$lib/state/preferences.svelte';
import { makeStores } from '../fixtures/storage';

test('follows the system until a theme is chosen, and again when that is chosen back', () => {
	const { device } = makeStores().stores;
	const root = document.createElement('html');
	const theme = new Theme(device);
	expect(theme.name).toBe('system');

	theme.choose('dark', root);
	expect([root.dataset.theme, new Theme(device).name]).toEqual(['dark', 'dark']);

	theme.choose('system', root);
	expect([root.dataset.theme, new Theme(device).name]).toEqual([undefined, 'system']);
});

test('an unknown theme is ignored', () => {
	const { device } = makeStores().stores;
	device.write('theme', 'sepia');
	expect(new Theme(device).name).toBe('system');
});

test('Read-only is remembered, on and off', () => {
	const { stores } = makeStores();
	const first = createReadOnly(stores.device);
	expect(first.isOn).toBe(false);
	first.set(true);
	expect(createReadOnly(stores.device).isOn).toBe(true);
	first.set(false);
	expect(createReadOnly(stores.device).isOn).toBe(false);
});
