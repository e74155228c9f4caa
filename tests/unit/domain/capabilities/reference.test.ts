import { describe, expect, test } from 'vitest';
import type { Capabilities } from '$lib/domain/capabilities/model';
import { filterReference, type Reference } from '$lib/domain/capabilities/reference';
import { buildTable } from '$lib/domain/capabilities/table/build-table';
import { column, formatParts, rowAt } from './tables';

function known(name: string, ...kinds: Capabilities[]) {
	return column(
		name,
		kinds.map((capabilities) => [capabilities, 1] as const)
	);
}

const REFERENCE: Reference = new Map([
	['signal', known('Signal', { edit: 'full', editMaxAge: 86_400 })],
	['slackgo', { ...known('Slack', { edit: 'full' }, { edit: 'rejected' }), caption: 'as of 2026' }],
	['bluesky', known('Bluesky', { poll: 'rejected' })]
]);

describe('networks without chats', () => {
	const own = [column('Signal', [[{ edit: 'full' }, 2]])];
	const table = buildTable(own, { reference: REFERENCE });

	test('get a column that says where its answers come from', () => {
		expect(table.columns).toMatchObject([
			{ key: 'signal', origin: 'chats', caption: '2 chats' },
			{ key: 'bluesky', origin: 'reference', networkKey: 'bluesky', caption: 'reference' },
			{ key: 'slackgo', origin: 'reference', caption: 'as of 2026' }
		]);
	});

	test('get none in a table that is not about networks', () => {
		const { networkKey, ...groups } = column('Groups', [[{}, 1]]);
		expect(networkKey).toBe('groups');
		expect(buildTable([groups], { reference: REFERENCE }).columns).toHaveLength(1);
	});

	test('are left out where the view asks for others, or only hides their chats', () => {
		const here = [
			{ key: 'slackgo', name: 'Slack' },
			{ key: 'signal', name: 'Signal' }
		];
		function keys(words: string[]): string[] {
			return [...filterReference(REFERENCE, own, here, words).keys()];
		}
		expect(keys([])).toEqual(['signal', 'bluesky']);
		expect(keys(['signal'])).toEqual(['signal']);
		expect(keys(['signal', 'Bluesky'])).toEqual(['signal', 'bluesky']);
	});
});

describe('what the reference says instead', () => {
	function deviation(path: string, own: Capabilities, ...reference: Capabilities[]) {
		const table = buildTable([column('Signal', [[own, 1]])], {
			reference: new Map([['signal', known('Signal', ...reference)]])
		});
		const cell = rowAt(table, path).cells[0];
		return { text: cell?.reference?.text, notes: cell?.notes.map((note) => table.notes[note - 1]) };
	}

	test('stands beside a cell that says something else, with a note', () => {
		const own = { edit: 'full', editMaxAge: 900 } as const;
		expect(deviation('edit', own, { edit: 'full', editMaxAge: 86_400 })).toEqual({
			text: '24 h',
			notes: ['The reference says: 24 h.']
		});
	});

	test.for<[string, string, Capabilities, Capabilities[]]>([
		[
			'any kind of chat there says the same',
			'edit',
			{ edit: 'full' },
			[{ edit: 'rejected' }, { edit: 'full' }]
		],
		['what is not supported is left out there', 'edit', { edit: 'unsupported' }, [{}]],
		['a no is left out there', 'archive', { archive: false }, [{}]],
		[
			'formatting is not listed',
			'formatting.bold',
			{ formatting: { bold: 'unsupported' } },
			[{ formatting: {} }]
		],
		[
			'the limit does not apply',
			'editMaxAge',
			{ edit: 'rejected' },
			[{ edit: 'full', editMaxAge: 9 }]
		]
	])('is nothing where %s', ([, path, own, reference]) => {
		expect(deviation(path, own, ...reference).text).toBeUndefined();
	});

	test('names every kind of chat of the reference', () => {
		const reference = [{ edit: 'full' }, { edit: 'rejected' }] as const;
		expect(deviation('edit', { edit: 'partial' }, ...reference).text).toBe('Full or Rejected');
	});

	test('is nothing beside chats that report nothing', () => {
		const table = buildTable([column('Signal', [], 2)], { reference: REFERENCE });
		expect(rowAt(table, 'edit').cells[0]).not.toHaveProperty('reference');
		expect(rowAt(table, 'edit').cells.slice(0, 1).map(formatParts)).toEqual([['? Not reported']]);
	});
});
