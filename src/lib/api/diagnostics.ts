import { getNearbyAddresses, isLoopback, parseAddress } from '$lib/domain/connection/address';
import type { Diagnosis, Miss, Running } from '$lib/domain/connection/diagnosis';
import { SourceError } from '$lib/domain/connection/source-error';
import type { Server } from '$lib/domain/connection/server';
import type { Browser } from './browser-blocks';
import { parseJSON } from './errors';
import { createClient, type Fetch, type Client } from './client';
import { sleep } from './sleep';
import { readServer } from './schemas/server';
import { findPageLimit } from './page-limit';
import { createSource } from './source';

export interface ProbeOptions {
	signal: AbortSignal;
	fetch?: Fetch;
	/** Explains failed requests; absent: they are explained by their error alone. */
	browser?: Browser;
	/** Milliseconds to wait for a response; 4 seconds by default. */
	timeout?: number;
	/** The page's own relay, offered if Beeper lets the page in there only; absent: there is none. */
	relay?: string;
}

/** Milliseconds to wait for a response. */
const TIMEOUT = 4000;

export interface WatchOptions extends ProbeOptions {
	/** Milliseconds between two checks of an address; 3 seconds by default. */
	again?: number;
	/** Search all ports that Beeper may use if it is not at the address. */
	isWide?: boolean;
	/** Resolves when the page is visible: hidden pages need no checks. */
	seen?: (signal: AbortSignal) => Promise<void>;
}

/** States in which the API does not answer. Any other state may be a new word for “running”. */
const OFF = /^(off|stopped|stopping|disabled|inactive)$/i;
/** Concurrent requests of a search on other ports. */
const AT_ONCE = 6;
/** Milliseconds. A local server answers sooner; a closed port may take longer to refuse. */
const NEIGHBOUR_TIMEOUT = 1500;
/** Failed checks after which the interval gets longer, and how many times longer. */
const SOON = 20;
const LATER = 5;

/**
 * Diagnoses an address by requests without a token.
 *
 * @param address - as `parseAddress` gives it
 * @throws SourceError `cancelled` when the signal aborts
 */
export async function probe(address: string, options: ProbeOptions): Promise<Diagnosis> {
	const { signal, timeout = TIMEOUT, fetch } = options;
	const client = createClient({ address, retry: { limit: 0 }, timeout, ...(fetch && { fetch }) });
	try {
		// Each failed request is a red line in the console, so a silent address gets only one.
		if (!(await client.isReachable(signal))) return await explainSilence(address, options);
		const server = await recognise(client, signal);
		if (!server) return { kind: 'something-else', address };
		const { status = '' } = server;
		if (OFF.test(status)) return { kind: 'switched-off', address, status };
		return { kind: 'running', address, server };
	} catch (error) {
		if (!(error instanceof SourceError) || error.failure === 'cancelled') throw error;
		if (error.failure === 'blocked') return { kind: 'blocked', address };
		// The relay responds with a 502 when it cannot reach Beeper.
		if (address === options.relay && error.status === 502) return { kind: 'not-running', address };
		if (error.status !== undefined || error.failure === 'malformed') {
			return { kind: 'something-else', address };
		}
		return explainSilence(address, options);
	}
}

async function explainSilence(
	address: string,
	{ signal, browser }: ProbeOptions
): Promise<Diagnosis> {
	if (signal.aborted) throw new SourceError('cancelled');
	if (await browser?.isRefused(address)) return { kind: 'not-allowed', address };
	if (await browser?.isDenied(address)) return { kind: 'local-network-denied', address };
	return { kind: 'not-running', address };
}

/** @returns null if the server is not Beeper */
async function recognise(client: Client, signal: AbortSignal): Promise<Server | null> {
	const { status, text, headers } = await client.getPublic('/v1/info', signal);
	const version = headers.get('x-beeper-desktop-version') ?? undefined;
	if (status !== 404) {
		const server = readServer(parseJSON(text));
		return server.name || server.version || server.status ? server : null;
	}
	if (version !== undefined) return { version };
	// Before 4.2.557 there was no such endpoint, but others required a token.
	return (await wantsToken(client, signal)) ? {} : null;
}

async function wantsToken(client: Client, signal: AbortSignal): Promise<boolean> {
	try {
		await client.getPublic('/v1/accounts', signal);
		return false;
	} catch (error) {
		// Beeper explains a 401 in JSON; other servers behind a login use HTML, if anything.
		if (error instanceof SourceError && error.status === 401) return error.says !== undefined;
		throw error;
	}
}

