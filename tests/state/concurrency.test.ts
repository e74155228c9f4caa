import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BatchQueue, forEachConcurrent, KeyedQueue, getElapsed } from '$lib/state/concurrency';
import { never } from '../fixtures/http';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

function handing(options?: { isFirstAtOnce: boolean }) {
	const handed: (readonly number[])[] = [];
	const paced = new BatchQueue<number>((items) => handed.push(items), Date.now, options);
	return { handed, paced };
}

test('what comes soon after another is handed over with what follows', () => {
	const { handed, paced } = handing({ isFirstAtOnce: true });
	paced.add(1);
	paced.add(2);
	paced.add(3, 4);
	expect(handed).toEqual([[1]]);
	vi.advanceTimersByTime(1_000);
	expect(handed).toEqual([[1], [2, 3, 4]]);
});

test('nothing waits for an answer that does not come', () => {
	const { handed, paced } = handing();
	paced.add(1);
	expect(handed).toEqual([]);
	vi.advanceTimersByTime(100);
	expect(handed).toEqual([[1]]);
	vi.advanceTimersByTime(60_000);
	expect(handed).toEqual([[1]]);
});

test('what is flushed is handed over once', () => {
	const { handed, paced } = handing();
	paced.add(1, 2);
	paced.flush();
	vi.advanceTimersByTime(60_000);
	expect(handed).toEqual([[1, 2]]);
});

test('the more has come, the rarer it is handed over', () => {
	const { handed, paced } = handing();
	for (let second = 0; second < 100; second++) {
		vi.advanceTimersByTime(100);
		paced.add(second);
	}
	expect(handed.length).toBeLessThan(15);
	expect(handed.flat().length).toBeGreaterThan(85);
});

test('a clock that is set back holds nothing up', () => {
	const { handed, paced } = handing();
	vi.setSystemTime(Date.now() - 3_600_000);
	paced.add(1);
	vi.advanceTimersByTime(1_000);
	expect(handed).toEqual([[1]]);
});

describe('forEachConcurrent', () => {
	test('after a bug no new task starts, and the bug is thrown', async () => {
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

test('the time since a moment is counted, and endless where the clock was set back past it', () => {
	expect(getElapsed(1_000, 1_000)).toBe(0);
	expect(getElapsed(1_000, 4_000)).toBe(3_000);
	expect(getElapsed(1_000, 999)).toBe(Infinity);
	expect(getElapsed(-Infinity, 1_000)).toBe(Infinity);
});
