import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSnapshotDue, listNewsDays } from '$lib/domain/capabilities/snapshot/history';
import { formatNews, listNews } from '$lib/domain/capabilities/snapshot/news';
import { makeSnapshot, makeSnapshotColumn } from '../../../../fixtures/snapshots';

describe('a snapshot is due', () => {
	test.for([
		[[], true],
		[['2026-11-20'], true],
		[['2026-11-21'], false],
		[['2026-11-27'], false],
		[['2026-10-01', '2026-11-22'], false],
		// A clock that was wrong once must not stop them for years.
		[['2087-01-01'], true],
		[['2026-11-22', '2087-01-01'], false]
	] as const)('with %j: %s', ([days, expected]) => {
		expect(isSnapshotDue(days, '2026-11-27')).toBe(expected);
	});

	test('never twice in seven days, whenever the dashboard is opened', () => {
		const visits = fc.array(fc.nat({ max: 400 }), { maxLength: 60 });
		fc.assert(
			fc.property(visits, (offsets) => {
				const kept: string[] = [];
				for (const offset of offsets.toSorted((a, b) => a - b)) {
					const today = new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);
					if (isSnapshotDue(kept, today)) kept.push(today);
				}
				const gaps = kept.slice(1).map((day, index) => {
					return (Date.parse(day) - Date.parse(kept[index] ?? '')) / 86_400_000;
				});
				expect(gaps.filter((days) => days < 7)).toEqual([]);
			})
		);
	});
});

test('only earlier days of the last three months are looked at for news, latest first', () => {
	const days = ['2026-06-01', '2026-09-01', '2026-11-20', '2026-11-27', '2087-01-01'];
	expect(listNewsDays(days, '2026-11-27')).toEqual(['2026-11-20', '2026-09-01']);
});

test('what networks can do comes before networks that come and go', () => {
	const before = makeSnapshot({ columns: [makeSnapshotColumn([{ poll: 'rejected' }])] });
	const after = makeSnapshot({
		columns: [
			makeSnapshotColumn([{ edit: 'full' }], {
				name: 'LINE',
				network: { key: 'line', name: 'LINE' }
			}),
			makeSnapshotColumn([{ poll: 'full' }])
		]
	});
	expect(listNews(before, after)).toEqual(['Signal polls Rejected → Full', 'LINE is new']);
	expect(listNews(before, before)).toEqual([]);
});

test.for([
	[['Signal polls Rejected → Full'], '2026-11-27', 'Since 3 October: Signal polls Rejected → Full'],
	[['One', 'two', 'three'], '2026-11-27', 'Since 3 October: One, and 2 more'],
	[['One'], '2027-01-02', 'Since 3 October 2026: One']
] as const)('%j in %s', ([lines, today, text]) => {
	expect(formatNews('2026-10-03', lines, today)).toBe(text);
});
