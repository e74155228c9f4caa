import { describe, expect, test } from 'vitest';
import type { Capabilities } from '$lib/domain/capabilities/model';
import { buildRows } from '$lib/domain/capabilities/build-rows';
import { buildTable, createRowSearch } from '$lib/domain/capabilities/table/build-table';
import { EVERYTHING, makeAttachment, makeCapabilities } from '../../../../fixtures/capabilities';
import { column, formatParts, listRows, rowAt } from '../tables';

const SIGNAL = column('Signal', [[makeCapabilities(), 12]], 4);
const SLACK = column('Slack', [[makeCapabilities({ edit: 'rejected' }), 3]]);

function paths(...[columns, options]: Parameters<typeof buildTable>): string[] {
	return listRows(buildTable(columns, options)).map(({ row }) => row.path);
}

describe('a table', () => {
	test('has every row once, with a cell for each column', () => {
		const table = buildTable([SIGNAL, column('All', [[EVERYTHING, 1]])]);
		expect(listRows(table).map(({ row }) => row.path)).toEqual(
			buildRows([makeCapabilities(), EVERYTHING]).map(({ path }) => path)
		);
		expect(listRows(table).filter(({ cells }) => cells.length !== 2)).toEqual([]);
	});

	test('says how many chats a column has, and that they report nothing', () => {
		expect(buildTable([SIGNAL, SLACK, column('X', [], 2)]).columns).toMatchObject([
			{ name: 'Signal', caption: '16 chats', chats: 16, reported: 12 },
			{ name: 'Slack', caption: '3 chats' },
			{ name: 'X', caption: '2 chats (no data)' }
		]);
	});

	test('leaves out rows that all columns agree on, limits beside a level included', () => {
		const window = column('Slack', [[makeCapabilities({ editMaxAge: 60 }), 1]]);
		expect(paths([SIGNAL, window], { onlyDiffering: true })).toEqual(['edit', 'editMaxAge']);
		expect(paths([SIGNAL, column('Silent', [], 2)], { onlyDiffering: true })).toEqual([]);
	});

	test('finds rows by every word of a text', () => {
		expect(paths([SIGNAL], { q: 'bold FORMATTING' })).toEqual(['formatting.bold']);
	});

	test('has only the rows it is meant to show', () => {
		expect(paths([SIGNAL], { isShown: ({ path }) => path === 'edit' })).toEqual(['edit']);
	});

	test('counts the rows of a folded section, and is silent about them', () => {
		const quiet = buildTable([column('A', [[{ formatting: { bold: 'dropped' } }, 1]])], {
			folded: ['Formatting', 'Attachments']
		});
		const formatting = quiet.sections.find(({ section }) => section === 'Formatting');
		expect(formatting).toMatchObject({ rows: [], folded: 21 });
		expect(quiet.notes).toEqual([]);
		expect(quiet.legend.map(({ text }) => text)).not.toContain('Dropped');
	});

	test('shows the bytes of sizes that read the same, one of them better', () => {
		const columns = [1e9, 2 ** 30, 1.001e9].map((maxSize, index) =>
			column(`Network ${index}`, [
				[makeCapabilities({ attachments: { 'm.image': makeAttachment({ maxSize }) } }), 1]
			])
		);
		const [first] = columns;
		const { cells } = rowAt(
			buildTable(columns, { baseline: first?.key ?? '' }),
			'attachments.m.image'
		);
		expect(
			cells.map(({ parts: [{ formatted }], comparison }) => [formatted.text, comparison])
		).toEqual([
			['1 GB (1,000,000,000 bytes)', undefined],
			['1 GB (1,073,741,824 bytes)', 'better'],
			['1 GB', 'similar']
		]);
	});

	test('has no sections without rows', () => {
		expect(
			buildTable([SIGNAL], { q: 'edit window' }).sections.map(({ section }) => section)
		).toEqual(['Editing & deleting']);
	});

	test('explains just the symbols in use, best first', () => {
		const table = buildTable([SIGNAL, SLACK], {
			isShown: ({ path }) => ['edit', 'attachments.m.video', 'editMaxAge'].includes(path)
		});
		expect(table.legend.map(({ symbol, text }) => `${symbol} ${text}`)).toEqual([
			'✓ Full',
			'⊘ Rejected',
			'⊖ Rejected (not listed)',
			'≤ Limit',
			'· Doesn’t apply'
		]);
	});

	test('of no columns has no rows that say anything', () => {
		expect(buildTable([]).columns).toEqual([]);
		expect(paths([], { onlyDiffering: true })).toEqual([]);
	});
});

describe('the share of chats in which something works', () => {
	const columns = [
		column('A', [
			[{ edit: 'full', archive: true, attachments: {} }, 5],
			[{ edit: 'dropped', archive: false }, 3],
			[{}, 7]
		]),
		column('B', [[{ edit: 'partial' }, 2]], 9)
	];

	test.for([
		['edit', { works: 7, of: 17 }],
		['archive', { works: 5, of: 17 }],
		['attachments.m.image', { works: 0, of: 17 }],
		['poll', undefined],
		['maxTextLength', undefined]
	] as const)(
		'of %s is of all chats that report capabilities, where any of them says',
		([path, share]) => {
			expect(rowAt(buildTable(columns, { hasShare: true }), path).share).toEqual(share);
		}
	);

	test('is there only when it is asked for', () => {
		expect(rowAt(buildTable(columns), 'edit')).not.toHaveProperty('share');
	});

	test('does not count what a reference says', () => {
		const reference = new Map([['b2', column('B2', [[{ edit: 'full' }, 4]])]]);
		const table = buildTable(columns, { hasShare: true, reference });
		expect(rowAt(table, 'edit').share).toEqual({ works: 7, of: 17 });
	});
});

