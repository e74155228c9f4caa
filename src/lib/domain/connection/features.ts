import type { Account } from '../chat/account';
import type { Chat } from '../chat/chat';
import type { Server } from './server';

/**
 * The first release of Beeper Desktop that has each, by the version of the app: the one in
 * `/v1/info` and in `X-Beeper-Desktop-Version`. ⚠ 5.0.0 is the version of the API's document and of
 * its SDK; no app is called so.
 */
export const RELEASES = {
	/** `GET /v1/info`. */
	info: '4.2.557',
	/** `POST /oauth/introspect`: what a token may do. */
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
	/** `remindAt` as an ISO date; `remindAtMs` before. */
	remindAtISO: '4.2.808',
	/** The reaction's key in the path; in the query before. */
	reactionPath: '4.2.808',
	/**
	 * `status` on accounts. Documented for 4.3, met in 4.2.985 and in nothing up to 4.2.808: this is
	 * the first release after that, so that none is called too old on a guess.
	 */
	accountStatus: '4.2.842'
} as const;

export type Release = keyof typeof RELEASES;

/** Something the dashboard shows or does that older servers cannot. */
export interface Feature {
	/** Fits after "It lacks": `drafts`. */
	label: string;
	release: Release;
}

/** Oldest first. What every server has, such as listing chats, is not named. */
export const FEATURES: readonly Feature[] = [
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

/** What a server says of its age, and what its answers show of it. */
export type Age = Pick<Server, 'version' | 'atLeast'>;

/** What a server is too old for, oldest feature first. */
export function findMissingFeatures(server: Age): readonly Feature[] {
	return FEATURES.filter(({ release }) => isMissing(release, server));
}

/**
 * Whether a server is too old for something. What it was seen to answer outranks the version it
 * names: a release that answers with something has all that came before it, too.
 */
export function isMissing(release: Release, { version, atLeast }: Age): boolean {
	const since = RELEASES[release];
	return isBefore(version, since) && (atLeast === undefined || isBefore(atLeast, since));
}

/** Chats that are looked at: a server that tells something of chats tells it of nearly all. */
const ENOUGH_CHATS = 500;

/**
 * The newest release whose fields are in these answers.
 *
 * @returns the app version that the server has at least; undefined when they show nothing of it
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
 * @param version - absent for a server that does not say, which makes it older than 4.2.557; one
 *   that is no number is taken for a new one
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
