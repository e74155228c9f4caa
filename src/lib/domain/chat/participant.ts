import { cleanName } from './name';

/**
 * A person as a network knows them.
 *
 * @see User in @beeper/desktop-api 5.0.0
 */
export interface User {
	id: string;
	/** May hold emoji. */
	fullName?: string;
	/** A handle such as `@alice`; not globally unique. */
	username?: string;
	/** E.164. */
	phoneNumber?: string;
	email?: string;
	imgURL?: string;
	/** True for the account's own identity. */
	isSelf?: boolean;
	/** True when a chat with them cannot be started; they may still write. */
	cannotMessage?: boolean;
}

/** A user as a member of one chat. */
export interface Participant extends User {
	isAdmin?: boolean;
	isNetworkBot?: boolean;
	/** Invited, not joined yet. */
	isPending?: boolean;
}

/** A person to start a chat with, by what is known of them. */
export interface Contact {
	id?: string;
	username?: string;
	phoneNumber?: string;
	email?: string;
	fullName?: string;
}

/** An ID that people write to: a number, a mail address, or a Matrix address; not one of a bridge. */
const WRITTEN_ID = /^(?:\+\d{5,}|@?[^\s@:;#]+[@:][^\s@:;#]+\.[^\s@:;#]+)$/;

/**
 * The most human of the names a user has, ready to be shown.
 *
 * @returns undefined when all there is shows nothing, or is the ID of a bridge
 */
export function findName(user: User): string | undefined {
	const { fullName, username, phoneNumber, email, id } = user;
	return [fullName, username, phoneNumber, email, WRITTEN_ID.test(id) ? id : '']
		.map(cleanName)
		.find((name) => name !== '');
}

/** {@link findName}, or words for a person without one. */
export function getName(user: User): string {
	return findName(user) ?? 'Unknown person';
}

export interface Participants {
	/** At most 20 on list rows: see `hasMore`. */
	items: readonly Participant[];
	hasMore: boolean;
	/** Everybody in the chat, the user included. */
	total: number;
}

/**
 * Who is in a chat after another answer: most answers hold 20 or 100 people at most, so a longer
 * list stays, unless the number of people says that somebody has come or gone.
 */
export function mergeParticipants(known: Participants, later: Participants): Participants {
	const isCut = later.items.length < known.items.length && later.total === known.total;
	return isCut ? known : later;
}
