import { expect, test } from 'vitest';
import { LAST_NAMES } from '$lib/domain/privacy/fake-words';
import { makeName } from '$lib/sample/names';
import { Random } from '$lib/format/random';

test('no person of the sample has a fake family name, so that fake names can be recognised', () => {
	const random = new Random(1);
	const words = new Set(
		Array.from({ length: 3000 }, () => makeName(random)).flatMap((name) => name.split(' '))
	);
	expect(words.size).toBeGreaterThan(50);
	expect(LAST_NAMES.filter((name) => words.has(name))).toEqual([]);
});
