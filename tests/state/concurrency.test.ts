import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BatchQueue } from '$lib/state/concurrency';

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
