import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const SRC = resolve('src');

/** The files of `src` that a file imports, types included, dynamic imports excluded. */
function readImports(file: string): readonly string[] {
	const text = readFileSync(file, 'utf8');
	return [...text.matchAll(/^\s*(?:import|export)\b[^'";]*?['"]([^'"]+)['"]/gm)].flatMap(
		([, name = '']) => {
			const base = name.startsWith('$lib/')
				? join(SRC, 'lib', name.slice('$lib/'.length))
				: name.startsWith('.') && resolve(dirname(file), name);
			if (!base) return [];
			return ['', '.ts', '.svelte.ts'].map((end) => base + end).find((path) => isFile(path)) ?? [];
		}
	);
}

function isFile(path: string): boolean {
	return /\.(ts|svelte)$/.test(path) && existsSync(path);
}

/** All import cycles, each as a chain of files. */
function findCycles(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
	const cycles: string[] = [];
	const finished = new Set<string>();

	function visit(file: string, path: readonly string[]) {
		const start = path.indexOf(file);
		if (start >= 0) {
			const cycle = [...path.slice(start), file];
			cycles.push(cycle.map((each) => each.slice(SRC.length + 1)).join(' → '));
		} else if (!finished.has(file)) {
			for (const next of imports.get(file) ?? []) visit(next, [...path, file]);
			finished.add(file);
		}
	}

	for (const file of imports.keys()) visit(file, []);
	return cycles;
}

test('no file of the program imports itself by way of others, types counted', () => {
	const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
		.map((path) => join(SRC, path))
		.filter(isFile);
	const imports = new Map(files.map((file) => [file, readImports(file)]));
	expect(files.length).toBeGreaterThan(100);
	expect(findCycles(imports)).toEqual([]);
});
