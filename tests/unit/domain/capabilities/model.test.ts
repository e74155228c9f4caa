import { expect, test } from 'vitest';
import { findBestLevel, isSupportLevel, isWorking } from '$lib/domain/capabilities/model';

test('the best of several levels is found', () => {
	expect(findBestLevel(['dropped', 'partial', 'rejected'])).toBe('partial');
	expect(findBestLevel([])).toBeUndefined();
});

test('only partial and full carry a message', () => {
	const levels = ['rejected', 'dropped', 'unsupported', 'partial', 'full'] as const;
	expect(levels.filter(isWorking)).toEqual(['partial', 'full']);
});

test('a level is one of five words', () => {
	expect(['full', 'Full', 2, undefined].filter(isSupportLevel)).toEqual(['full']);
});
