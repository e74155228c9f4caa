import type { EventFeed } from '../event-feed';
import { isBefore, RELEASES, type Release } from '$lib/domain/connection/features';
import type { World } from '../world';
import type { WireChat } from '../api-types';
import type { Behaviour } from './behaviour';

/** A server older than every release in `RELEASES`, and a current one. */
const [OLDEST, CURRENT] = ['4.1.294', '4.3.73'] as const;

export type Version = typeof OLDEST | (typeof RELEASES)[Release] | typeof CURRENT;

/** Server versions that the sample can simulate, oldest first; each added features. */
export const VERSIONS: readonly Version[] = [
	...new Set<Version>([OLDEST, ...Object.values(RELEASES), CURRENT])
].sort((one, other) => Number(isBefore(other, one)) - Number(isBefore(one, other)));

export const NEWEST_VERSION: Version = VERSIONS.at(-1) ?? CURRENT;

/** An uploaded file, kept until the server stops. */
export interface KeptUpload {
	bytes: Uint8Array<ArrayBuffer>;
	fileName: string;
	mimeType: string;
	srcURL: string;
}

/** The context of every route. */
export interface SampleContext {
	world: World;
	version: Version;
	behaviour: Behaviour;
	/** Rows per page where the client cannot choose. */
	pageSize: number;
	/** Returns epoch milliseconds. */
	now: () => number;
	events: EventFeed;
	/** By upload ID. */
	uploads: Map<string, KeptUpload>;
	/** Message IDs by the pending IDs that sending returned, once the network has taken them. */
	pending: Map<string, string>;
	/** Number of messages sent. */
	sent: number;
	/** By chat ID: the chat as it was before a write, returned until then (epoch milliseconds). */
	stale: Map<string, { chat: WireChat; until: number }>;
}

export function isSince(sample: SampleContext, least: Version): boolean {
	return VERSIONS.indexOf(sample.version) >= VERSIONS.indexOf(least);
}
