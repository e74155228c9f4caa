import { describe, expect, test } from 'vitest';
import { createReadOnly } from '$lib/state/preferences.svelte';
import { forEachConcurrent, KeyedQueue } from '$lib/state/concurrency';
import { never } from '../fixtures/http';
import { makeStores } from '../fixtures/storage';

describe('forEachConcurrent', () => {
	test('after a bug nothing new is begun, and the bug is told', async () => {
		const begun: number[] = [];
		const working = forEachConcurrent([1, 2, 3, 4, 5, 6], 2, never, async (number) => {
			begun.push(number);
			await Promise.resolve();
			if (number === 2) throw new RangeError('bug');
		});
		await expect(working).rejects.toThrow('bug');
		expect(begun.length).toBeLessThan(5);
	});
});

describe('KeyedQueue', () => {
	test('about one thing come one after the other, also after a failure', async () => {
		const turns = new KeyedQueue();
		const seen: string[] = [];
		async function step(name: string) {
			seen.push(`${name} begins`);
			await Promise.resolve();
			seen.push(`${name} ends`);
			if (name === 'a') throw new Error(name);
		}
		await Promise.allSettled([
			turns.run('x', () => step('a')),
			turns.run('x', () => step('b')),
			turns.run('y', async () => void seen.push('c'))
		]);
		expect(seen.filter((words) => words !== 'c')).toEqual([
			'a begins',
			'a ends',
			'b begins',
			'b ends'
		]);
		expect(seen.indexOf('c')).toBeLessThan(seen.indexOf('b begins'));
	});
});

describe('ReadOnly', () => {
	test('is remembered, on and off', () => {
		const { stores } = makeStores();
		const first = createReadOnly(stores.device);
		expect(first.isOn).toBe(false);
		first.set(true);
		expect(createReadOnly(stores.device).isOn).toBe(true);
		first.set(false);
		expect(createReadOnly(stores.device).isOn).toBe(false);
	});
});
