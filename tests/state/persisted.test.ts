import { expect, test } from 'vitest';
import { createTextStore } from '$lib/state/persisted.svelte';
import { makeStorage } from '../fixtures/storage';

test('says so when a full disk keeps a text from being kept', () => {
	const full = Object.assign(makeStorage(), {
		setItem() {
			throw new DOMException('full', 'QuotaExceededError');
		}
	});
	const store = createTextStore(() => full);
	expect(store.write('theme', 'dark')).toBe(false);
	expect(store.read('theme')).toBeNull();
});
