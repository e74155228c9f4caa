import { serve } from '@hono/node-server';
import { churn } from '$lib/sample/churn';
import { Random } from '$lib/sample/random';
import { createSampleServer, NEXT_TOKEN, READ_ONLY_TOKEN, SAMPLE_TOKEN } from '$lib/sample/server';
import { makeWorld } from '$lib/sample/world';
import { readSampleApiOptions, USAGE, UsageError } from './sample-options';

function start() {
	const options = readSampleApiOptions(process.argv.slice(2));
	if (!options) return console.log(USAGE);
	const { port, chats, seed, behaviour } = options;
	const world = makeWorld({ seed, chats, now: Date.now() });
	const sample = createSampleServer({ world, now: Date.now, ...options.server, behaviour });

	// Loopback only: the sample tokens are known to everybody.
	const server = serve({ fetch: sample.fetch, port, hostname: '127.0.0.1' }, (bound) => {
		const address = `http://localhost:${bound.port}`;
		console.log(`Sample API with ${chats} chats, as version ${sample.version}: ${address}`);
		console.log(`Access token: ${SAMPLE_TOKEN} (read-only: ${READ_ONLY_TOKEN})`);
		const { tokenExpires = Infinity } = behaviour;
		if (tokenExpires < Infinity)
			console.log(`It expires in ${tokenExpires / 1000} s; after that: ${NEXT_TOKEN}`);
	});
	const random = new Random(seed);
	const churning =
		options.churn > 0
			? setInterval(() => churn(world, random, Date.now()), 1000 / options.churn)
			: undefined;
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
