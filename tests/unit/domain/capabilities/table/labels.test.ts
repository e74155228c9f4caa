import { expect, test } from 'vitest';
import { CELL_STYLES } from '$lib/domain/capabilities/format';
import { SYMBOL_PATHS } from '$lib/domain/capabilities/table/labels';

test('every symbol of the table has its drawing', () => {
	expect(CELL_STYLES.filter(({ symbol }) => !SYMBOL_PATHS.has(symbol))).toEqual([]);
});
