import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Each counts every chat, again after each change. */
const COUNTERS = ['count-overview', 'activity-plot', 'unread-plot'];

/** The modules that a file imports or exports, types excluded, dynamic imports included. */
function readImports(path: string): readonly string[] {
	const text = readFileSync(join('src', path), 'utf8');
	const pattern = /\b(?:import|export)\b(?!\s+type\b)[^'";]*?['"]([^'"]+)['"]/g;
	return [...text.matchAll(pattern)].map(([, name = '']) => name);
}

test.for(COUNTERS)(
	'%s runs on the overview alone, so that no other page pays for it',
	(counter) => {
		const users = readdirSync('src', { recursive: true, encoding: 'utf8' })
			.filter((path) => /\.(ts|svelte)$/.test(path) && !path.startsWith('lib/domain/overview/'))
			.filter((path) => readImports(path).some((name) => name.split('/').at(-1) === counter));
		expect(users).not.toEqual([]);
		expect(users.filter((path) => !path.startsWith('routes/(app)/overview/'))).toEqual([]);
	}
);
