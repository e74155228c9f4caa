import { expect, test } from 'vitest';
import { createCounts } from '$lib/domain/overview/count-overview';
import {
	describeOverview,
	formatOverview,
	OVERVIEW,
	parseOverview,
	sortBy
} from '$lib/domain/overview/overview-view';
import {
	createRowKeeper,
	getShare,
	sortRows,
	type OverviewRow
} from '$lib/domain/overview/overview-rows';

function row(name: string, total: number, unread = 0): OverviewRow {
	const counts = { ...createCounts(), total, unread };
	return { key: name, name, detail: '', networkKey: name, counts, isLinked: true };
}

function names(rows: readonly OverviewRow[]): string {
	return rows.map(({ name }) => name).join(' ');
}

test.for([
	['total', false, 'b a c'],
	['total', true, 'a c b'],
	['unread', false, 'c a b'],
	['name', false, 'a b c'],
	['name', true, 'c b a']
] as const)('sorted by %s, reversed: %s, the rows are %s', ([key, reversed, order]) => {
	const rows = [row('b', 9), row('a', 2, 1), row('c', 2, 3)];
	expect(names(sortRows(rows, { key, reversed }))).toBe(order);
});

test('rows stay where they are while their numbers change, until another order is asked for', () => {
	const keep = createRowKeeper();
	const { sort } = OVERVIEW;
	expect(names(keep([row('a', 1), row('b', 2)], sort, 'one'))).toBe('b a');
	expect(names(keep([row('new', 9), row('a', 5), row('b', 2)], sort, 'one'))).toBe('b a new');
	expect(names(keep([row('new', 9), row('a', 5)], sort, 'one'))).toBe('a new');
	expect(names(keep([row('new', 9), row('a', 5)], sort, 'two'))).toBe('new a');
});

test('rows are sorted each time while nothing keeps them, as when the first chats load', () => {
	const keep = createRowKeeper();
	const { sort } = OVERVIEW;
	expect(names(keep([row('a', 2), row('b', 1)], sort, undefined))).toBe('a b');
	expect(names(keep([row('a', 2), row('b', 3)], sort, undefined))).toBe('b a');
	expect(names(keep([row('a', 4), row('b', 3)], sort, 'touched'))).toBe('a b');
	expect(names(keep([row('a', 4), row('b', 5)], sort, 'touched'))).toBe('a b');
	expect(names(keep([row('a', 4), row('b', 5)], sort, undefined))).toBe('b a');
});

test('a tint is the share of the row, of the column or none', () => {
	const totals = row('all', 20, 8).counts;
	const one = row('one', 10, 2);
	expect(getShare('row', 'unread', one, totals)).toBe(0.2);
	expect(getShare('column', 'unread', one, totals)).toBe(0.25);
	expect(getShare('none', 'unread', one, totals)).toBe(0);
	expect(getShare('row', 'unread', row('empty', 0), totals)).toBe(0);
	expect(getShare('column', 'muted', one, totals)).toBe(0);
});

test.for([
	['', 'Overview'],
	['by=account', 'Overview by account'],
	['share=column', 'Overview, tint by column'],
	['share=none', 'Overview, no tint'],
	['sort=-total', 'Overview, sorted by total, reversed'],
	['sort=low-priority', 'Overview, sorted by low priority'],
	['by=account&share=none&sort=-name', 'Overview by account, no tint, sorted by name, reversed']
] as const)('?%s is the address of its view, called “%s”', ([query, words]) => {
	const { view, problems } = parseOverview(query);
	expect(problems).toEqual([]);
	expect(formatOverview(view).toString()).toBe(query);
	expect(describeOverview(view)).toBe(words);
});

test('bad values are ignored with a note, and unknown keys are kept', () => {
	const { view, problems, unknown } = parseOverview(
		'by=person&sort=best&share=all&x=1&sort=-unread'
	);
	expect(view).toEqual({ ...OVERVIEW, sort: { key: 'unread', reversed: true } });
	expect(problems.map(({ key, value }) => `${key}=${value}`)).toEqual([
		'by=person',
		'share=all',
		'sort=best'
	]);
	expect(formatOverview(view, unknown).toString()).toBe('sort=-unread&x=1');
});

test('a column sorts in its own order first, then in the reverse', () => {
	const first = sortBy(OVERVIEW, 'unread');
	expect(first.sort).toEqual({ key: 'unread', reversed: false });
	expect(sortBy(first, 'unread').sort).toEqual({ key: 'unread', reversed: true });
});
