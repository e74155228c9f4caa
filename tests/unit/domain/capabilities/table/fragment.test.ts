import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toFragment, parseFragment } from '$lib/domain/capabilities/table/fragment';

const COLUMNS = ['signal', 'slackgo', 'slackgo.T1', 'whatsapp:group', 'title'].map((key) => ({
	key
}));
const PATHS = new Set([
	'edit',
	'state',
	'state.title',
	'attachments.m.image',
	'attachments.m.image.mimeTypes.image/*',
	'attachments.org.matrix.msc3245.voice.maxSize'
]);

describe('the words behind #', () => {
	test.for([
		['edit', { path: 'edit' }],
		['edit.signal', { path: 'edit', columnKey: 'signal' }],
		['attachments.m.image', { path: 'attachments.m.image' }],
		[
			'attachments.m.image.whatsapp:group',
			{ path: 'attachments.m.image', columnKey: 'whatsapp:group' }
		],
		['edit.slackgo.T1', { path: 'edit', columnKey: 'slackgo.T1' }],
		// Read as the row, though it could be the cell `state` of a column `title`.
		['state.title', { path: 'state.title' }],
		['state.title.title', { path: 'state.title', columnKey: 'title' }],
		['signal', { path: 'signal' }],
		['', { path: '' }]
	] as const)('%s', ([fragment, target]) => {
		expect(parseFragment(fragment, COLUMNS, PATHS)).toEqual(target);
	});

	test('a column that is gone leaves a row that is not there either', () => {
		expect(parseFragment('edit.myspace', COLUMNS, PATHS)).toEqual({ path: 'edit.myspace' });
	});

	test('lead back to every cell whose row and column are here', () => {
		const key = fc.string({ unit: 'grapheme', minLength: 1 });
		fc.assert(
			fc.property(
				fc.constantFrom(...PATHS),
				fc.uniqueArray(key, { minLength: 1 }),
				(path, keys) => {
					const columns = keys.map((one) => ({ key: one }));
					const columnKey = keys[0] ?? '';
					const fragment = toFragment(path, columnKey);
					fc.pre(!PATHS.has(fragment));
					const target = parseFragment(fragment, columns, PATHS);
					expect(toFragment(target.path, target.columnKey)).toBe(fragment);
					expect(PATHS.has(target.path) && keys.includes(target.columnKey ?? '')).toBe(true);
				}
			)
		);
	});
});
