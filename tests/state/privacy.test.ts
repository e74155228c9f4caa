import { expect, test } from 'vitest';
import { Privacy } from '$lib/state/preferences.svelte';
import { makeStores } from '../fixtures/storage';

const ANN = { id: '@ann:home', fullName: 'Ann' };

test('is off at first, remembered once it is on, and forgotten once it is off', () => {
	const store = makeStores().stores.device;
	const privacy = new Privacy(store);
	expect(privacy.anonymizer).toBeNull();
	privacy.set(true);
	expect(new Privacy(store).isOn).toBe(true);
	privacy.set(false);
	expect(new Privacy(store).isOn).toBe(false);
});

test('fake names are the same after a reload, and different on another device', () => {
	const store = makeStores().stores.device;
	const privacy = new Privacy(store);
	privacy.set(true);
	const name = privacy.anonymizer?.person(ANN).fullName;
	expect(name).not.toBe('Ann');
	const reloaded = new Privacy(store);
	expect(reloaded.anonymizer?.person(ANN).fullName).toBe(name);

	const elsewhere = Array.from({ length: 4 }, () => {
		const other = new Privacy(makeStores().stores.device);
		other.set(true);
		return other.anonymizer?.person(ANN).fullName;
	});
	expect(new Set([name, ...elsewhere]).size).toBeGreaterThan(1);
});
