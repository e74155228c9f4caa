import type { World } from '../world';
import type { WireChat } from '../api-types';
import type { Behaviour } from './behaviour';

/** Server versions that the sample can answer as, oldest first: each learnt something the one before could not. */
export const VERSIONS = ['4.1.294', '4.2.557', '4.2.808', '4.3.73'] as const;
export type Version = (typeof VERSIONS)[number];

/** Something uploaded, kept for as long as the server lives. */
export interface Upload {
	bytes: Uint8Array<ArrayBuffer>;
	fileName: string;
	mimeType: string;
	srcURL: string;
}

/** The context of every route. */
export interface Sample {
	world: World;
	version: Version;
	behaviour: Behaviour;
	/** Rows per page where the client has no say. */
	pageSize: number;
	/** Epoch milliseconds. */
	now: () => number;
	/** By upload ID. */
	uploads: Map<string, Upload>;
	/** Message IDs by the pending IDs that sending answered with. */
	pending: Map<string, string>;
	/** Chats by ID as they were before a write, told until then (epoch milliseconds). */
	stale: Map<string, { chat: WireChat; until: number }>;
}

export function isSince(sample: Sample, least: Version): boolean {
	return VERSIONS.indexOf(sample.version) >= VERSIONS.indexOf(least);
}
