import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Each reads every chat, again after each change. */
const COUNTERS = ['createOverviewCounter', 'buildActivityPlot', 'buildUnreadPlot'];

test.for(COUNTERS)(
	'%s runs on the overview alone, so that no other page pays for it',
	(counter) => {
		const users = readdirSync('src', { recursive: true, encoding: 'utf8' })
			.filter((path) => /\.(ts|svelte)$/.test(path))
			.filter((path) =>
				new RegExp(`\\b${counter}\\(`).test(readFileSync(join('src', path), 'utf8'))
			)
			.filter((path) => !path.startsWith('lib/domain/overview/'));
		expect(users).not.toEqual([]);
		expect(users.filter((path) => !path.startsWith('routes/(app)/overview/'))).toEqual([]);
	}
);
