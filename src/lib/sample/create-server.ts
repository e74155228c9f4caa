import { Hono } from 'hono';
import { EventFeed } from './event-feed';
import type { ChatRecord } from './make-thread';
import { nameOddly } from './odd-names';
import { assignLabels } from './assign-labels';
import { mergePeople } from './merge-people';
import { addAccountRoutes } from './server/account-routes';
import { addActionRoutes } from './server/action-routes';
import { addAssetRoutes } from './server/asset-routes';
import { DOCUMENTED, type Behaviour } from './server/behaviour';
import { addMiddleware, type TokenGrant, type TokenScope, type Tokens } from './server/middleware';
import { addChatRoutes } from './server/chat-routes';
import { addEvents, publishChange } from './server/events';
import { addInfoRoutes } from './server/info';
import { addFaults } from './server/faults';
import { answerRefusal, Refusal } from './server/failure';
import { addLabelRoutes } from './server/label-routes';
import { addMessageRoutes } from './server/message-routes';
import { addOAuthRoutes } from './server/oauth-routes';
import { addReactionRoutes } from './server/reaction-routes';
import { NEWEST_VERSION, type SampleContext, type Version } from './server/sample-context';
import { addSearchRoutes } from './server/search-routes';
import { addStartRoutes } from './server/start';
import { addStarting } from './server/starting';
import type { Change } from './simulate-activity';
import type { World } from './world';

export { VERSIONS, type Version } from './server/sample-context';

/** A token with every scope. */
export const SAMPLE_TOKEN = 'sample-token';
/**
 * A token with every scope that does not expire with `SAMPLE_TOKEN`: stands for the next token the
 * user creates.
 */
export const NEXT_TOKEN = 'sample-token-2';
/** A token that gets a 403 for every write. */
export const READ_ONLY_TOKEN = 'sample-read-only';

export interface SampleServerOptions {
	/** The state that the server reads and changes. */
	world: World;
	/**
	 * The only token that is accepted; absent: `SAMPLE_TOKEN`, `NEXT_TOKEN` and `READ_ONLY_TOKEN`.
	 */
	token?: string;
	/** The scopes of `token`; absent: all. */
	scopes?: readonly TokenScope[];
	/**
	 * Rows per page of the chat list, and of lists in which the client cannot choose; by default 25.
	 */
	pageSize?: number;
	/** By default the newest. */
	version?: Version;
	/** Delay of each response, in milliseconds. */
	latency?: number;
	/** Deviations from the documentation; by default none. */
	behaviour?: Partial<Behaviour>;
	/** Returns epoch milliseconds; by default the world's own time. */
	now?: () => number;
}

export interface SampleServer {
	version: Version;
	fetch: (request: Request) => Promise<Response>;
	/** The events of `/v1/ws`, which `fetch` answers with 426 when a client may have them. */
	events: EventFeed;
	/** Tells the clients of the events about a change that was not made through `fetch`. */
	publishChange: (record: ChatRecord, change: Change) => void;
}

/** @param expiresAt - of the usual token, epoch milliseconds */
function getTokens({ token, scopes }: SampleServerOptions, expiresAt: number): Tokens {
	const all = { scopes: scopes ?? ['read', 'write'], expiresAt };
	if (token !== undefined) return new Map([[token, all]]);
	return new Map<string, TokenGrant>([
		[SAMPLE_TOKEN, all],
		[NEXT_TOKEN, { ...all, expiresAt: Infinity }],
		[READ_ONLY_TOKEN, { scopes: ['read'], expiresAt: Infinity }]
	]);
}

/** The Beeper Desktop API, answered from memory, with the quirks of the real server. */
export function createSampleServer(options: SampleServerOptions): SampleServer {
	const {
		world,
		pageSize = 25,
		version = NEWEST_VERSION,
		latency = 0,
		now = () => world.now
	} = options;
	const sample: SampleContext = {
		behaviour: {
			...DOCUMENTED,
			...(options.pageSize !== undefined && { listLimit: 'ignored' }),
			...options.behaviour
		},
		world,
		version,
		pageSize,
		now,
		events: new EventFeed(now),
		uploads: new Map(),
		pending: new Map(),
		sent: 0,
		stale: new Map()
	};
	if (sample.behaviour.oddNames) nameOddly(world);
	if (sample.behaviour.merged !== 'none') mergePeople(world);
	if (sample.behaviour.labels) assignLabels(world);
	const tokens = getTokens(options, now() + sample.behaviour.tokenExpires);
	const app = new Hono();
	addMiddleware(app, sample, tokens, latency);
	addFaults(app, sample);
	addInfoRoutes(app, sample);
	addOAuthRoutes(app, sample, tokens);
	addEvents(app, sample);
	addStarting(app, sample);
	addAccountRoutes(app, sample);
	addChatRoutes(app, sample);
	addActionRoutes(app, sample);
	addStartRoutes(app, sample);
	addLabelRoutes(app, sample);
	addMessageRoutes(app, sample);
	addReactionRoutes(app, sample);
	addSearchRoutes(app, sample);
	addAssetRoutes(app, sample);
	app.notFound((context) => answerRefusal(sample, context, new Refusal(404, 'Not found')));
	app.onError((error, context) => {
		if (error instanceof Refusal) return answerRefusal(sample, context, error);
		throw error;
	});
	return {
		version,
		fetch: async (request) => app.fetch(request),
		events: sample.events,
		publishChange: (record, change) => publishChange(sample, record, change)
	};
}
