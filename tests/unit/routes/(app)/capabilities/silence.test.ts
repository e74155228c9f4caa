import { expect, test } from 'vitest';
import { WHOLE_TABLE } from '$lib/domain/capabilities/capability-view';
import {
	createSilenceFolds,
	foldViewSilence
} from '../../../../../src/routes/(app)/capabilities/view-table';
import {
	FULL,
	makeCell,
	makeColumn,
	makeRow,
	makeTable,
	UNSTATED
} from '../../../../fixtures/table-model';

const table = makeTable({
	columns: [makeColumn(), makeColumn({ key: 'line', name: 'LINE', reported: 0 })],
	sections: [
		{
			section: 'Messages',
			rows: [
				makeRow([makeCell(FULL), makeCell(UNSTATED)], { path: 'poll', name: 'Polls' }),
				makeRow([makeCell(UNSTATED), makeCell(UNSTATED)], { path: 'edit', name: 'Edit' })
			]
		}
	]
});

test('a table folds the columns that report nothing and the rows nobody states, until they are asked for', () => {
	const folded = foldViewSilence(table, WHOLE_TABLE, null);
	expect(folded.table.columns.map(({ name }) => name)).toEqual(['Signal']);
	const asked: string[] = [];
	const folds = createSilenceFolds(folded, WHOLE_TABLE, 'network', (part) => asked.push(part));
	expect(folds).toMatchObject({
		silentRows: { count: 1, isOpen: false, noun: 'network' },
		silentColumns: { count: 1, isOpen: false }
	});
	folds.silentColumns?.ontoggle();
	folds.silentRows?.ontoggle();
	expect(asked).toEqual(['columns', 'rows']);
});

test('a part that was unfolded can be folded again, one that the view names cannot', () => {
	const open = { ...WHOLE_TABLE, silent: ['columns', 'rows'] as const };
	const unfolded = foldViewSilence(table, open, null);
	expect(unfolded.table.columns).toHaveLength(2);
	const folds = createSilenceFolds(unfolded, open, 'network', () => undefined);
	expect(folds.silentColumns?.isOpen).toBe(true);
	expect(folds.silentRows?.isOpen).toBe(true);

	const named = { ...WHOLE_TABLE, q: 'edit', networks: ['line'] };
	const shown = foldViewSilence(table, named, null);
	expect(createSilenceFolds(shown, named, 'network', () => undefined)).toEqual({});
});
