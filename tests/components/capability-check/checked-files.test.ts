import { expect, test } from 'vitest';
import { CheckedFiles, MAX_FILES } from '$lib/components/capability-check/checked-files.svelte';

function reading(log: string[] = []) {
	return async (file: File) => {
		log.push(`${file.name} begins`);
		await Promise.resolve();
		log.push(`${file.name} ends`);
		const { name, size } = file;
		return name === 'folder' ? null : { facts: { name, size, mimeType: 'a/b' }, remarks: [] };
	};
}

function files(...names: readonly string[]): File[] {
	return names.map((name) => new File([], name));
}

test('files are read one after the other', async () => {
	const log: string[] = [];
	const checked = new CheckedFiles(reading(log));
	await Promise.all([checked.add(files('a', 'b')), checked.add(files('c'))]);
	expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
	expect(checked.facts.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
});

test('an unreadable file stays in the list and is not checked', async () => {
	const checked = new CheckedFiles(reading());
	await checked.add(files('folder', 'a'));
	expect(checked.all.map(({ phase }) => phase.name)).toEqual(['unreadable', 'ready']);
	expect(checked.facts).toHaveLength(1);
});

test('a file that was removed before its turn is not read', async () => {
	const log: string[] = [];
	const checked = new CheckedFiles(reading(log));
	const done = checked.add(files('a', 'b'));
	checked.remove(checked.all[1]?.id ?? 0);
	await done;
	expect(log).toEqual(['a begins', 'a ends']);
	expect(checked.all).toHaveLength(1);
});

test('files over the limit are left out and counted', async () => {
	const checked = new CheckedFiles(reading());
	await checked.add(files(...Array.from({ length: MAX_FILES + 3 }, (_, place) => `${place}`)));
	expect([checked.all.length, checked.leftOut]).toEqual([MAX_FILES, 3]);
	checked.remove(checked.all[0]?.id ?? 0);
	expect(checked.leftOut).toBe(0);
});