describe('notes', () => {
	function listCellNotes(path: string, ...kinds: (readonly [Capabilities, number])[][]) {
		const table = buildTable(kinds.map((kind, index) => column(`C${index}`, kind)));
		return rowAt(table, path).cells.map(({ notes }) => notes.map((note) => table.notes[note - 1]));
	}

	test('do not repeat what a cell says of its chats that differ', () => {
		const [full, no] = [{ edit: 'full' }, { edit: 'rejected' }] as const;
		const kinds: [Capabilities, number][] = [
			[full, 14],
			[no, 3]
		];
		expect(listCellNotes('edit', kinds)).toEqual([[]]);
	});

	test.for<[string, string, Capabilities]>([
		['formatting', 'formatting.bold', { formatting: { bold: 'dropped' } }],
		[
			'caption',
			'attachments.m.image.caption',
			{ attachments: { 'm.image': makeAttachment({ caption: 'dropped' }) } }
		],
		[
			'never arrives',
			'attachments.m.image.mimeTypes.image/png',
			{ attachments: { 'm.image': makeAttachment({ mimeTypes: { 'image/png': 'dropped' } }) } }
		],
		['never arrives', 'poll', { poll: 'dropped' }]
	])('say what is lost when something is dropped: the %s of %s', ([word, path, capabilities]) => {
		const [[note = ''] = []] = listCellNotes(path, [[capabilities, 1]]);
		expect(note).toMatch(/^Dropped: /);
		expect(note).toContain(word);
	});

	test('tell a refusal by omission from one by name where a row has both', () => {
		const refusing = {
			attachments: { 'm.image': makeAttachment({ mimeTypes: { 'image/jpeg': 'rejected' } }) }
		} as const;
		const omitting = { attachments: {} };
		expect(listCellNotes('attachments.m.image', [[omitting, 1]])).toEqual([[]]);
		const [named, left] = listCellNotes('attachments.m.image', [[refusing, 1]], [[omitting, 1]]);
		expect(named).toEqual([]);
		expect(left?.[0]).toMatch(/^Not listed/);
	});

	test('say that a limit is stated where the level is not', () => {
		expect(listCellNotes('edit', [[{ editMaxAge: 900 }, 1]])).toEqual([
			['A limit is stated, but not whether it works.']
		]);
		expect(listCellNotes('edit', [[{}, 1]])).toEqual([[]]);
	});

	test('say where a type of attachment is only as good as the best of its MIME types', () => {
		const mixed = makeAttachment({ mimeTypes: { 'image/jpeg': 'full', 'image/gif': 'partial' } });
		const [[note = ''] = []] = listCellNotes('attachments.m.image', [
			[{ attachments: { 'm.image': mixed } }, 1]
		]);
		expect(note).toMatch(/^Best format/);
	});

	test('are numbered as they come, and equal ones are one', () => {
		const formatting = { bold: 'dropped', italic: 'dropped' } as const;
		const table = buildTable([column('A', [[{ poll: 'dropped', formatting }, 1]])]);
		const numbers = ['poll', 'formatting.bold', 'formatting.italic'].map(
			(path) => rowAt(table, path).cells[0]?.notes
		);
		expect(numbers).toEqual([[1], [2], [2]]);
		expect(table.notes).toHaveLength(2);
	});
});

test('columns of a snapshot are marked beside others, but not among themselves', () => {
	const kept = column('Signal', [[makeCapabilities(), 1]], 0, { origin: 'snapshot' });
	const own = column('Slack', [[makeCapabilities(), 1]]);
	function listColumnOrigins(columns: readonly (typeof kept)[]) {
		return buildTable(columns).columns.map(({ origin }) => origin);
	}
	expect(listColumnOrigins([kept, own])).toEqual(['snapshot', 'chats']);
	expect(listColumnOrigins([kept, { ...kept, key: 'other' }])).toEqual(['chats', 'chats']);
});

test('a column whose chats report nothing is silent, not unsupported', () => {
	const [cell] = rowAt(buildTable([column('A', [], 3)]), 'edit').cells;
	expect(cell && formatParts(cell)).toEqual(['? Not reported']);
	expect(cell?.parts[0].chats).toBe(3);
});

const rows = buildRows([makeCapabilities()]);

function found(q: string) {
	return rows.filter(createRowSearch(q)).map(({ path }) => path);
}

test('finds every row where nothing is asked for', () => {
	expect(found('')).toHaveLength(rows.length);
});

test.for([
	['its name', 'edits per message', 'editMaxCount'],
	['its path', 'EDITMAXAGE', 'editMaxAge'],
	['its section and name, in any order', 'bold formatting', 'formatting.bold'],
	['its type of attachment', 'image caption length', 'attachments.m.image.maxCaptionLength']
] as const)('finds a row by %s', ([, q, path]) => {
	expect(found(q)).toEqual([path]);
});
