import { expect, test, vi } from 'vitest';
import { askAgain, fetchAhead, isSomethingMissing, Later } from '$lib/components/ui/later.svelte';

/** A part that fails to come so many times. */
function makePart(failures = 0) {
	let left = failures;
	const load = vi.fn(async () => {
		if (left-- > 0) throw new TypeError('Failed to fetch dynamically imported module');
		return 'palette';
	});
	return { load, part: new Later(load) };
}

test('is fetched once it is looked for, and once only', async () => {
	const { load, part } = makePart();
	expect(part.here).toBeUndefined();
	expect(load).not.toHaveBeenCalled();
	expect(part.part).toBeUndefined();
	await expect.poll(() => part.part).toBe('palette');
	expect(await part.ask()).toBe('palette');
	expect(load).toHaveBeenCalledOnce();
});

test('what could not be fetched is missing until asking again brings it', async () => {
	const { load, part } = makePart(2);
	expect(await part.ask()).toBeUndefined();
	expect(isSomethingMissing()).toBe(true);
	askAgain();
	await expect.poll(() => load.mock.calls.length).toBe(2);
	expect(isSomethingMissing()).toBe(true);
	askAgain();
	await expect.poll(() => part.here).toBe('palette');
	expect(isSomethingMissing()).toBe(false);
});

test('what does not come ahead of time is not missing, and comes when it is asked for', async () => {
	const { part } = makePart(1);
	await fetchAhead();
	expect(part.here).toBeUndefined();
	expect(isSomethingMissing()).toBe(false);
	expect(await part.ask()).toBe('palette');
});

test('once the rest is fetched ahead, so is whatever a later page brings', async () => {
	await fetchAhead();
	const { part } = makePart();
	await expect.poll(() => part.here).toBe('palette');
});
