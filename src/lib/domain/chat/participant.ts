import { cleanName } from './name';

/**
 * A person as a network knows them.
 *
 * @see User in @beeper/desktop-api 5.0.0
 */
export interface User {
	id: string;
	/** May contain emoji. */
	fullName?: string;
	/** A handle such as `@alice`; not globally unique. */
	username?: string;
	/** E.164. */
	phoneNumber?: string;
	email?: string;
	imgURL?: string;
	/** True for the account's own identity. */
	isSelf?: boolean;
	/** True when the user cannot start a chat with this person, who may still write to the user. */
	cannotMessage?: boolean;
}

/** A user as a member of one chat. */
export interface Participant extends User {
	isAdmin?: boolean;
	isNetworkBot?: boolean;
	/** Invited, not joined yet. */
	isPending?: boolean;
}

/** A person to start a chat with, by any known data. */
export interface Contact {
	id?: string;
	username?: string;
	phoneNumber?: string;
	email?: string;
	fullName?: string;
}

/**
 * An ID that reaches a person: a phone number, an email address or a Matrix address; never a
 * bridge's internal ID.
 */
const WRITTEN_ID = /^(?:\+\d{5,}|@?[^\s@:;#]+[@:][^\s@:;#]+\.[^\s@:;#]+)$/;

/**
 * The most readable name of a user, cleaned for display.
 *
 * @returns undefined when every name is invisible or a bridge's internal ID
 */
export function findName(user: User): string | undefined {
	const { fullName, username, phoneNumber, email, id } = user;
	return [fullName, username, phoneNumber, email, WRITTEN_ID.test(id) ? id : '']
		.map(cleanName)
		.find((name) => name !== '');
}

/** {@link findName}, or `Unknown person`. */
export function getName(user: User): string {
	return findName(user) ?? 'Unknown person';
}

export interface Participants {
	/** At most 20 in list responses: see `hasMore`. */
	items: readonly Participant[];
	hasMore: boolean;
	/** Number of people in the chat, the user included. */
	total: number;
}

/**
 * Participants after a further response. Most responses hold at most 20 or 100 people, so a longer
 * known list stays, unless a changed total shows that people have joined or left.
 */
export function mergeParticipants(known: Participants, later: Participants): Participants {
	const isCut = later.items.length < known.items.length && later.total === known.total;
	return isCut ? known : later;
}
