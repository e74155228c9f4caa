import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createBuilds } from '../../src/bin/builds';
import { createDashboardServer } from '../../src/bin/dashboard-server';
import { locateAt } from '../../src/bin/find-beeper';
import { createRelay } from '../../src/bin/relay';
import { readSampleApiOptions } from '../../src/bin/sample-options';
import { startSampleApi as startSample } from '../../src/bin/sample-server';

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A running program of `src/bin`. */
export interface Running {
	/** The address it printed, without a slash at the end. */
	address: string;
	stop(): Promise<void>;
}

/**
 * Starts a program of `src/bin` and waits for the address it prints.
 *
 * @throws Error with its output when it ends before that
 */
async function start(program: string, args: readonly string[], root = ROOT): Promise<Running> {
	const child = spawn(process.execPath, ['--import', 'tsx', `src/bin/${program}.ts`, ...args], {
		cwd: root,
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const address = await waitForAddress(child);
	return { address, stop: () => endProcess(child) };
}

export function waitForAddress(child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let printed = '';
		function read(chunk: unknown) {
			printed += String(chunk);
			const address = /https?:\/\/[\w.[\]:]+:\d+(?=\s)/.exec(printed)?.[0];
			if (address) resolve(address);
		}
		child.stdout?.on('data', read);
		child.stderr?.on('data', read);
		child.once('exit', () => reject(new Error(`It ended before it listened:\n${printed}`)));
	});
}

export function endProcess(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
	return new Promise((resolve) => {
		child.once('exit', () => resolve());
		child.kill();
	});
}

/** Starts the built dashboard, as `npm start` does, on a free port. */
export function startDashboard(...args: string[]): Promise<Running> {
	return start('serve', ['--port', '0', ...args]);
}

/** The built dashboard of another folder, served by the server in its `src/bin`. */
export function startDashboardIn(folder: string): Promise<Running> {
	return start('serve', ['--port', '0'], folder);
}

/** Serves the built dashboard with a relay to an API, in this process. */
export function startRelayedDashboard(api: Running): Promise<Running> {
	const builds = createBuilds(fileURLToPath(new URL('../../build', import.meta.url)));
	const relay = createRelay(locateAt(api.address));
	return listen(createDashboardServer({ builds, allowed: [], relay }));
}

/**
 * Starts the sample API in this process; on a free port unless `args` name one. How old its chats are
 * doesn't depend on the hour.
 */
export async function startSampleApi(...args: string[]): Promise<Running> {
	const options = readSampleApiOptions(['--port', '0', '--even-activity', ...args]);
	if (!options) throw new TypeError('Help is no server');
	return startSample(options);
}

const WORKER_PAGE = `<!doctype html><title>Other</title><p></p><script>
navigator.serviceWorker.register('/sw.js');
navigator.serviceWorker.ready.then(() => {
	document.querySelector('p').textContent = 'Kept by a worker';
});
</script>`;
const KEEPING_WORKER = `
self.addEventListener('install', (event) => {
	event.waitUntil(caches.open('kept').then((cache) => cache.add('/')).then(() => self.skipWaiting()));
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
	if (event.request.mode === 'navigate') event.respondWith(caches.match('/'));
});
`;

/** Starts another program whose service worker serves every page from a cache, even after the program has ended. */
export async function startWorkerApp(): Promise<Running> {
	const server = createServer((request, response) => {
		const isWorker = request.url === '/sw.js';
		response.setHeader('Content-Type', isWorker ? 'text/javascript' : 'text/html');
		response.end(isWorker ? KEEPING_WORKER : WORKER_PAGE);
	});
	return listen(server);
}

/** Lets a server listen on a free port. */
async function listen(server: Server): Promise<Running> {
	// `closeAllConnections` leaves WebSockets open.
	const sockets = new Set<Socket>();
	server.on('connection', (socket) => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return {
		address: `http://localhost:${port}`,
		stop: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				for (const socket of sockets) socket.destroy();
			})
	};
}
