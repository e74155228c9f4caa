/**
 * The answer to a write about a chat that misleads. All but `before-503` come after the write was done.
 *
 * - `before-503`: a 503, and nothing was done
 * - `after-503`: a 503
 * - `redirect`: a 307 to another path
 * - `broken`: the right status, and JSON that breaks off
 * - `other-chat`: the right status, and another chat
 * - `accepted`: a 202 without a body
 */
export const WRITE_FAULTS = [
	'before-503',
	'after-503',
	'redirect',
	'broken',
	'other-chat',
	'accepted'
] as const;
export type WriteFault = (typeof WRITE_FAULTS)[number];

/** Archiving marks as read; setting a reminder archives; a message that is sent archives its chat. */
export const SETTINGS = ['archive-marks-read', 'reminder-archives', 'reply-archives'] as const;
export type Setting = (typeof SETTINGS)[number];

/**
 * What a page may not do: send other methods than GET and POST, read errors, or be anywhere but at
 * `localhost`, `127.0.0.1` included.
 */
export const CORS_LIMITS = ['reads-only', 'no-errors', 'localhost-only'] as const;
export type CorsLimit = (typeof CORS_LIMITS)[number];

/** How cursors of chat lists are made. */
export const CURSOR_KINDS = ['keys', 'times', 'offsets'] as const;
export type CursorKind = (typeof CURSOR_KINDS)[number];

/** How the list of chats answers to a `limit`. */
export const LIST_LIMITS = ['honoured', 'ignored', 'refused'] as const;
export type ListLimit = (typeof LIST_LIMITS)[number];

/** How a server answers that has only just started: `/v1/accounts` is empty. */
export interface NotReady {
	/** Epoch milliseconds from which on all is as it should be. */
	until: number;
	/** Chats that the lists show meanwhile, as if there were no more. */
	listed: number;
	/** The response to a request for a single chat meanwhile. */
	chatStatus: 404 | 500;
}

/** How a sample server departs from the documented one, as real servers were seen to. */
export interface Behaviour {
	/**
	 * How cursors of chat lists are made: from a key of the chat, from the time of its last
	 * activity (milliseconds, so that a page skips the rest of a millisecond in which the one
	 * before ended), or from its offset in the list (`c200`, the same under every filter).
	 */
	cursors: CursorKind;
	/** How the time of a reminder must be spelt, whatever the version says: `remindAt` or `remindAtMs`. */
	reminders: 'version' | 'iso' | 'ms';
	/** Status of every mutation while reads work, as for a read-only token; 0: by its scopes. */
	tokenWrites: 0 | 401 | 403;
	/** Milliseconds after the start when the usual token expires; `Infinity`: never. */
	tokenExpires: number;
	/** The fault in the response to every mutation of a chat; `null`: none. */
	writeFaults: WriteFault | null;
	/**
	 * Milliseconds for which a changed chat is told as it was before, in the answer to the write too;
	 * 0: not at all.
	 */
	staleEcho: number;
	/** Beeper's own settings that make a write do more than it was asked to. */
	settings: readonly Setting[];
	/** In which ways pages are let in only in part. */
	cors: readonly CorsLimit[];
	/** `version`: honoured from 4.3.73 on, ignored before. */
	listLimit: ListLimit | 'version';
	/** `null`: ready from the start. */
	notReady: NotReady | null;
	/** Names and texts are odd, all accounts have owners of one name, and one leaves its network out. */
	oddNames: boolean;
	/**
	 * Where merged chats are told. `a`: the list leaves their members out, search has both; `b`: both
	 * have both; `c`: nowhere, as if nothing were merged. `none`: nobody is merged in this world.
	 */
	merged: 'none' | 'a' | 'b' | 'c';
	/** Whether there are labels; servers without them do not know `GET /v1/labels`. */
	labels: boolean;
	/** Epoch milliseconds from which on `/v1/accounts` lists anything; absent: always. */
	accountsFrom?: number;
	/** Epoch milliseconds from which on it lists the last account, as if it were added then. */
	lastAccountFrom?: number;
	/** The app's own name for itself; absent: the sample's. */
	bundleID?: string;
}

/** As the documentation has it. */
export const DOCUMENTED: Behaviour = {
	cursors: 'keys',
	reminders: 'version',
	tokenWrites: 0,
	tokenExpires: Infinity,
	writeFaults: null,
	staleEcho: 0,
	settings: [],
	cors: [],
	listLimit: 'version',
	notReady: null,
	oddNames: false,
	merged: 'none',
	labels: false
};
