import { spawn } from 'node:child_process';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createBuilds } from './builds';
import { createDashboardServer } from './dashboard-server';
import { locateAt, locateBeeper } from './find-beeper';
import { openBrowser } from './open-browser';
import { createRelay } from './relay';

const USAGE = `Usage: npm start -- [OPTION]…
       npx ./beeper-dashboard-*.tgz [OPTION]…

  --port N         where to serve the dashboard (default 23323)
  --open           open it in the browser
  --allow ORIGIN   also let the page call an API on another computer,
                   such as https://beeper.example.net
  --beeper ORIGIN  where the relay finds Beeper (default: on this computer, at
                   any of the ports that Beeper uses)
  --no-relay       don’t forward requests at /beeper/ to Beeper`;

const BUILDS = fileURLToPath(new URL('../../build', import.meta.url));

function fail(message: string): never {
	console.error(message);
	process.exit(1);
}

function readOptions() {
	try {
		const { values } = parseArgs({
			options: {
				port: { type: 'string', default: '23323' },
				build: { type: 'boolean', default: false },
				open: { type: 'boolean', default: false },
				allow: { type: 'string', multiple: true, default: [] },
				beeper: { type: 'string' },
				'no-relay': { type: 'boolean', default: false },
				help: { type: 'boolean', default: false }
			}
		});
		return values;
	} catch (error) {
		fail(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
	}
}

/** Ends the program with the usage text if the text is no origin. */
function parseOrigin(option: string, text: string): string {
	const url = URL.canParse(text) ? new URL(text) : null;
	if (url && /^https?:$/.test(url.protocol)) return url.origin;
	fail(`--${option} ${text}: not an http or https origin\n\n${USAGE}`);
}

const options = readOptions();
if (options.help) {
	console.log(USAGE);
	process.exit(0);
}
const allowed = options.allow.map((text) => parseOrigin('allow', text));
const builds = createBuilds(BUILDS);
const beeper =
	options.beeper === undefined ? locateBeeper() : locateAt(parseOrigin('beeper', options.beeper));
const relay = options['no-relay'] ? undefined : createRelay(beeper);
const port = Number(options.port);
if (!/^\d+$/.test(options.port) || port > 65535)
	fail(`--port ${options.port}: not a port\n\n${USAGE}`);

/** @returns null if the machine has no such address */
function listen(host: string, at: number): Promise<Server | null> {
	const server = createDashboardServer({ builds, allowed, relay });
	return new Promise((resolve) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EADDRINUSE')
				fail(`Port ${at} is taken. Choose another, such as --port ${at + 1}`);
			if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve(null);
			else fail(`Couldn’t listen on ${host}: ${error.message}`);
		});
		server.listen(at, host, () => resolve(server));
	});
}

function getPort(server: Server | null): number {
	const address = server?.address();
	return typeof address === 'object' && address ? address.port : port;
}

/** Builds the pages; the previous build is served until the new one is complete. */
async function build() {
	const child = spawn('npx vite build --logLevel warn', { stdio: 'inherit', shell: true });
	const status = await new Promise<number | null>((ended) => child.once('close', ended));
	if (status !== 0) process.exit(status ?? 1);
}

// Browsers look `localhost` up in either order, so both of its addresses must answer.
const first = await listen('127.0.0.1', port);
const bound = getPort(first);
await listen('::1', bound);
// Build only after both ports are bound, so that a taken port is reported at once.
if (options.build) await build();
const address = `http://localhost:${bound}`;
console.log(`Beeper Dashboard: ${address}`);
if (options.open) openBrowser(address);
