// @vitest-environment node
// Files of jsdom cannot be read.
import { expect, test, vi } from 'vitest';
import { inspectFile } from '$lib/components/capability-check/inspect-file';
import type { Measures } from '$lib/components/capability-check/measure-file';

const PNG = new Uint8Array([
	0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 3,
	0, 0, 0, 2, 8, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x49, 0x44, 0x41, 0x54
]);

function measuring(measures: Measures) {
	return () => Promise.resolve(measures);
}

test('a file has the type of its bytes, whatever its name', async () => {
	const file = new File([PNG], 'a.txt', { type: 'text/plain' });
	expect(await inspectFile(file, measuring({ width: 3, height: 2 }))).toEqual({
		facts: { name: 'a.txt', mimeType: 'image/png', size: PNG.length, width: 3, height: 2 },
		remarks: []
	});
});

test('of a huge file only the beginning is read to detect its type', async () => {
	const file = new File([PNG], 'a.png');
	Object.defineProperty(file, 'size', { value: 3e9 });
	const slice = vi.spyOn(file, 'slice');
	const read = await inspectFile(file, measuring({}));
	expect(read?.facts.size).toBe(3e9);
	expect(slice.mock.calls).toEqual([[0, 65_536]]);
});

test.for([
	['an empty file', '', 'image/jpeg', {}, 'Empty file. Many networks refuse those.'],
	['a file of no known type', 'words', '', {}, 'Type unknown: checked as a plain file.'],
	[
		'a broken picture',
		'words',
		'image/jpeg',
		{},
		'Width and height unknown, not checked: this browser can’t show it.'
	],
	[
		'a film that cannot be played',
		'words',
		'video/mp4',
		{ width: 1, height: 1 },
		'Duration unknown, not checked: this browser can’t measure it.'
	]
] as const)('%s is said to be one', async ([, words, type, measures, remark]) => {
	const read = await inspectFile(new File([words], 'a', { type }), measuring(measures));
	expect(read?.remarks).toEqual([remark]);
});

test('an unreadable file, such as a folder, gives null', async () => {
	const folder = new File([], 'folder');
	vi.spyOn(folder, 'slice').mockReturnValue(
		Object.assign(new Blob(), {
			arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError'))
		})
	);
	expect(await inspectFile(folder, measuring({}))).toBeNull();
});
