import { serve } from '@hono/node-server';
import { churn } from '$lib/sample/simulate-activity';
import { Random } from '$lib/format/random';
import { createSampleServer, type Version } from '$lib/sample/create-server';
import { makeWorld } from '$lib/sample/world';
import { serveEvents } from './sample-events';
import type { SampleApiOptions } from './sample-options';

/** A sample API that is listening. */
export interface RunningSampleApi {
	/** Without a slash at the end. */
	address: string;
	version: Version;
	/** Stops listening and closes every open connection. */
	stop(): Promise<void>;
}

/**
 * Starts a sample API, on loopback only because its tokens are public.
 *
 * @throws NodeJS.ErrnoException when it cannot listen; `EADDRINUSE` if the port is taken
 */
export function startSampleApi(options: SampleApiOptions): Promise<RunningSampleApi> {
	const { port, chats, seed, login, hasRhythm, behaviour } = options;
	const world = makeWorld({ seed, chats, now: Date.now(), hasRhythm, ...(login && { login }) });
	const sample = createSampleServer({ world, now: Date.now, ...options.server, behaviour });
	const random = new Random(seed);

	function makeChange() {
		const made = churn(world, random, Date.now());
		if (made) sample.publishChange(made.record, made.kind);
	}

	return new Promise((resolve, reject) => {
		const server = serve({ fetch: sample.fetch, port, hostname: '127.0.0.1' }, (bound) => {
			const churning =
				options.churn > 0 ? setInterval(makeChange, 1000 / options.churn) : undefined;
			const stopEvents = serveEvents(server, sample);
			resolve({
				address: `http://localhost:${bound.port}`,
				version: sample.version,
				stop: () =>
					new Promise((stopped) => {
						clearInterval(churning);
						stopEvents();
						server.close(() => stopped());
						if ('closeAllConnections' in server) server.closeAllConnections();
					})
			});
		});
		server.on('error', reject);
	});
}
