import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLUMNS, findSilentColumns } from '$lib/components/chat-grid/column-definitions';
import { getGridLayout } from '$lib/components/chat-grid/grid-layout';
import {
	COLUMN_KEYS,
	moveColumn,
	DEFAULT_COLUMNS,
	setColumnShown,
	setColumnWidth,
	type ColumnChoice
} from '$lib/domain/chat-list/column-choice';

function keysAt(width: number, choice: ColumnChoice = DEFAULT_COLUMNS) {
	return getGridLayout('table', width, choice).columns.map(({ key }) => key);
}

function columnAt(width: number, key: string, choice: ColumnChoice) {
	return getGridLayout('table', width, choice).columns.find((column) => column.key === key);
}

const wanting = fc
	.record({
		shown: fc.dictionary(fc.constantFrom(...COLUMN_KEYS), fc.boolean()),
		widths: fc.dictionary(fc.constantFrom(...COLUMN_KEYS), fc.integer({ min: 48, max: 960 })),
		order: fc.shuffledSubarray([...COLUMN_KEYS], { minLength: COLUMN_KEYS.length })
	})
	.map(({ shown, ...choice }) => ({ ...choice, shown: { ...shown, title: true } }));

test('for any choice all columns fit, include the title, and one takes the remaining width', () => {
	fc.assert(
		fc.property(wanting, fc.integer({ min: 600, max: 2000 }), (choice, width) => {
			const { columns } = getGridLayout('table', width, choice);
			const least = columns.reduce((sum, column) => sum + column.least, 0);
			expect(least + 16 * (columns.length - 1) + 48).toBeLessThanOrEqual(width);
			expect(columns.map(({ key }) => key)).toContain('title');
			const rest = columns.filter(({ edge }) => !edge);
			expect(rest).toHaveLength(1);
			expect(rest[0]?.track).toContain('fr');
			const place = columns.findIndex(({ edge }) => !edge);
			expect(columns.map(({ edge }) => edge)).toEqual(
				columns.map((_, at) => (at === place ? undefined : at < place ? 'end' : 'start'))
			);
		})
	);
});

test('in a narrower grid people go first, then the account, the name of the network and the flags', () => {
	expect(keysAt(1200)).toEqual([
		...['title', 'network', 'account', 'participants', 'unread', 'flags', 'activity']
	]);
	expect(keysAt(1100)).toEqual(['title', 'network', 'account', 'unread', 'flags', 'activity']);
	expect(keysAt(950)).toEqual(['title', 'network', 'unread', 'flags', 'activity']);
	expect(keysAt(640)).toEqual(['title', 'unread', 'flags', 'activity']);
	const reminders = setColumnShown(DEFAULT_COLUMNS, 'reminder', true);
	expect(keysAt(600, reminders)).toEqual(['title', 'unread', 'reminder', 'activity']);
});

test('the message and the labels stand beside the title, unless they have columns of their own', () => {
	expect(columnAt(640, 'title', DEFAULT_COLUMNS)).toMatchObject({
		least: 240,
		also: new Set(['preview', 'labels'])
	});
	const apart = setColumnShown(DEFAULT_COLUMNS, 'preview', true);
	expect(columnAt(800, 'title', apart)).toMatchObject({ least: 144, also: new Set(['labels']) });
	expect(columnAt(800, 'preview', apart)?.track).toContain('fr');
});

test('columns that say nothing new are left out, unless they are turned on', () => {
	const silent = findSilentColumns('account', true);
	function keysWithout(choice: ColumnChoice) {
		return getGridLayout('table', 1200, choice, silent).columns.map(({ key }) => key);
	}
	expect(keysWithout(DEFAULT_COLUMNS)).toEqual([
		...['title', 'participants', 'unread', 'flags', 'activity']
	]);
	expect(keysWithout(setColumnShown(DEFAULT_COLUMNS, 'account', true))).toContain('account');
	expect(findSilentColumns('network', false)).toEqual(['network', 'account']);
	expect(findSilentColumns('day', true)).toEqual([]);
	expect(findSilentColumns(undefined, false)).toEqual(['account']);
});

test('in a narrow window default columns are hidden before chosen ones', () => {
	const all = COLUMN_KEYS.reduce((now, key) => setColumnShown(now, key, true), DEFAULT_COLUMNS);
	const keys = keysAt(600, setColumnShown(all, 'flags', false));
	expect(keys).toContain('title');
	expect(keys).toContain('activity');
	const choice = setColumnShown(setColumnShown(DEFAULT_COLUMNS, 'draft', true), 'account', true);
	expect(keysAt(600, choice)).toEqual(['title', 'draft', 'account', 'activity']);
});

test('hidden columns go, moved ones move, and a width is a width', () => {
	const choice = setColumnWidth(
		moveColumn(setColumnShown(DEFAULT_COLUMNS, 'flags', false), 'activity', -1),
		'network',
		200
	);
	expect(keysAt(950, choice)).toEqual(['title', 'network', 'unread', 'activity']);
	expect(columnAt(950, 'network', choice)).toMatchObject({
		track: 'minmax(88px, 200px)',
		edge: 'start'
	});
	expect(columnAt(950, 'network', moveColumn(choice, 'title', 8))).toMatchObject({ edge: 'end' });
});

test('a column cannot be narrower than what can be read', () => {
	const choice = setColumnWidth(DEFAULT_COLUMNS, 'network', 48);
	expect(columnAt(950, 'network', choice)?.track).toBe('minmax(88px, 88px)');
});

test('compact rows and cards have fixed columns', () => {
	const choice = setColumnShown(DEFAULT_COLUMNS, 'draft', true);
	expect(getGridLayout('table', 599, choice)).toEqual(getGridLayout('table', 599));
	expect(getGridLayout('cards', 1200, choice)).toEqual(getGridLayout('cards', 1200));
});

test('compact rows show the reminder in place of the last activity, where it is asked for', () => {
	const choice = setColumnShown(DEFAULT_COLUMNS, 'reminder', true);
	const { columns } = getGridLayout('table', 599, choice);
	expect(columns.map(({ key, name, sort }) => [key, name, sort])).toEqual([
		['title', 'Title', 'title'],
		['reminder', 'Reminder', 'reminder']
	]);
});

test('every column has a name of its own', () => {
	const names = COLUMN_KEYS.map((key) => COLUMNS[key].name);
	expect(new Set(names).size).toBe(names.length);
});
