import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLUMNS } from '$lib/components/chat-grid/column-definitions';
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

test('default columns are hidden when there is no room for them', () => {
	expect(keysAt(1200)).toEqual([
		...['network', 'title', 'preview', 'participants', 'unread', 'flags', 'activity']
	]);
	expect(keysAt(800)).toEqual(['network', 'title', 'participants', 'unread', 'flags', 'activity']);
	expect(keysAt(600)).toEqual(['network', 'title', 'unread', 'flags', 'activity']);
});

test('in a narrow window default columns are hidden before chosen ones', () => {
	const choice = setColumnShown(DEFAULT_COLUMNS, 'preview', true);
	expect(keysAt(700, choice)).toContain('preview');
	const all = COLUMN_KEYS.reduce((now, key) => setColumnShown(now, key, key !== 'flags'), choice);
	const keys = keysAt(600, setColumnShown(all, 'network', true));
	expect(keys).toContain('title');
	expect(keys).toContain('activity');
	const some = setColumnShown(setColumnShown(choice, 'draft', true), 'account', true);
	expect(keysAt(650, some)).toEqual(['account', 'title', 'preview', 'draft', 'activity']);
});

test('hidden columns go, moved ones move, and a width is a width', () => {
	const choice = setColumnWidth(
		moveColumn(setColumnShown(DEFAULT_COLUMNS, 'flags', false), 'activity', -1),
		'network',
		200
	);
	expect(keysAt(800, choice)).toEqual(['network', 'title', 'participants', 'unread', 'activity']);
	expect(columnAt(800, 'network', choice)).toMatchObject({
		track: 'minmax(88px, 200px)',
		edge: 'end'
	});
	expect(columnAt(800, 'unread', choice)).toMatchObject({ edge: 'start' });
});

test('a column cannot be narrower than what can be read', () => {
	const choice = setColumnWidth(DEFAULT_COLUMNS, 'network', 48);
	expect(columnAt(800, 'network', choice)?.track).toBe('minmax(88px, 88px)');
});

test('compact rows and cards have fixed columns', () => {
	const choice = setColumnShown(DEFAULT_COLUMNS, 'draft', true);
	expect(getGridLayout('table', 599, choice)).toEqual(getGridLayout('table', 599));
	expect(getGridLayout('cards', 1200, choice)).toEqual(getGridLayout('cards', 1200));
});

test('every column has a name of its own', () => {
	const names = COLUMN_KEYS.map((key) => COLUMNS[key].name);
	expect(new Set(names).size).toBe(names.length);
});
