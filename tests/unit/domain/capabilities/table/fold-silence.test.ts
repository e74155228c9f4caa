import { expect, test } from 'vitest';
import { getFoldedSilence, WHOLE_TABLE } from '$lib/domain/capabilities/capability-view';
import { buildTable } from '$lib/domain/capabilities/table/build-table';
import { foldSilence, SILENT_PARTS } from '$lib/domain/capabilities/table/fold-silence';
import { makeCapabilities } from '../../../../fixtures/capabilities';
import { column, listRows } from '../tables';

const SIGNAL = column('Signal', [[{ edit: 'full', editMaxAge: 60, poll: 'rejected' }, 3]]);
const SLACK = column('Slack', [[{ archive: false }, 1]]);
const BLUESKY = column('Bluesky', [], 2);

function fold(...given: Parameters<typeof foldSilence>) {
	const { table, silent } = foldSilence(...given);
	return {
		columns: table.columns.map(({ name }) => name),
		paths: listRows(table).map(({ row }) => row.path),
		cells: new Set(listRows(table).map(({ cells }) => cells.length)),
		silent
	};
}

test('columns that report nothing go, with their cells, and are counted', () => {
	const { columns, cells, silent } = fold(buildTable([SIGNAL, BLUESKY, SLACK]), ['columns']);
	expect(columns).toEqual(['Signal', 'Slack']);
	expect(cells).toEqual(new Set([2]));
	expect(silent.columns).toBe(1);
});

test('a table of nothing but silent columns keeps them', () => {
	expect(fold(buildTable([BLUESKY]), ['columns'])).toMatchObject({
		columns: ['Bluesky'],
		silent: { columns: 0 }
	});
});

test('the baseline and the column in the address stay', () => {
	const x = column('X', [], 1);
	const table = buildTable([SIGNAL, BLUESKY, x], { baseline: 'x' });
	const target = { path: 'edit', columnKey: 'bluesky' };
	expect(fold(table, ['columns']).columns).toEqual(['X', 'Signal']);
	expect(fold(table, ['columns'], target).columns).toEqual(['X', 'Signal', 'Bluesky']);
});

test('rows that no column states go, refusals and limits stay', () => {
	const whole = buildTable([SIGNAL, SLACK]);
	const { paths, silent } = fold(whole, ['rows']);
	expect(paths).toEqual(['poll', 'edit', 'editMaxAge', 'archive']);
	expect(paths.length + silent.rows).toBe(listRows(whole).length);
	expect(fold(whole, ['rows'], { path: 'reply' }).paths).toContain('reply');
});

test('a limit without its level, and a type left out of a list, are statements', () => {
	const limited = column('A', [[{ deleteMaxAge: 60, attachments: {} }, 1]]);
	const { paths } = fold(buildTable([limited]), ['rows']);
	expect(paths).toEqual(expect.arrayContaining(['delete', 'deleteMaxAge', 'attachments.m.image']));
	expect(paths).not.toContain('edit');
});

test('a row in which the reference says something else stays', () => {
	const reference = new Map([
		['slack', column('Slack', [[makeCapabilities({ poll: 'full' }), 1]])]
	]);
	const table = buildTable([SLACK], { reference });
	expect(fold(table, ['rows']).paths).toContain('poll');
});

test('what is left in is counted all the same', () => {
	const whole = buildTable([SIGNAL, BLUESKY]);
	expect(foldSilence(whole, [])).toEqual({
		table: whole,
		silent: foldSilence(whole, SILENT_PARTS).silent
	});
});

test.for([
	['', {}, ['columns', 'rows']],
	['a search', { q: 'poll' }, ['columns']],
	['chosen networks', { networks: ['signal'] }, ['rows']],
	['chosen chats', { by: 'chat' }, ['rows']],
	['variants of one column', { split: ['signal'] }, ['rows']],
	['a wish for all', { silent: ['columns', 'rows'] }, []]
] as const)('what a view names is shown: %s', ([, view, folded]) => {
	expect(getFoldedSilence({ ...WHOLE_TABLE, ...view })).toEqual(folded);
});
