import { describe, expect, test } from 'vitest';
import type { Capabilities } from '$lib/domain/capabilities/model';
import {
	formatChanges,
	compareSnapshots,
	formatSince
} from '$lib/domain/capabilities/snapshot/changes';
import type { SnapshotColumn } from '$lib/domain/capabilities/snapshot/snapshot';
import { makeSnapshot, makeSnapshotColumn } from '../../../../fixtures/snapshots';

function wordsFor(before: readonly SnapshotColumn[], after: readonly SnapshotColumn[]): string[] {
	return formatChanges(
		compareSnapshots(makeSnapshot({ columns: before }), makeSnapshot({ columns: after }))
	);
}

function signal(...sets: readonly Capabilities[]): SnapshotColumn[] {
	return [makeSnapshotColumn(sets)];
}

const line = { name: 'LINE', network: { key: 'line', name: 'LINE' } };

test.for([
	['a level', [{ poll: 'unsupported' }], [{ poll: 'full' }], 'Signal polls Unsupported → Full'],
	[
		'a limit',
		[{ edit: 'full', editMaxAge: 900 }],
		[{ edit: 'full', editMaxAge: 86_400 }],
		'Signal edit window 15 min → 24 h'
	],
	['what was not stated', [{ archive: true }], [{}], 'Signal archive Yes → Not stated'],
	[
		'chats that differ',
		[{ reply: 'full' }, { reply: 'rejected' }],
		[{ reply: 'full' }],
		'Signal replies Full or Rejected → Full'
	],
	[
		'an unknown field',
		[{ other: { stories: 1 } }],
		[{ other: { stories: 2 } }],
		'Signal stories 1 → 2'
	]
] as const)('%s that changed is a sentence', ([, before, after, sentence]) => {
	expect(wordsFor(signal(...before), signal(...after))).toEqual([sentence]);
});

test('long lists are distinguished by their items', () => {
	const emoji = ['👍', '👎', '😂', '😮', '😢', '🙏', '🔥'];
	const before = signal({ allowedReactions: emoji });
	const after = signal({ allowedReactions: [...emoji.slice(0, 6), '🎉'] });
	expect(wordsFor(before, after)).toEqual([
		`Signal allowed emoji ${emoji.join(' ')} → ${emoji.slice(0, 6).join(' ')} 🎉`
	]);
});

test('the same capabilities in more chats, or in another order, are no change', () => {
	const [edit, none]: Capabilities[] = [{ edit: 'full' }, { edit: 'rejected' }];
	if (!edit || !none) throw new Error('no capabilities');
	const before = makeSnapshotColumn([edit, none], {
		sets: new Map([
			[edit, 9],
			[none, 1]
		])
	});
	const after = makeSnapshotColumn([edit, none], {
		sets: new Map([
			[none, 5],
			[edit, 2]
		])
	});
	expect(wordsFor([before], [after])).toEqual([]);
});

describe('columns', () => {
	test('that came or went are named', () => {
		expect(wordsFor(signal({}), [makeSnapshotColumn([{}], line)])).toEqual([
			'LINE is new',
			'Signal is gone'
		]);
	});

	test('that began or ceased to report are named once, not row by row', () => {
		expect(wordsFor(signal(), signal({ edit: 'full' }))).toEqual([
			'Signal now reports its capabilities'
		]);
		expect(wordsFor(signal({ edit: 'full' }), signal())).toEqual([
			'Signal no longer reports its capabilities'
		]);
	});

	test('of several kinds are compared one by one where both have them', () => {
		const direct = makeSnapshotColumn([{ edit: 'full' }], { name: 'Signal: direct' });
		const group = makeSnapshotColumn([{ edit: 'full' }], { name: 'Signal: group' });
		const changed = makeSnapshotColumn([{ edit: 'partial' }], { name: 'Signal: group' });
		expect(wordsFor([direct, group], [direct, changed])).toEqual([
			'Signal: group edit Full → Partial'
		]);
	});

	test('else as a network', () => {
		const direct = makeSnapshotColumn([{ edit: 'full' }], { name: 'Signal: direct' });
		const group = makeSnapshotColumn([{ edit: 'full' }], { name: 'Signal: group' });
		expect(wordsFor([direct, group], signal({ edit: 'full' }))).toEqual([]);
		expect(wordsFor([direct, group], signal({ edit: 'partial' }))).toEqual([
			'Signal edit Full → Partial'
		]);
	});

	test('of no single network are known by their names', () => {
		const groups = makeSnapshotColumn([{ poll: 'full' }]);
		const later = makeSnapshotColumn([{ poll: 'partial' }]);
		const [before, after] = [groups, later].map(({ chats, reported, sets }) => [
			{ name: 'Groups', chats, reported, sets }
		]);
		expect(wordsFor(before ?? [], after ?? [])).toEqual(['Groups polls Full → Partial']);
	});
});

test.for([
	['the version, if that is another', '4.2.808', '4.3.73', 'since 4.2.808'],
	['else the day', '4.2.808', '4.2.808', 'since 31 January 2026'],
	['also where no version is known', undefined, '4.3.73', 'since 31 January 2026']
] as const)('a comparison says since when: %s', ([, before, after, words]) => {
	const { taken, columns } = makeSnapshot();
	expect(
		formatSince(
			{ taken, columns, ...(before !== undefined && { serverVersion: before }) },
			makeSnapshot({ serverVersion: after })
		)
	).toBe(words);
});
