import { describe, expect, test } from 'vitest';
import { buildRows } from '$lib/domain/capabilities/build-rows';
import { readValue } from '$lib/domain/capabilities/value';
import { getFullName, SECTIONS, type CapabilityRow } from '$lib/domain/capabilities/row';
import { EVERYTHING, makeAttachment } from '../../../fixtures/capabilities';

/** Every leaf with its place, found without the code under test. */
function listLeaves(value: unknown, path: readonly string[] = []): [string, unknown][] {
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		return [[path.join('.'), value]];
	return Object.entries(value).flatMap(([key, inner]) => listLeaves(inner, [...path, key]));
}

function find(rows: readonly CapabilityRow[], path: string): CapabilityRow | undefined {
	return rows.find((row) => row.path === path);
}

const rows = buildRows([EVERYTHING]);
const { other, ...documented } = EVERYTHING;

describe('every field of the API has exactly one row', () => {
	test.for([...listLeaves(documented), ...Object.entries<unknown>(other)])(
		'%s',
		([path, value]) => {
			const places = [path, path.replace(/^(state\.\w+)\.level$/, '$1')];
			const found = rows.filter((row) => places.includes(row.path));
			expect(found).toHaveLength(1);
			const reading = readValue(EVERYTHING, found[0]?.path ?? '');
			expect(Object.values(reading)).toContainEqual(value);
		}
	);

	test('and no two rows are the same', () => {
		expect(new Set(rows.map(({ path }) => path)).size).toBe(rows.length);
		const names = rows.map((row) => `${row.section}/${row.part ?? ''}/${row.name}`);
		expect(new Set(names).size).toBe(rows.length);
	});
});

test('sections follow one another in their order', () => {
	const order = rows.map(({ section }) => SECTIONS.indexOf(section));
	expect(order).toEqual(order.toSorted((a, b) => a - b));
});

test('types of attachment follow one another', () => {
	const parts = rows.flatMap(({ part }) => part ?? []);
	const changes = parts.filter((part, index) => part !== parts[index - 1]);
	expect(changes).toEqual([
		...['Image', 'Video', 'Audio', 'File', 'Voice note', 'GIF', 'Sticker'],
		'org.example.hologram'
	]);
});

test('without any chat there is a row for all that is documented, and none for MIME types', () => {
	const paths = buildRows([]).map(({ path }) => path);
	expect(paths).toContain('editMaxAge');
	expect(paths).toContain('formatting.bold');
	expect(paths).toContain('attachments.m.sticker.maxSize');
	expect(paths.filter((path) => path.includes('mimeTypes'))).toEqual([]);
});

test('what several chats report is gathered, exact MIME types before patterns', () => {
	const gathered = buildRows([
		{
			attachments: {
				'm.image': makeAttachment({ mimeTypes: { '*/*': 'full', 'image/*': 'full' } })
			}
		},
		{ attachments: { 'm.image': makeAttachment({ mimeTypes: { 'image/png': 'full' } }) } }
	]);
	expect(gathered.filter(({ path }) => path.includes('mimeTypes')).map(({ name }) => name)).toEqual(
		['image/png', 'Other image types (image/*)', 'Any other type (*/*)']
	);
});

test('every limit of something that can be refused names the row of its level', () => {
	const without = rows.filter(({ kind, levelPath }) => kind === 'limit' && levelPath === undefined);
	expect(without.map(({ path }) => path)).toEqual(['maxTextLength']);
	const named = rows.flatMap(({ levelPath }) => levelPath ?? []);
	expect(named.filter((path) => find(rows, path)?.kind !== 'level')).toEqual([]);
});

test.for([
	['edit', 'Edit'],
	['attachments.m.image', 'Image'],
	['attachments.m.image.maxSize', 'Image: size'],
	['attachments.org.matrix.msc3245.voice.maxCaptionLength', 'Voice note: caption length'],
	['attachments.fi.mau.gif.mimeTypes.audio/ogg; codecs=opus', 'GIF: audio/ogg; codecs=opus'],
	['formatting.code_block.syntax_highlighting', 'Syntax highlighting'],
	['formatting.glitter', 'Glitter'],
	['stories', 'Stories'],
	['state.theme.level', 'State: theme level'],
	['attachments.m.image.maxPages', 'Image: max pages']
] as const)('%s is called "%s"', ([path, name]) => {
	const row = find(rows, path);
	expect(row && getFullName(row)).toBe(name);
});
