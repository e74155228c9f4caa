import { expect, test } from 'vitest';
import { Privacy } from '$lib/state/privacy.svelte';
import { makeStores } from '../fixtures/storage';

const ANN = { id: '@ann:home', fullName: 'Ann' };

test('is off at first, remembered once it is on, and forgotten once it is off', async () => {
	const store = makeStores().stores.device;
	const privacy = new Privacy(store);
	expect(privacy.disguise).toBeNull();
	await privacy.set(true);
	expect(new Privacy(store).isOn).toBe(true);
	await privacy.set(false);
	expect(new Privacy(store).isOn).toBe(false);
});

test('calls people the same after a reload, and otherwise on another device', async () => {
	const store = makeStores().stores.device;
	const privacy = new Privacy(store);
	await privacy.set(true);
	const name = privacy.disguise?.person(ANN).fullName;
	expect(name).not.toBe('Ann');
	const reloaded = new Privacy(store);
	await reloaded.prepare();
	expect(reloaded.disguise?.person(ANN).fullName).toBe(name);

	const elsewhere = await Promise.all(
		Array.from({ length: 4 }, async () => {
			const other = new Privacy(makeStores().stores.device);
			await other.set(true);
			return other.disguise?.person(ANN).fullName;
		})
	);
	expect(new Set([name, ...elsewhere]).size).toBeGreaterThan(1);
});

test('shows nothing at all, rather than what is real, before it is prepared', async () => {
	const store = makeStores().stores.device;
	await new Privacy(store).set(true);
	const reloaded = new Privacy(store);
	expect(() => reloaded.disguise).toThrow('not prepared');
	await reloaded.prepare();
	expect(reloaded.disguise).not.toBeNull();
});
