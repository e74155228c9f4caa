import { expect, test } from 'vitest';
import { LOOKS } from '$lib/domain/capabilities/format';
import { SYMBOL_PATHS } from '$lib/domain/capabilities/table/labels';

test('every symbol of the table has its drawing', () => {
	expect(LOOKS.filter(({ symbol }) => !SYMBOL_PATHS.has(symbol))).toEqual([]);
});
