import { expect, test } from 'vitest';
import { isPagePath } from '$lib/domain/page-path';

test.for([
	'/',
	'/index.html',
	'/chats',
	'/chats/a.b',
	'/chats/.a',
	'/capabilities',
	'/reset',
	'/nowhere'
])('%s is a page', (path) => expect(isPagePath(path)).toBe(true));

test.for([
	'/icon.svg',
	'/reset.js',
	'/manifest.webmanifest',
	'/_app/version.json',
	'/_app/immutable/entry/start',
	'/beeper/v1/info',
	'/beeper/oauth/authorize'
])('%s is none', (path) => expect(isPagePath(path)).toBe(false));
