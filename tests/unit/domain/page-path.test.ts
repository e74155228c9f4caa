import { expect, test } from 'vitest';
import { isPagePath, mendPagePath } from '$lib/domain/page-path';

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

test.for([
	['/chats/%', '/chats/%25'],
	['/chats/50%', '/chats/50%25'],
	['/chats/50%20a%', '/chats/50%20a%25'],
	['/chats/%zz', '/chats/%25zz'],
	['/chats/%E0%A4%A', '/chats/%25E0%25A4%25A'],
	['/chats/%FF', '/chats/%25FF'],
	['/chats/50%25', '/chats/50%25'],
	['/chats/a%2Fb%F0%9F%99%82', '/chats/a%2Fb%F0%9F%99%82'],
	['/chats', '/chats']
] as const)('%s is opened as %s', ([path, mended]) => {
	expect(mendPagePath(path)).toBe(mended);
	expect(mendPagePath(mended)).toBe(mended);
});
