import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PicturesInSight } from '../../../../src/routes/(app)/chats/pictures-in-sight';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function openPictures() {
	const log: string[] = [];
	const inSight = new PicturesInSight({
		get: () => ({ name: 'idle' }),
		hold(url) {
			log.push(`hold ${url}`);
			return () => void log.push(`release ${url}`);
		}
	});
	return { inSight, log };
}

test('pictures are asked for once scrolling rests, and only those then in sight', () => {
	const { inSight, log } = openPictures();
	for (const url of ['a', 'b', 'c']) {
		inSight.show([url]);
		vi.advanceTimersByTime(100);
	}
	expect(log).toEqual([]);
	vi.runAllTimers();
	expect(log).toEqual(['hold c']);
});

test('a picture that stays in sight is held on, before another is released', () => {
	const { inSight, log } = openPictures();
	inSight.show(['a', 'b', 'b']);
	vi.runAllTimers();
	inSight.show(['b', 'c']);
	vi.runAllTimers();
	expect(log).toEqual(['hold a', 'hold b', 'hold c', 'release a']);
});

test('a list that changes all the time does not put off its pictures, while they stay the same', () => {
	const { inSight, log } = openPictures();
	inSight.show(['a', 'b']);
	vi.advanceTimersByTime(100);
	inSight.show(['b', 'a']);
	vi.advanceTimersByTime(100);
	expect(log).toEqual(['hold a', 'hold b']);
});

test('a list that is left releases every picture, and asks for none that waits', () => {
	const { inSight, log } = openPictures();
	inSight.show(['a']);
	vi.runAllTimers();
	inSight.show(['b']);
	inSight.close();
	vi.runAllTimers();
	expect(log).toEqual(['hold a', 'release a']);
});
