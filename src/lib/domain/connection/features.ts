import type { Account } from '../chat/account';
import type { Chat } from '../chat/chat';
import type { Server } from './server';

/**
 * The first release of Beeper Desktop with each feature, by the app version in `/v1/info` and
 * `X-Beeper-Desktop-Version`. ⚠ 5.0.0 is the version of the API document and its SDK, not of an
 * app.
 */
export const RELEASES = {
	/** `GET /v1/info`. */
	info: '4.2.557',
	/** `POST /oauth/introspect`: the permissions of a token. */
	introspection: '4.2.557',
	reactions: '4.2.557',
	/** `bridge` on accounts. */
	bridge: '4.2.785',
	/** `PATCH /v1/chats/{id}`. */
	patch: '4.2.808',
	/** `POST …/read` and `…/unread`. */
	read: '4.2.808',
	notifyAnyway: '4.2.808',
	/** `POST /v1/chats/start`. */
	start: '4.2.808',
	/** `capabilities`, `draft`, `isLowPriority` … on chats. */
	richChats: '4.2.808',
	/** `remindAt` as an ISO date; earlier releases take `remindAtMs`. */
	remindAtISO: '4.2.808',
	/** The reaction key in the path; earlier releases take it in the query. */
	reactionPath: '4.2.808',
	/**
	 * `status` on accounts. Documented for 4.3, but observed in 4.2.985 and in no release up to
	 * 4.2.808. This is the first release after 4.2.808, so that no server is wrongly called too old.
	 */
	accountStatus: '4.2.842'
} as const;

export type Release = keyof typeof RELEASES;

/** A feature of the dashboard that older servers do not support. */
export interface Feature {
	/** Fits after "It lacks": `drafts`. */
	label: string;
	release: Release;
}

/** Oldest first. Features of every server, such as listing chats, are not included. */
export const SERVER_FEATURES: readonly Feature[] = [
	{ label: 'reactions', release: 'reactions' },
	{ label: 'what a token may do', release: 'introspection' },
	{ label: 'exact networks of accounts', release: 'bridge' },
	{ label: 'capabilities', release: 'richChats' },
	{ label: 'drafts', release: 'richChats' },
	{ label: 'low priority', release: 'richChats' },
	{ label: 'changing chats', release: 'patch' },
	{ label: 'marking as read', release: 'read' },
	{ label: 'starting chats', release: 'start' },
	{ label: 'status of accounts', release: 'accountStatus' }
];

/** A server's stated version, and the minimum version its responses prove. */
export type Age = Pick<Server, 'version' | 'atLeast'>;

/** Features that a server is too old for, oldest first. */
export function findMissingFeatures(server: Age): readonly Feature[] {
	return SERVER_FEATURES.filter(({ release }) => isMissing(release, server));
}

/**
 * True when a server is too old for a feature. Observed responses outrank the stated version: a
 * release with one feature has all earlier features too.
 */
export function isMissing(release: Release, { version, atLeast }: Age): boolean {
	const since = RELEASES[release];
	return isBefore(version, since) && (atLeast === undefined || isBefore(atLeast, since));
}

/** Number of chats inspected: a server that reports a field reports it for nearly all chats. */
const ENOUGH_CHATS = 500;

/**
 * The newest release whose fields occur in these responses.
 *
 * @returns the minimum app version of the server; undefined when no such field occurs
 */
export function findLeastVersion(
	accounts: readonly Account[],
	chats: readonly Chat[]
): string | undefined {
	if (accounts.some(({ status }) => status !== undefined)) return RELEASES.accountStatus;
	if (chats.slice(0, ENOUGH_CHATS).some(isRich)) return RELEASES.richChats;
	if (accounts.some(({ bridge }) => bridge !== undefined)) return RELEASES.bridge;
	return undefined;
}

function isRich({ capabilities, draft, isLowPriority }: Chat): boolean {
	return capabilities !== undefined || draft !== undefined || isLowPriority !== undefined;
}

/**
 * @param version - absent when the server does not report it, which means older than 4.2.557; a
 *   version that is not a number counts as new
 */
export function isBefore(version: string | undefined, other: string): boolean {
	if (version === undefined) return true;
	return /^v?\d/.test(version) && isOlder(version, other);
}

function isOlder(version: string, other: string): boolean {
	const ours = numbers(version);
	const theirs = numbers(other);
	for (const [index, number] of theirs.entries()) {
		const difference = (ours[index] ?? 0) - number;
		if (difference !== 0) return difference < 0;
	}
	return false;
}

/** A pre-release counts as the release it leads to: `4.2.808-beta.1` is `4.2.808`. */
function numbers(version: string): number[] {
	const [release = ''] = version.replace(/^v/, '').split(/[-+\s]/);
	return release.split('.').map((part) => Number.parseInt(part, 10) || 0);
}
