import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	addViews,
	changeColumns,
	cleanViewName,
	cleanQuery,
	MAX_NAME,
	MAX_QUERY,
	MAX_VIEWS,
	moveView,
	removeView,
	renameView,
	setNotifies,
	isSameView,
	normalizeQuery,
	toViewAddress,
	saveView,
	type SavedView
} from '$lib/domain/chat-list/saved-views';
import {
	DEFAULT_COLUMNS,
	setColumnShown,
	type ColumnChoice
} from '$lib/domain/chat-list/column-choice';
import { formatView } from '$lib/domain/chat-list/view-url';
import { hostileText } from '../../../fixtures/hostile';
import { anyView } from './arbitrary';

const [work, home, news]: [SavedView, SavedView, SavedView] = [
	{ name: 'Work', query: 'network=slack' },
	{ name: 'Home', query: 'network=signal' },
	{ name: 'News', query: 'unread=yes' }
];
const all = [work, home, news];
const full = Array.from({ length: MAX_VIEWS }, (_, at) => ({ name: `View ${at}`, query: '' }));

function listViewNames(views: readonly SavedView[]) {
	return views.map(({ name }) => name);
}

test.for([
	['  two \n words\t', 'two words'],
	['e\u0301', 'é'],
	['a\u0000b', 'a b'],
	['half \ud83d pair', 'half pair'],
	['👨‍👩‍👧', '👨‍👩‍👧'],
	['', undefined],
	[' \u200b\u2060 ', undefined],
	['x'.repeat(MAX_NAME), 'x'.repeat(MAX_NAME)],
	['x'.repeat(MAX_NAME + 1), undefined]
])('the name %j is %j', ([text = '', name]) => {
	expect(cleanViewName(text)).toBe(name);
});

test('cleaning once is enough', () => {
	fc.assert(
		fc.property(hostileText(), (text) => {
			const [name, query] = [cleanViewName(text), cleanQuery(text)];
			if (name !== undefined) expect(cleanViewName(name)).toBe(name);
			if (query !== undefined) expect(cleanQuery(query)).toBe(query);
		})
	);
});

test('whatever a query says, the page stays the chats of this dashboard', () => {
	const anywhere = fc.constantFrom('//evil.example', 'https://evil.example/', '#', '/../', '\\\\');
	fc.assert(
		fc.property(fc.array(fc.oneof(anywhere, hostileText())), (pieces) => {
			const { href } = new URL(`/chats?${cleanQuery(pieces.join('')) ?? ''}`, 'http://here.test');
			expect(new URL(href)).toMatchObject({ host: 'here.test', pathname: '/chats', hash: '' });
		})
	);
});

test('a query keeps unknown keys and values', () => {
	expect(cleanQuery('?muted=maybe&theirs=1&unread=yes&theirs=2')).toBe(
		'muted=maybe&theirs=1&unread=yes&theirs=2'
	);
});

test('a query that is too long for any address is none', () => {
	expect(cleanQuery(`q=${'x'.repeat(MAX_QUERY)}`)).toBeUndefined();
});

test('the query of a view is the same however often it is cleaned or read', () => {
	fc.assert(
		fc.property(anyView, (view) => {
			const query = formatView(view, [['theirs', '1']]).toString();
			expect(normalizeQuery(cleanQuery(query) ?? '')).toBe(query);
		})
	);
});

test('queries that say the same in another order are of one view', () => {
	expect(normalizeQuery('unread=yes&archived=no')).toBe(
		normalizeQuery('archived=no&unread=yes&sort=activity')
	);
	expect(normalizeQuery('unread=yes&theirs=1')).not.toBe(normalizeQuery('unread=yes'));
});

