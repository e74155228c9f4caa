import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Capabilities } from '$lib/domain/capabilities/model';
import { compareStatements } from '$lib/domain/capabilities/table/compare';
import { createStatementReader } from '$lib/domain/capabilities/table/statement';
import type { Comparison } from '$lib/domain/capabilities/table/table';
import { buildTable } from '$lib/domain/capabilities/table/build-table';
import { makeAttachment } from '../../../../fixtures/capabilities';
import { anyCapabilities } from '../arbitrary';
import { column, rowAt } from '../tables';

type Kinds = readonly (readonly [Capabilities, number])[];

function compared(path: string, kinds: Kinds, baseline: Kinds): Comparison | undefined {
	const columns = [column('Other', kinds), column('Base', baseline)];
	return rowAt(buildTable(columns, { baseline: 'base' }), path).cells[1]?.comparison;
}

const LISTED = { attachments: { 'm.image': makeAttachment() } };
function sized(maxSize: number): Capabilities {
	return { attachments: { 'm.image': makeAttachment({ maxSize }) } };
}

const REFUSED = {
	attachments: { 'm.image': makeAttachment({ mimeTypes: { 'image/jpeg': 'rejected' } }) }
} as const;

describe('a cell beside the baseline’s', () => {
	test.for<[Comparison, string, Capabilities, Capabilities]>([
		['same', 'edit', { edit: 'full' }, { edit: 'full' }],
		['better', 'edit', { edit: 'full' }, { edit: 'partial' }],
		['worse', 'edit', { edit: 'rejected' }, { edit: 'dropped' }],
		['other', 'edit', {}, { edit: 'rejected' }],
		['other', 'edit', { edit: 'full' }, {}],
		['same', 'edit', {}, {}],
		['better', 'archive', { archive: true }, { archive: false }],
		['worse', 'archive', { archive: false }, { archive: true }],
		['other', 'archive', { archive: false }, {}],
		['worse', 'maxTextLength', { maxTextLength: 160 }, { maxTextLength: 2_000 }],
		['better', 'maxTextLength', {}, { maxTextLength: 2_000 }],
		['worse', 'maxTextLength', { maxTextLength: 2_000 }, {}],
		['same', 'maxTextLength', {}, {}],
		['similar', 'attachments.m.image.maxSize', sized(2_097_152_000), sized(2_147_483_648)],
		['similar', 'attachments.m.image', sized(2_147_483_648), sized(2_097_152_000)],
		['similar', 'attachments.m.image.maxSize', sized(10_485_760), sized(10_000_000)],
		['worse', 'attachments.m.image', sized(95_000_000), sized(100_000_000)],
		['similar', 'attachments.m.image', sized(95_000_001), sized(100_000_000)],
		['better', 'attachments.m.image', sized(2 ** 30), sized(1e9)],
		[
			'better',
			'edit',
			{ edit: 'full', editMaxAge: 1_000, editMaxCount: 5 },
			{ edit: 'full', editMaxAge: 999, editMaxCount: 4 }
		],
		['worse', 'edit', { edit: 'full', editMaxAge: 900 }, { edit: 'full', editMaxAge: 3_600 }],
		['better', 'edit', { edit: 'full' }, { edit: 'full', editMaxAge: 3_600 }],
		['better', 'edit', { edit: 'full', editMaxAge: 9 }, { edit: 'partial', editMaxAge: 900 }],
		[
			'better',
			'edit',
			{ edit: 'full', editMaxAge: 900, editMaxCount: 5 },
			{ edit: 'full', editMaxAge: 60 }
		],
		['worse', 'allowedReactions', { allowedReactions: ['a'] }, { allowedReactions: ['b', 'a'] }],
		['better', 'allowedReactions', {}, { allowedReactions: ['b', 'a'] }],
		['other', 'allowedReactions', { allowedReactions: ['a'] }, { allowedReactions: ['b'] }],
		[
			'same',
			'allowedReactions',
			{ allowedReactions: ['a', 'b'] },
			{ allowedReactions: ['b', 'a'] }
		],
		['worse', 'attachments.m.image', { attachments: {} }, LISTED],
		['better', 'attachments.m.image', LISTED, { attachments: {} }],
		['other', 'attachments.m.image', { attachments: {} }, REFUSED],
		['worse', 'formatting.bold', { formatting: {} }, { formatting: { bold: 'full' } }],
		['other', 'formatting.bold', { formatting: {} }, { formatting: { bold: 'unsupported' } }],
		[
			'same',
			'stories',
			{ other: { stories: [{ a: 1, b: 2 }] } },
			{ other: { stories: [{ b: 2, a: 1 }] } }
		],
		['other', 'stories', { other: { stories: 1 } }, { other: { stories: 2 } }]
	])('is %s: %s of %o beside %o', ([comparison, path, capabilities, baseline]) => {
		expect(compared(path, [[capabilities, 1]], [[baseline, 1]])).toBe(comparison);
	});

	test('is better or worse only where every answer of its chats is', () => {
		const full = [{ edit: 'full' }, 2] as const;
		const partial = [{ edit: 'partial' }, 1] as const;
		const no = [{ edit: 'rejected' }, 1] as const;
		expect(compared('edit', [full, no], [full])).toBe('worse');
		expect(compared('edit', [full, no], [no])).toBe('better');
		expect(compared('edit', [full, no], [partial])).toBe('other');
		expect(compared('edit', [full, no], [no, full])).toBe('same');
	});

	test('is about the same only where none of its chats is better or worse', () => {
		const [less, about, more] = [10, 100, 104].map((size) => [sized(size * 1e6), 1] as const);
		if (!less || !about || !more) throw new Error('no sizes');
		expect(compared('attachments.m.image', [about], [more])).toBe('similar');
		expect(compared('attachments.m.image', [about, less], [more])).toBe('worse');
		expect(compared('attachments.m.image', [about, more], [more])).toBe('similar');
	});

	test('is something else where its chats report nothing', () => {
		const columns = [column('Silent', [], 3), column('Base', [[{ edit: 'full' }, 1]])];
		const [, silent] = rowAt(buildTable(columns, { baseline: 'base' }), 'edit').cells;
		expect(silent?.comparison).toBe('other');
	});

	test('is not compared without a baseline, nor is the baseline itself', () => {
		const columns = [column('A', [[{ edit: 'full' }, 1]]), column('B', [[{}, 1]])];
		expect(rowAt(buildTable(columns), 'edit').cells.map((cell) => cell.comparison)).toEqual([
			undefined,
			undefined
		]);
		const table = buildTable(columns, { baseline: 'b' });
		expect(table.columns.map(({ key, isBaseline }) => [key, isBaseline])).toEqual([
			['b', true],
			['a', false]
		]);
		expect(rowAt(table, 'edit').cells.map((cell) => cell.comparison)).toEqual([undefined, 'other']);
	});

	test('turned around is turned around', () => {
		const OPPOSITE = {
			same: 'same',
			similar: 'similar',
			better: 'worse',
			worse: 'better',
			other: 'other'
		};
		const paths = fc.constantFrom('edit', 'reaction', 'archive', 'attachments.m.image', 'stories');
		fc.assert(
			fc.property(anyCapabilities, anyCapabilities, paths, (one, other, path) => {
				const [a, b] = [one, other].map(createStatementReader(path));
				if (a && b) expect(compareStatements(b, a)).toBe(OPPOSITE[compareStatements(a, b)]);
			})
		);
	});
});
