import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import { churn } from '$lib/sample/churn';
import { Random } from '$lib/sample/random';
import {
	createSampleServer,
	READ_ONLY_TOKEN,
	SAMPLE_TOKEN,
	VERSIONS,
	type Version
} from '$lib/sample/server';
import { makeWorld } from '$lib/sample/world';

const USAGE = `npm run sample-api -- [options]

  --port N        where to listen on this machine (23373); 0 takes a free port
  --chats N       how many chats there are (400)
  --seed N        another number, another world (1)
  --page-size N   chats per page of the list (25)
  --latency MS    milliseconds before each answer (0)
  --churn N       chats that change by themselves each second (0)
  --version V     answer as a server of this version: ${VERSIONS.join(', ')}`;

/** Something the person who typed the command can put right. */
class UsageError extends Error {}

function readWhole(name: string, text: string, least: number, most: number): number {
	const value = Number(text);
	if (text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most)
		return value;
	throw new UsageError(`--${name} takes a whole number from ${least} to ${most}, not "${text}"`);
}

function readVersion(text: string): Version {
	const version = VERSIONS.find((known) => known === text);
	if (version) return version;
	throw new UsageError(`--version takes one of ${VERSIONS.join(', ')}, not "${text}"`);
}

function readOptions() {
	try {
		return parseArgs({
			options: {
				port: { type: 'string', default: '23373' },
				chats: { type: 'string', default: '400' },
				seed: { type: 'string', default: '1' },
				'page-size': { type: 'string', default: '25' },
				latency: { type: 'string', default: '0' },
				churn: { type: 'string', default: '0' },
				version: { type: 'string', default: '5.0.0' },
				help: { type: 'boolean', default: false }
			}
		}).values;
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
}

function start() {
	const options = readOptions();
	if (options.help) return console.log(USAGE);
	const port = readWhole('port', options.port, 0, 65_535);
	const chats = readWhole('chats', options.chats, 0, 200_000);
	const pageSize = readWhole('page-size', options['page-size'], 1, 1000);
	const latency = readWhole('latency', options.latency, 0, 60_000);
	const changes = readWhole('churn', options.churn, 0, 1000);
	const seed = readWhole('seed', options.seed, 0, 2 ** 32 - 1);
	const version = readVersion(options.version);
	const world = makeWorld({ seed, chats, now: Date.now() });
	const sample = createSampleServer({ world, version, pageSize, latency, now: Date.now });

	// Loopback only: the sample tokens are known to everybody.
	const server = serve({ fetch: sample.fetch, port, hostname: '127.0.0.1' }, (bound) => {
		const address = `http://localhost:${bound.port}`;
		console.log(`Sample API with ${chats} chats, as version ${version}: ${address}`);
		console.log(`Access token: ${SAMPLE_TOKEN} (read-only: ${READ_ONLY_TOKEN})`);
	});
	const random = new Random(seed);
	const churning =
		changes > 0 ? setInterval(() => churn(world, random, Date.now()), 1000 / changes) : undefined;
	server.on('error', (error: NodeJS.ErrnoException) => {
		const isTaken = error.code === 'EADDRINUSE';
		console.error(isTaken ? `Port ${port} is taken: choose another with --port` : error.message);
		process.exitCode = 1;
	});
	for (const signal of ['SIGINT', 'SIGTERM'] as const)
		process.once(signal, () => {
			clearInterval(churning);
			server.close();
			if ('closeAllConnections' in server) server.closeAllConnections();
		});
}

try {
	start();
} catch (error) {
	if (!(error instanceof UsageError)) throw error;
	console.error(`${error.message}\n\n${USAGE}`);
	process.exitCode = 2;
}