test('views of two pages differ, even when their queries are equal', () => {
	const polls = { path: '/capabilities', query: 'q=polls' } as const;
	expect(isSameView(polls, { query: 'q=polls' })).toBe(false);
	expect(isSameView(polls, { path: '/capabilities', query: 'fold=bogus&q=polls' })).toBe(true);
	expect([polls, { query: '' }].map(toViewAddress)).toEqual(['/capabilities?q=polls', '/chats']);
	const accounts = { path: '/overview', query: 'by=account' } as const;
	expect(isSameView(accounts, { path: '/overview', query: 'share=row&by=account' })).toBe(true);
	expect(isSameView(accounts, { path: '/overview', query: '' })).toBe(false);
	expect(toViewAddress(accounts)).toBe('/overview?by=account');
});

test('a saved view comes last, or takes the place of the one with its name', () => {
	const other = { name: 'Work', query: 'pinned=yes' };
	expect(saveView([work, home], news)).toEqual(all);
	expect(saveView(all, other)).toEqual([other, home, news]);
});

test('without room none is saved, but one that is there is still changed', () => {
	const changed = { name: 'View 7', query: 'unread=yes' };
	expect(saveView(full, work)).toEqual(full);
	expect(saveView(full, changed)).toContainEqual(changed);
});

test('only a view that has columns changes them, and keeps them when it is renamed or silenced', () => {
	const views = [work, { ...home, columns: DEFAULT_COLUMNS, notifies: true as const }];
	function narrow(now: ColumnChoice) {
		return setColumnShown(now, 'network', false);
	}
	expect(changeColumns(views, 'Work', narrow)).toEqual(views);
	const changed = renameView(changeColumns(views, 'Home', narrow), 'Home', 'Family');
	const columns = narrow(DEFAULT_COLUMNS);
	expect(changed[1]).toEqual({ ...home, name: 'Family', columns, notifies: true });
	expect(setNotifies(changed, 'Family', false)[1]).toEqual({ ...home, name: 'Family', columns });
});

test('a view is renamed where it stands, unless the name is taken', () => {
	expect(listViewNames(renameView(all, 'Home', 'Family'))).toEqual(['Work', 'Family', 'News']);
	expect(renameView(all, 'Home', 'Work')).toEqual(all);
	expect(renameView(all, 'Nobody', 'Somebody')).toEqual(all);
});

test.for([
	['Work', 1, ['Home', 'Work', 'News']],
	['News', -1, ['Work', 'News', 'Home']],
	['Work', -1, ['Work', 'Home', 'News']],
	['News', 1, ['Work', 'Home', 'News']],
	['Work', 9, ['Home', 'News', 'Work']],
	['Nobody', 1, ['Work', 'Home', 'News']]
] as const)('“%s” moved by %i', ([name, by, names]) => {
	expect(listViewNames(moveView(all, name, by))).toEqual(names);
});

test('even the last of as many as there may be is moved', () => {
	expect(listViewNames(moveView(full, `View ${MAX_VIEWS - 1}`, -1)).at(-1)).toBe(
		`View ${MAX_VIEWS - 2}`
	);
});

test('what was removed is put back where it was', () => {
	expect(addViews(removeView(all, 'Home'), [home], 1)).toEqual(all);
});

test('added views come after each other, from the place on', () => {
	expect(listViewNames(addViews([work], [home, news], 0))).toEqual(['Home', 'News', 'Work']);
});

test('one whose name is taken gets a number, and one that is there is not added again', () => {
	const other = { name: 'Work', query: 'pinned=yes' };
	const third = { name: 'Work', query: 'muted=yes' };
	const added = addViews(all, [work, other, third]);
	expect(listViewNames(added)).toEqual(['Work', 'Home', 'News', 'Work (2)', 'Work (3)']);
	expect(addViews(added, [work, other, third])).toEqual(added);
});

test('a number has room in the longest name', () => {
	const name = 'x'.repeat(MAX_NAME);
	const added = addViews([{ name, query: '' }], [{ name, query: 'unread=yes' }]);
	expect(listViewNames(added).map(cleanViewName)).toEqual([
		name,
		`${'x'.repeat(MAX_NAME - 4)} (2)`
	]);
});
