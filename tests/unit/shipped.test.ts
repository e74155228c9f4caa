import { describe, expect, test } from 'vitest';
import { filesOf, routesOf, type Manifest } from '../shipped';

const NODES = '.svelte-kit/generated/client-optimized/nodes';

/** A build of two pages, which share something that shares something. */
const manifest: Manifest = {
	'../kit/src/runtime/client/entry.js': { file: 'start.js', imports: ['_runtime.js'] },
	'.svelte-kit/generated/client-optimized/app.js': { file: 'app.js', imports: ['_runtime.js'] },
	[`${NODES}/0.js`]: { file: '0.js' },
	[`${NODES}/1.js`]: { file: '1.js' },
	[`${NODES}/2.js`]: { file: '2.js', imports: ['_shared.js'] },
	[`${NODES}/3.js`]: { file: '3.js', imports: ['_shared.js', '_styles.css'] },
	[`${NODES}/12.js`]: { file: '12.js', imports: ['_large.js'] },
	'_runtime.js': { file: 'runtime.js' },
	'_shared.js': { file: 'shared.js', imports: ['_runtime.js', '_deep.js'] },
	'_deep.js': { file: 'deep.js', imports: ['_shared.js'] },
	'_styles.css': { file: 'styles.css' },
	'_large.js': { file: 'large.js' },
	'src/later.ts': { file: 'later.js' }
};

describe('what a page ships', () => {
	test('is SvelteKit, the outermost layout and error page, its own, and all they import', () => {
		expect([...filesOf(manifest, [3, 2])].sort()).toEqual(
			[
				...['0.js', '1.js', '2.js', '3.js', 'app.js'],
				...['deep.js', 'runtime.js', 'shared.js', 'start.js']
			].sort()
		);
	});

	test('is nothing of other pages, nor what is imported when it is asked for', () => {
		const files = filesOf(manifest, [2]);
		for (const other of ['3.js', '12.js', 'large.js', 'later.js']) {
			expect(files).not.toContain(other);
		}
	});

	test('is counted once where two names lead to one file', () => {
		const merged = { ...manifest, '_deep.js': { file: 'shared.js' } };
		const files = filesOf(merged, [2]);
		expect(files.filter((file) => file === 'shared.js')).toHaveLength(1);
	});

	test('is not guessed where the manifest lacks a part', () => {
		expect(() => filesOf(manifest, [4])).toThrow('nodes/4.js');
		const torn = { ...manifest, '_shared.js': { file: 'shared.js', imports: ['_gone.js'] } };
		expect(() => filesOf(torn, [2])).toThrow('_gone.js');
	});
});

test('routes and their parts are read from what SvelteKit generates', () => {
	const app = `
export const nodes = [
	() => import('./nodes/0')
];
export const dictionary = {
		"/": [3],
		"/(app)/chats": [7,[2]],
		"/(app)/chats/[chatID]": [~12,[2,,5],[1]]
	};
`;
	expect([...routesOf(app)]).toEqual([
		['/', [3]],
		['/(app)/chats', [7, 2]],
		['/(app)/chats/[chatID]', [12, 2, 5, 1]]
	]);
});
