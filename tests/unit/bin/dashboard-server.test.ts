import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBuilds } from '../../../src/bin/builds';
import { createDashboardServer } from '../../../src/bin/dashboard-server';
import { listen } from '../../fixtures/listen';

let folder: string;
let server: Server;
let address: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'dashboard-'));
	await mkdir(join(folder, 'build'));
	server = createDashboardServer({ builds: createBuilds(join(folder, 'build')), allowed: [] });
	address = await listen(server);
});

afterEach(async () => {
	server.close();
	server.closeAllConnections();
	await rm(folder, { recursive: true });
});

/** Files of a build whose page runs one script, and imports one that is named after it. */
function getFiles(script: string): Record<string, string> {
	return {
		'index.html': `<script>${script}</script>`,
		[`_app/immutable/${script}.js`]: `export default '${script}';`,
		'_app/version.json': `{"version":"${script}"}`
	};
}

async function write(root: string, files: Record<string, string>) {
	for (const [path, text] of Object.entries(files)) {
		await mkdir(dirname(join(root, path)), { recursive: true });
		await writeFile(join(root, path), text);
	}
}

/** Appears whole, as `svelte.config.js` has it, and the build before it goes. */
async function build(version: string, files: Record<string, string>, former?: string) {
	await write(join(folder, version), files);
	await rename(join(folder, version), join(folder, 'build', version));
	if (former) await rm(join(folder, 'build', former), { recursive: true });
}

async function get(path: string, headers: Record<string, string> = {}) {
	const response = await fetch(`${address}${path}`, { headers });
	return {
		status: response.status,
		headers: response.headers,
		policy: response.headers.get('content-security-policy') ?? '',
		text: await response.text()
	};
}

function hash(script: string): string {
	return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}

test('while there is no build, the page asks for patience', async () => {
	const { status, headers } = await get('/chats');
	expect([status, headers.get('retry-after')]).toEqual([503, '5']);
});

test('a newer build is served from its first page on, with the policy of its own scripts', async () => {
	await build('1', getFiles('first'));
	const before = await get('/chats');
	expect(before.text).toContain('first');
	expect(before.policy).toContain(hash('first'));

	await build('2', getFiles('second'), '1');
	const after = await get('/chats');
	expect(after.text).toContain('second');
	expect(after.policy).toContain(hash('second'));
	expect(after.policy).not.toContain(hash('first'));
	expect((await get('/_app/version.json')).text).toContain('second');
});

test('a page of an earlier build still gets the files it was built with', async () => {
	await build('1', getFiles('first'));
	await get('/chats');
	await build('2', getFiles('second'), '1');
	await get('/chats');
	expect((await get('/_app/immutable/first.js')).text).toContain('first');
	expect((await get('/_app/immutable/second.js')).text).toContain('second');
	expect((await get('/_app/immutable/third.js')).status).toBe(404);
});

test('a build that is gone before the next is there goes on being served', async () => {
	await build('1', getFiles('first'));
	await get('/');
	await rm(join(folder, 'build', '1'), { recursive: true });
	expect((await get('/')).text).toContain('first');
	expect((await get('/_app/immutable/first.js')).status).toBe(200);
});

test('a folder without a page is no build', async () => {
	await build('1', getFiles('first'));
	await write(join(folder, 'build'), { '2/_app/version.json': 'half', 'stray.txt': 'stray' });
	expect((await get('/')).text).toContain('first');
	expect((await get('/stray.txt')).status).toBe(404);
});

test.for(['/sw.js', '/registerSW.js'])(
	'%s makes another program’s service worker leave',
	async (path) => {
		await build('1', getFiles('first'));
		const { text, headers } = await get(path);
		expect(text).toContain('registration.unregister()');
		expect(headers.get('content-type')).toContain('javascript');
		expect(headers.get('cache-control')).toBe('no-store');
	}
);

test('a service worker of the build is served, and asked for anew each time', async () => {
	await build('1', { ...getFiles('first'), 'service-worker.js': 'self.own = true;' });
	const own = await get('/service-worker.js');
	expect(own.text).toBe('self.own = true;');
	expect(own.headers.get('cache-control')).toBe('no-cache');
	expect((await get('/sw.js')).text).toContain('registration.unregister()');
});

test('what a browser has already is not sent again', async () => {
	await build('1', getFiles('first'));
	const etag = (await get('/')).headers.get('etag') ?? '';
	const again = await get('/', { 'If-None-Match': etag });
	expect([again.status, again.text]).toEqual([304, '']);
	expect(again.policy).toContain(hash('first'));
	await build('2', getFiles('second'), '1');
	expect((await get('/', { 'If-None-Match': etag })).status).toBe(200);
});
