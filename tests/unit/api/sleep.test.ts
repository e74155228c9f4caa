import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sleep } from '$lib/api/sleep';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

function begin(signal: AbortSignal) {
	const ended = vi.fn();
	return { ended, over: sleep(1000, signal).then(ended) };
}

test('ends when its time has come, and not before', async () => {
	const { ended } = begin(new AbortController().signal);
	await vi.advanceTimersByTimeAsync(999);
	expect(ended).not.toHaveBeenCalled();
	await vi.advanceTimersByTimeAsync(1);
	expect(ended).toHaveBeenCalledOnce();
});

test('ends at once when it is called off, and leaves no timer behind', async () => {
	const leaving = new AbortController();
	const { over } = begin(leaving.signal);
	leaving.abort();
	await over;
	expect(vi.getTimerCount()).toBe(0);
});

test('does not begin when it was called off before', async () => {
	await begin(AbortSignal.abort()).over;
	expect(vi.getTimerCount()).toBe(0);
});
