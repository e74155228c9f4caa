import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { KEY_BINDINGS, formatKey } from '$lib/domain/keys';
import { FLAGS, GROUPINGS, LAYOUTS, SORT_KEYS } from '$lib/domain/chat-list/view';

const README = readFileSync('README.md', 'utf8');
const SCRIPTS: unknown = JSON.parse(readFileSync('package.json', 'utf8')).scripts;

/** The row of a README table whose first cell contains this word. */
function findReadmeRow(word: string): string {
	const lines = README.split('\n').filter((line) => line.startsWith('|'));
	return lines.find((line) => line.split('|')[1]?.includes(`\`${word}\``)) ?? '';
}

describe('the README', () => {
	test('names every folder of the library, and no other', () => {
		const drawn = [...README.matchAll(/^ {4}(\w+)\/ /gm)].map(([, folder]) => folder);
		const folders = readdirSync('src/lib', { withFileTypes: true }).filter((entry) =>
			entry.isDirectory()
		);
		expect(drawn.sort()).toEqual(folders.map(({ name }) => name).sort());
	});

	test('names only files that there are where it says how the project is built', () => {
		const [, chapter = ''] = README.split("### How it's built");
		const named = [...chapter.matchAll(/`((?!\$)[\w-]+(?:\/[\w.+-]+)+)`/g)].map(([, path]) => path);
		const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((file) =>
			`/src/${file}`.replace(/(\.svelte)?\.ts$|\.svelte$/, '')
		);
		const paths = named.map((path = '') => path.replace(/(\.svelte)?\.ts$|\.svelte$/, ''));
		expect(paths).toContain('state/inbox');
		expect(paths.filter((path) => !files.some((file) => file.endsWith(`/${path}`)))).toEqual([]);
	});

	test.for(FLAGS)('lists the key %s', (flag) => {
		expect(findReadmeRow(flag)).toContain('`yes` `no`');
	});

	test.for([
		['sort', SORT_KEYS],
		['group', GROUPINGS],
		['layout', LAYOUTS]
	] as const)('lists every value of %s', ([key, values]) => {
		expect(findReadmeRow(key)).toContain(values.map((value) => `\`${value}\``).join(' '));
	});

	test.for(KEY_BINDINGS)('lists a key for $command', ({ shortcuts }) => {
		const keys = shortcuts.map((shortcut) => `\`${shortcut.map(formatKey).join(' ')}\``);
		expect(keys.some((key) => README.includes(key))).toBe(true);
	});

	test('names only commands that there are', () => {
		const named = [...README.matchAll(/npm (?:run )?([a-z][\w:-]*)/g)].map(([, name]) => name);
		const commands = [...Object.keys(SCRIPTS ?? {}), 'ci', 'pack'];
		expect(named.filter((name) => name && !commands.includes(name))).toEqual([]);
	});
});
