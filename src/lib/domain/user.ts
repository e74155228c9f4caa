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

/** The most human of the names a user has; the ID when there is no other. */
export function nameOf(user: User): string {
	return user.fullName || user.username || user.phoneNumber || user.email || user.id;
}
