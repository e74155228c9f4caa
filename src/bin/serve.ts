import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server, type RequestListener, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import sirv from 'sirv';

const USAGE = `Usage: npm start -- [--port N] [--allow ORIGIN]…

  --port N         where to serve the dashboard (default 4173)
  --allow ORIGIN   also let the page call an API that is not on this computer,
                   such as https://beeper.example.net`;

const BUILD = fileURLToPath(new URL('../../build', import.meta.url));

function fail(message: string): never {
	console.error(message);
	process.exit(1);
}

function readOptions() {
	try {
		const { values } = parseArgs({
			options: {
				port: { type: 'string', default: '4173' },
				build: { type: 'boolean', default: false },
				allow: { type: 'string', multiple: true, default: [] },
				help: { type: 'boolean', default: false }
			}
		});
		return values;
	} catch (error) {
		fail(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
	}
}

/** @throws nothing: a bad origin ends the program with the usage */
function originOf(text: string): string {
	const url = URL.canParse(text) ? new URL(text) : null;
	if (url && /^https?:$/.test(url.protocol)) return url.origin;
	fail(`--allow ${text}: not an http or https origin\n\n${USAGE}`);
}

/**
 * What the page may load and whom it may call: itself, and an API on this computer.
 * This, and not good intentions, is what keeps token and messages on the machine.
 */
function contentSecurityPolicy(html: string, allowed: readonly string[]): string {
	const inline = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
		([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`
	);
	return [
		"default-src 'none'",
		`script-src 'self' ${inline.join(' ')}`,
		"style-src 'self' 'unsafe-inline'",
		"img-src 'self' data: blob:",
		'media-src blob:',
		"manifest-src 'self'",
		`connect-src 'self' http://localhost:* http://127.0.0.1:* ${allowed.join(' ')}`.trim(),
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'"
	].join('; ');
}

const options = readOptions();
if (options.help) {
	console.log(USAGE);
	process.exit(0);
}
const port = Number(options.port);
if (!/^\d+$/.test(options.port) || port > 65535)
	fail(`--port ${options.port}: not a port\n\n${USAGE}`);

/** @returns null where the machine has no such address */
function listen(host: string, at: number): Promise<Server | null> {
	const server = createServer();
	return new Promise((resolve) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EADDRINUSE')
				fail(`Port ${at} is taken. Choose another: npm start -- --port ${at + 1}`);
			if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve(null);
			else fail(`Could not listen on ${host}: ${error.message}`);
		});
		server.listen(at, host, () => resolve(server));
	});
}

function portOf(server: Server | null): number {
	const address = server?.address();
	return typeof address === 'object' && address ? address.port : port;
}

function build() {
	const command = 'npx vite build --logLevel warn';
	const { status } = spawnSync(command, { stdio: 'inherit', shell: true });
	if (status !== 0) process.exit(status ?? 1);
}

function setHeaders(response: ServerResponse, pathname: string) {
	const lasting = pathname.startsWith('/_app/immutable/');
	response.setHeader('Cache-Control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
}

/** What answers requests, from the files as they are now. */
function createListener(): RequestListener {
	const headers = {
		'Content-Security-Policy': contentSecurityPolicy(
			readFileSync(`${BUILD}/index.html`, 'utf8'),
			options.allow.map(originOf)
		),
		'Cross-Origin-Opener-Policy': 'same-origin',
		'Cross-Origin-Resource-Policy': 'same-origin',
		'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
		'Referrer-Policy': 'no-referrer',
		'X-Content-Type-Options': 'nosniff',
		'X-Frame-Options': 'DENY'
	};
	// Chat IDs hold dots, so only what is under _app is surely a file.
	const files = sirv(BUILD, { setHeaders });
	const pages = sirv(BUILD, { setHeaders, single: true, ignores: false });

	return (request, response) => {
		for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.writeHead(405, { Allow: 'GET, HEAD' }).end();
			return;
		}
		const serve = request.url?.startsWith('/_app/') ? files : pages;
		serve(request, response, () => {
			response.writeHead(404).end('Not found');
		});
	};
}

// Browsers look `localhost` up in either order, so both of its addresses must answer.
const first = await listen('127.0.0.1', port);
const bound = portOf(first);
const servers = [first, await listen('::1', bound)];
// Only now is it sure that no other dashboard is being served from these files.
if (options.build) build();
const listener = createListener();
for (const server of servers) server?.on('request', listener);
console.log(`Beeper Dashboard: http://localhost:${bound}`);
