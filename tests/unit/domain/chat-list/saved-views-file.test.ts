import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	COLUMN_KEYS,
	COLUMN_WIDTHS,
	DEFAULT_COLUMNS,
	moveColumn,
	setColumnShown,
	setColumnWidth
} from '$lib/domain/chat-list/column-choice';
import { addViews, cleanViewName, cleanQuery, MAX_VIEWS } from '$lib/domain/chat-list/saved-views';
import {
	MAX_DOCUMENT,
	readSavedViews,
	writeSavedViews
} from '$lib/domain/chat-list/saved-views-file';
import { formatView } from '$lib/domain/chat-list/view-url';
import { hostileText } from '../../../fixtures/hostile';
import { anyView } from './arbitrary';

function document(views: unknown, version: unknown = 1) {
	return JSON.stringify({ format: 'beeper-dashboard-views', version, views });
}

const anyColumns = fc
	.tuple(fc.constantFrom(...COLUMN_KEYS), fc.boolean(), fc.integer())
	.map(([key, isShown, width]) =>
		setColumnWidth(setColumnShown(moveColumn(DEFAULT_COLUMNS, key, 1), key, isShown), key, width)
	);

const anySaved = fc
	.array(
		fc.record({
			name: hostileText(),
			view: anyView,
			path: fc.constantFrom('/overview', '/capabilities', undefined),
			columns: fc.option(anyColumns, { nil: undefined }),
			notifies: fc.constantFrom(true, undefined)
		}),
		{
			maxLength: 6
		}
	)
	.map((entries) =>
		entries.flatMap(({ name, view, path, columns, notifies }) => {
			const cleaned = { name: cleanViewName(name), query: cleanQuery(formatView(view).toString()) };
			const { name: kept, query } = cleaned;
			const rest = path ? { path } : { ...(columns && { columns }), ...(notifies && { notifies }) };
			return kept === undefined || query === undefined ? [] : [{ name: kept, query, ...rest }];
		})
	)
	.map((views) => addViews([], views));

test('what is written is read the same', () => {
	fc.assert(
		fc.property(anySaved, (views) => {
			expect(readSavedViews(writeSavedViews(views))).toEqual({ views, leftOut: 0 });
		})
	);
});

test.for([null, 'wide', 7, [], undefined])('columns stored as %j are none', (columns) => {
	const { views } = readSavedViews(document([{ name: 'Work', query: '', columns }]));
	expect(views).toEqual([{ name: 'Work', query: '' }]);
});

test('of stored columns the parts that mean nothing are ignored', () => {
	const hostile = {
		order: ['activity', 'evil', 7, 'activity'],
		shown: { title: false, draft: true, evil: true, unread: 'yes' },
		widths: { network: 1e9, draft: '9', flags: null }
	};
	const [view] = readSavedViews(document([{ name: 'Work', query: '', columns: hostile }])).views;
	expect(view?.columns?.shown).toEqual({ draft: true });
	expect(view?.columns?.widths).toEqual({ network: COLUMN_WIDTHS.most });
	expect([...(view?.columns?.order ?? [])].sort()).toEqual([...COLUMN_KEYS].sort());
});

test('a view of the capabilities has no columns of its own', () => {
	const entry = { name: 'Polls', path: '/capabilities', query: '', columns: {} };
	expect(readSavedViews(document([entry], 2)).views).toEqual([
		{ name: 'Polls', path: '/capabilities', query: '' }
	]);
});

test('what was exported and is imported where it is already changes nothing', () => {
	fc.assert(
		fc.property(anySaved, (views) => {
			expect(addViews(views, readSavedViews(writeSavedViews(views)).views)).toEqual(views);
		})
	);
});

test.for([
	['', 'foreign'],
	['{', 'foreign'],
	['null', 'foreign'],
	['[]', 'foreign'],
	['"beeper-dashboard-views"', 'foreign'],
	['{"views":[]}', 'foreign'],
	['{"format":"something else","version":1,"views":[]}', 'foreign'],
	[document([], '1'), 'foreign'],
	[document({ length: 3 }), 'foreign'],
	[document([], 3), 'newer'],
	[' '.repeat(MAX_DOCUMENT + 1), 'too-long'],
	['['.repeat(MAX_DOCUMENT), 'foreign']
] as const)('%.50j is no document of saved views', ([text, failure]) => {
	expect(readSavedViews(text)).toEqual({ views: [], leftOut: 0, failure });
});

test('entries that are no views are left out and counted, the others are read', () => {
	const good = { name: ' Work ', query: '?unread=yes', colour: 'red' };
	const bad = [null, 7, 'Work', [], {}, { name: 'x' }, { name: '', query: '' }];
	const elsewhere = ['//evil.example', '/nowhere', 7].map((path) => ({
		name: 'x',
		query: '',
		path
	}));
	const worse = [
		{ name: 'x', query: 7 },
		{ name: 'x'.repeat(99), query: '' }
	];
	const long = { name: 'x', query: 'q'.repeat(9_999) };
	expect(readSavedViews(document([...bad, ...elsewhere, good, ...worse, long]))).toEqual({
		views: [{ name: 'Work', query: 'unread=yes' }],
		leftOut: 13
	});
});

test('views of chats alone stay readable for older versions', () => {
	const chats = { name: 'Work', query: 'unread=yes' };
	const table = { name: 'Polls', path: '/capabilities', query: 'q=polls' } as const;
	expect(JSON.parse(writeSavedViews([chats]))).toMatchObject({ version: 1, views: [chats] });
	expect(JSON.parse(writeSavedViews([chats, table]))).toMatchObject({
		version: 2,
		views: [chats, table]
	});
});

test('of two with one name the later gets a number', () => {
	const entries = [
		{ name: 'Work', query: 'unread=yes' },
		{ name: 'Work', query: 'pinned=yes' }
	];
	const { views } = readSavedViews(document(entries));
	expect(views.map(({ name }) => name)).toEqual(['Work', 'Work (2)']);
});

test('no more are read than there may be', () => {
	const entries = Array.from({ length: 20_000 }, (_, at) => ({ name: 'Same', query: `q=${at}` }));
	const { views, leftOut } = readSavedViews(document(entries));
	expect([views.length, leftOut]).toEqual([MAX_VIEWS, 20_000 - MAX_VIEWS]);
});

test('whatever the entries are, what is read are clean views', () => {
	const anyEntry = fc.oneof(
		fc.jsonValue(),
		fc.record({ name: fc.oneof(hostileText(), fc.nat()), query: hostileText() })
	);
	fc.assert(
		fc.property(fc.array(anyEntry), (entries) => {
			const { views, leftOut, failure } = readSavedViews(document(entries));
			expect(failure).toBeUndefined();
			expect(views.length + leftOut).toBeLessThanOrEqual(entries.length);
			expect(views.map(({ name }) => cleanViewName(name))).toEqual(views.map(({ name }) => name));
			expect(views.map(({ query }) => cleanQuery(query))).toEqual(views.map(({ query }) => query));
		})
	);
});
