import { request as ask } from 'node:http';
import { connect as dial } from 'node:net';
import { networkInterfaces } from 'node:os';
import { expect, test } from './fixtures';
import { startWorkerApp } from './servers';

const HEADERS: Record<string, RegExp> = {
	'content-security-policy': /^default-src 'none'; script-src 'self' 'sha256-/,
	'cross-origin-opener-policy': /^same-origin$/,
	'cross-origin-resource-policy': /^same-origin$/,
	'referrer-policy': /^no-referrer$/,
	'x-content-type-options': /^nosniff$/,
	'x-frame-options': /^DENY$/
};

test('every answer, whatever it is, carries the security headers', async ({ request }) => {
	const answers = await Promise.all([
		request.get('/'),
		request.get('/icon.svg'),
		request.get('/chats/a.b'),
		request.get('/_app/nothing.js'),
		request.head('/chats'),
		request.post('/chats')
	]);
	for (const answer of answers) {
		for (const [name, value] of Object.entries(HEADERS)) {
			expect(answer.headers()[name], `${name} of ${answer.url()}`).toMatch(value);
		}
	}
});

test('the page may run no foreign script, and call this computer and what is allowed by name', async ({
	request,
	startDashboard
}) => {
	const policy = (await request.get('/')).headers()['content-security-policy'];
	const directives = new Map(
		policy?.split('; ').map((directive) => {
			const [name = '', ...values] = directive.split(' ');
			return [name, values];
		})
	);
	expect(directives.get('connect-src')).toEqual([
		"'self'",
		'http://localhost:*',
		'http://127.0.0.1:*',
		'ws://localhost:*',
		'ws://127.0.0.1:*'
	]);
	// Chosen files are shown and measured in the page only.
	expect(directives.get('img-src')).toEqual(["'self'", 'data:', 'blob:']);
	expect(directives.get('media-src')).toEqual(['blob:']);
	expect(directives.get('script-src')?.join(' ')).not.toMatch(/unsafe|https?:|\*/);
	expect(directives.get('style-src')).toEqual(["'self'"]);
	expect(directives.get('require-trusted-types-for')).toEqual(["'script'"]);
	for (const name of ['default-src', 'base-uri', 'form-action', 'frame-ancestors'])
		expect(directives.get(name), name).toEqual(["'none'"]);

	const allowing = await startDashboard('--allow', 'https://beeper.example.net/v1');
	const answer = await request.get(allowing.address);
	expect(answer.headers()['content-security-policy']).toMatch(
		/connect-src [^;]* https:\/\/beeper\.example\.net(?:;|$)/
	);
});

test('every page is the app, whatever its address holds', async ({ request }) => {
	for (const path of [
		'/',
		'/connect',
		'/chats?q=a',
		'/chats/a.b',
		'/chats/.a',
		'/chats/%21a.b%2Fc..d%23e',
		'/capabilities',
		'/nowhere'
	]) {
		const answer = await request.get(path);
		expect(answer.status(), path).toBe(200);
		expect(answer.headers()['content-type']).toContain('text/html');
		expect(answer.headers()['cache-control']).toBe('no-cache');
		expect(await answer.text()).toContain('<!doctype html>');
	}
});

test('a file that is not there is missing, not the app', async ({ request }) => {
	for (const path of [
		'/_app/immutable/entry/start.of-an-older-build.js',
		'/nothing.js',
		'/favicon.ico',
		'/assets/app.css',
		'/index.php'
	]) {
		const answer = await request.get(path);
		expect(answer.status(), path).toBe(404);
		expect(await answer.text(), path).not.toContain('<');
	}
});

test('odd requests are answered: many cookies, broken paths', async ({ request, dashboard }) => {
	// Cookies of other programs at localhost.
	const answer = await request.get('/', { headers: { Cookie: `other=${'x'.repeat(60_000)}` } });
	expect(answer.status()).toBe(200);
	for (const path of ['/', '//', '/%', '/?a', '/_app/%E0%A4%A']) {
		expect(await getRaw(dashboard.address, path), path).not.toBe('');
	}
});

test.describe('a service worker that another program left at this address', () => {
	test.use({ serviceWorkers: 'allow' });

	test('makes way', async ({ page, startDashboard }) => {
		const stranger = await startWorkerApp();
		const { port } = new URL(stranger.address);
		await page.goto(`${stranger.address}/`);
		await expect(page.getByText('Kept by a worker')).toBeVisible();
		await stranger.stop();

		const dashboard = await startDashboard('--port', port);
		// The worker answers once more from its cache, until the browser has found the newer one.
		await page.goto(`${dashboard.address}/`);
		await expect(page.getByRole('heading', { level: 1 })).toContainText('Beeper');
		const left = await page.evaluate(async () => {
			const { active } = await navigator.serviceWorker.ready;
			return { worker: active?.scriptURL, caches: await caches.keys() };
		});
		expect(left.worker).toBe(`${dashboard.address}/service-worker.js`);
		expect(left.caches).toEqual([expect.stringMatching(/^beeper-dashboard-/)]);
	});
});

test('files that never change are kept for good', async ({ request }) => {
	const [path = ''] =
		/\/_app\/immutable\/[^"]+\.js/.exec(await (await request.get('/')).text()) ?? [];
	const answer = await request.get(path);
	expect(answer.status()).toBe(200);
	expect(answer.headers()['cache-control']).toContain('immutable');
});

test('HEAD is answered without a body, anything that would write is not', async ({ request }) => {
	const head = await request.head('/chats');
	expect(head.status()).toBe(200);
	expect(await head.text()).toBe('');
	for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
		const answer = await request.fetch('/chats', { method });
		expect(answer.status(), method).toBe(405);
		expect(answer.headers().allow).toBe('GET, HEAD');
	}
});

/** @param path - sent unchanged, whereas other clients normalize it */
function getRaw(address: string, path: string): Promise<string> {
	return new Promise((resolve, reject) => {
		const { hostname, port } = new URL(address);
		ask({ hostname, port, path }, (answer) => {
			let body = '';
			answer.on('data', (chunk) => (body += String(chunk)));
			answer.on('end', () => resolve(body));
		})
			.on('error', reject)
			.end();
	});
}

test('no path leads to a file outside the build', async ({ dashboard }) => {
	for (const path of [
		'/../package.json',
		'/%2e%2e/package.json',
		'/_app/..%2f..%2fpackage.json',
		'//etc/passwd'
	]) {
		const body = await getRaw(dashboard.address, path);
		expect(body, path).not.toContain('"dependencies"');
		expect(body, path).not.toContain('"devDependencies"');
		expect(body, path).not.toContain('root:');
	}
});

function answers(host: string, port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = dial({ host, port, timeout: 2000 });
		function end(isAnswered: boolean) {
			socket.destroy();
			resolve(isAnswered);
		}
		socket.once('connect', () => end(true));
		socket.once('error', () => end(false));
		socket.once('timeout', () => end(false));
	});
}

test('other computers on the network cannot reach it', async ({ dashboard, api }) => {
	const others = Object.values(networkInterfaces())
		.flatMap((addresses) => addresses ?? [])
		.filter(({ internal, scopeid }) => !internal && !scopeid)
		.map(({ address }) => address);
	for (const { address } of [dashboard, api]) {
		const port = Number(new URL(address).port);
		expect(await answers('127.0.0.1', port)).toBe(true);
		// A server bound to every address would respond here too.
		for (const host of ['127.0.0.2', ...others]) expect(await answers(host, port)).toBe(false);
	}
});