/**
 * Look for a running Beeper elsewhere on this computer.
 *
 * @returns its address; null when there is none, or `address` is not on this computer
 */
export async function findElsewhere(
	address: string,
	options: WatchOptions
): Promise<string | null> {
	const candidates = getNearbyAddresses(address, options.isWide);
	for (let start = 0; start < candidates.length; start += AT_ONCE) {
		const found = await Promise.all(
			candidates
				.slice(start, start + AT_ONCE)
				.map((candidate) => probe(candidate, { ...options, timeout: NEIGHBOUR_TIMEOUT }))
		);
		const running = found.find((diagnosis) => diagnosis.kind === 'running');
		if (running) return running.address;
	}
	return null;
}

/**
 * Checks a typed address and yields increasingly complete diagnoses: that it is being checked, the
 * state of the address, then an address at which Beeper responds instead. Then repeats until Beeper
 * runs. Returns when the signal aborts.
 */
export async function* diagnose(typed: string, options: WatchOptions): AsyncGenerator<Diagnosis> {
	const parsed = parseAddress(typed);
	if ('problem' in parsed) {
		yield { kind: 'invalid-address', problem: parsed.problem };
		return;
	}
	try {
		yield* watch(parsed.address, options);
	} catch (error) {
		if (!options.signal.aborted) throw error;
	}
}

async function* watch(address: string, options: WatchOptions): AsyncGenerator<Diagnosis> {
	yield { kind: 'checking', address };
	let shown = await probe(address, options);
	yield shown;
	if (isMiss(shown)) {
		const { isWide } = options;
		if (isWide) yield { ...shown, search: 'running' };
		const foundAt = await findElsewhere(address, options);
		const relay = foundAt || shown.kind !== 'blocked' ? null : await findRelay(address, options);
		if (foundAt) yield { ...shown, foundAt };
		else if (relay) yield { ...shown, relay };
		else if (isWide) yield { ...shown, search: 'done' };
	}
	// Only a restart of the dashboard lets it call more.
	for (let look = 0; shown.kind !== 'running' && shown.kind !== 'not-allowed'; look++) {
		await sleep((options.again ?? 3000) * (look < SOON ? 1 : LATER), options.signal);
		await options.seen?.(options.signal);
		options.signal.throwIfAborted();
		const next = await probe(address, options);
		if (next.kind !== shown.kind) yield next;
		shown = next;
	}
	if (shown.kind === 'running') yield* findLimit(shown, options);
}

async function* findLimit(running: Running, options: WatchOptions): AsyncGenerator<Diagnosis> {
	const { address } = running;
	const { signal, fetch, timeout = TIMEOUT } = options;
	// The browser restricts no page at its own origin.
	if (address === options.relay) return;
	const limit = await findPageLimit({ address, signal, fetch, timeout });
	signal.throwIfAborted();
	if (!limit) return;
	const relay = await findRelay(address, options);
	yield { ...running, limit, ...(relay && { relay }) };
}

/** @returns the relay; null if Beeper does not respond there, or the address is on another computer */
async function findRelay(address: string, options: WatchOptions): Promise<string | null> {
	const { relay } = options;
	if (relay === undefined || address === relay || !isLoopback(address)) return null;
	return (await probe(relay, options)).kind === 'running' ? relay : null;
}

function isMiss(diagnosis: Diagnosis): diagnosis is Miss {
	return ['not-running', 'something-else', 'blocked'].includes(diagnosis.kind);
}

/**
 * Tries a token, but sends it only to a running Beeper.
 *
 * @returns the diagnosis of {@link probe} if Beeper is not running, else one about the token
 * @throws SourceError for failures that are not about the token
 */
export async function checkToken(
	address: string,
	token: string,
	options: ProbeOptions
): Promise<Diagnosis> {
	const found = await probe(address, options);
	if (found.kind !== 'running') return found;
	const { signal, fetch } = options;
	const source = createSource({ address, token, ...(fetch && { fetch }) });
	try {
		const { canWrite } = await source.access(signal);
		return { kind: canWrite === false ? 'token-read-only' : 'token-ok', address };
	} catch (error) {
		if (!(error instanceof SourceError) || error.failure !== 'token-refused') throw error;
		return { kind: 'token-refused', address };
	}
}
