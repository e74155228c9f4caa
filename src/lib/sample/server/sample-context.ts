import type { EventFeed } from '../event-feed';
import type { World } from '../world';
import type { WireChat } from '../api-types';
import type { Behaviour } from './behaviour';

/** Server versions that the sample can simulate, oldest first; each added features. */
export const VERSIONS = ['4.1.294', '4.2.557', '4.2.808', '4.3.73'] as const;
export type Version = (typeof VERSIONS)[number];

const [OLDEST_VERSION] = VERSIONS;
export const NEWEST_VERSION: Version = VERSIONS.at(-1) ?? OLDEST_VERSION;

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
	/** Message IDs by the pending IDs that sending returned. */
	pending: Map<string, string>;
	/** By chat ID: the chat as it was before a write, returned until then (epoch milliseconds). */
	stale: Map<string, { chat: WireChat; until: number }>;
}

export function isSince(sample: SampleContext, least: Version): boolean {
	return VERSIONS.indexOf(sample.version) >= VERSIONS.indexOf(least);
}
