import { expect, test } from 'vitest';
import { LAST_NAMES } from '$lib/domain/privacy/fake-words';
import { makeName } from '$lib/sample/names';
import { Random } from '$lib/format/random';

test('nobody of the sample data has a made-up family name, so that a name tells which it is', () => {
	const random = new Random(1);
	const words = new Set(
		Array.from({ length: 3000 }, () => makeName(random)).flatMap((name) => name.split(' '))
	);
	expect(words.size).toBeGreaterThan(50);
	expect(LAST_NAMES.filter((name) => words.has(name))).toEqual([]);
});
