import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	COLUMN_KEYS,
	COLUMN_WIDTHS,
	formatColumnChoice,
	moveColumn,
	parseColumnChoice,
	DEFAULT_COLUMNS,
	setColumnShown,
	setColumnWidth,
	type ColumnChange
} from '$lib/domain/chat-list/column-choice';

const key = fc.constantFrom(...COLUMN_KEYS);
const change: fc.Arbitrary<ColumnChange> = fc.oneof(
	fc.tuple(key, fc.boolean()).map(
		([key, isShown]): ColumnChange =>
			(now) =>
				setColumnShown(now, key, isShown)
	),
	fc.tuple(key, fc.option(fc.double(), { nil: undefined })).map(
		([key, width]): ColumnChange =>
			(now) =>
				setColumnWidth(now, key, width)
	),
	fc.tuple(key, fc.constantFrom(-1, 1)).map(
		([key, by]): ColumnChange =>
			(now) =>
				moveColumn(now, key, by)
	)
);

test('whatever is changed, what is kept says the same when it is read', () => {
	fc.assert(
		fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
			const choice = changes.reduce((now, change) => change(now), DEFAULT_COLUMNS);
			expect(parseColumnChoice(formatColumnChoice(choice))).toEqual(choice);
		})
	);
});

test('whatever was kept, every column is there once and the title is never hidden', () => {
	const odd = fc.record(
		{
			order: fc.oneof(fc.array(fc.oneof(key, fc.jsonValue())), fc.jsonValue()),
			shown: fc.oneof(fc.dictionary(key, fc.oneof(fc.boolean(), fc.string())), fc.jsonValue()),
			widths: fc.oneof(fc.dictionary(key, fc.oneof(fc.double(), fc.string())), fc.jsonValue())
		},
		{ requiredKeys: [] }
	);
	const text = fc.oneof(
		fc.string(),
		fc.json(),
		odd.map((value) => JSON.stringify(value))
	);
	fc.assert(
		fc.property(text, (text) => {
			const { order, shown, widths } = parseColumnChoice(text);
			expect([...order].sort()).toEqual([...COLUMN_KEYS].sort());
			expect(shown.title).toBeUndefined();
			for (const width of Object.values(widths)) {
				expect(width).toBeGreaterThanOrEqual(COLUMN_WIDTHS.least);
				expect(width).toBeLessThanOrEqual(COLUMN_WIDTHS.most);
			}
		})
	);
});

test.each([null, '', 'null', '[]', '{', '{"order":7,"shown":[true],"widths":{"network":"1"}}'])(
	'%j is the usual columns',
	(text) => expect(parseColumnChoice(text)).toEqual(DEFAULT_COLUMNS)
);

test('a column that an older version did not know stands behind its usual neighbour', () => {
	const { order } = parseColumnChoice(
		'{"order":["activity","title","network","nonsense","title"]}'
	);
	expect(order.slice(0, 2)).toEqual(['activity', 'title']);
	expect(order.indexOf('account')).toBe(order.indexOf('network') + 1);
	expect(order.indexOf('preview')).toBe(order.indexOf('title') + 1);
});

test('a column moves by one place, and stays at the ends', () => {
	const choice = moveColumn(DEFAULT_COLUMNS, 'preview', -1);
	expect(choice.order.slice(0, 3)).toEqual(['preview', 'title', 'labels']);
	expect(moveColumn(choice, 'preview', 1)).toEqual(DEFAULT_COLUMNS);
	expect(moveColumn(DEFAULT_COLUMNS, 'title', -1)).toBe(DEFAULT_COLUMNS);
	expect(moveColumn(DEFAULT_COLUMNS, 'activity', 1)).toBe(DEFAULT_COLUMNS);
});

test('the choice of a version that had neither labels nor the message beside the title still reads', () => {
	const order = ['network', 'account', 'title', 'preview', 'draft', 'participants'];
	const rest = ['unread', 'flags', 'reminder', 'activity'];
	const shown = { participants: false, preview: true };
	const choice = parseColumnChoice(JSON.stringify({ order: [...order, ...rest], shown }));
	expect(choice.order).toEqual([
		...['network', 'account', 'title', 'preview', 'labels', 'draft', 'participants'],
		...rest
	]);
	expect(choice.shown).toEqual(shown);
});
