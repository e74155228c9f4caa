import { expect, test } from 'vitest';
import { exclude } from '$lib/format/list';

test('the rest of a list is what is not excluded', () => {
	const [a, b] = [{ id: 'a' }, { id: 'b' }];
	expect(exclude([a, b], [a])).toEqual([b]);
});
