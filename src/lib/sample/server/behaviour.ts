/**
 * Misleading responses to a write about a chat. All except `before-503` come after the write was
 * done.
 *
 * - `before-503`: a 503; nothing was done
 * - `after-503`: a 503
 * - `redirect`: a 307 to another path
 * - `broken`: the correct status, with truncated JSON
 * - `other-chat`: the correct status, with another chat
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

/** Archiving marks as read; setting a reminder archives; sending a message archives its chat. */
export const SETTINGS = ['archive-marks-read', 'reminder-archives', 'reply-archives'] as const;
export type Setting = (typeof SETTINGS)[number];

/**
 * The way of a sent message to its network. Each is accepted, and pending at first.
 *
 * - `fail`: the network refuses it
 * - `slow`: it is pending for 20 seconds
 * - `lost`: it is never heard of again
 */
export const SEND_FAULTS = ['fail', 'slow', 'lost'] as const;
export type SendFault = (typeof SEND_FAULTS)[number];

/**
 * CORS restrictions: methods other than GET and POST are blocked; error responses cannot be read;
 * only origins at `localhost`, not `127.0.0.1`, are allowed; no page is.
 */
export const CORS_LIMITS = ['reads-only', 'no-error-headers', 'localhost-only', 'none'] as const;
export type CorsLimit = (typeof CORS_LIMITS)[number];

/**
 * Deviations of sign-in by OAuth.
 *
 * - `off`: the server has no OAuth
 * - `no-registration`: clients can't register themselves
 * - `registration-refused`: a 403 to every registration
 * - `deny`: the user says no without being asked
 * - `code-expired`: codes expire at once
 * - `elsewhere`: the token endpoint is said to be at another port
 */
export const OAUTH_FAULTS = [
	'off',
	'no-registration',
	'registration-refused',
	'deny',
	'code-expired',
	'elsewhere'
] as const;
export type OAuthFault = (typeof OAUTH_FAULTS)[number];

/** Every file is missing, a page of HTML, or comes after three seconds. */
export const ASSET_FAULTS = ['missing', 'html', 'slow'] as const;
export type AssetFault = (typeof ASSET_FAULTS)[number];

/** The kinds of cursors in chat lists: see `Behaviour.cursors`. */
export const CURSOR_KINDS = ['keys', 'times', 'offsets'] as const;
export type CursorKind = (typeof CURSOR_KINDS)[number];

/** The treatment of `limit` by the chat list. */
export const LIST_LIMITS = ['honoured', 'ignored', 'refused'] as const;
export type ListLimit = (typeof LIST_LIMITS)[number];

/** The responses of a server that has only just started. `/v1/accounts` is empty. */
export interface NotReady {
	/** Epoch milliseconds at which the server becomes ready. */
	until: number;
	/** Number of chats in lists until then, presented as if there were no more. */
	listed: number;
	/** Status of requests for a single chat until then. */
	chatStatus: 404 | 500;
}

/** Deviations of a sample server from the documentation, as observed in real servers. */
export interface Behaviour {
	/**
	 * The content of cursors in chat lists: `keys`: a key of the chat; `times`: the time of its last
	 * activity in milliseconds, so that chats with the same time as the end of a page are skipped;
	 * `offsets`: the offset in the list (`c200`, the same with every filter).
	 */
	cursors: CursorKind;
	/**
	 * The spelling required for the time of a reminder, `remindAt` or `remindAtMs`; `version`: that
	 * of the server version.
	 */
	reminders: 'version' | 'iso' | 'ms';
	/**
	 * Status of every write while reads work, as for a read-only token; 0: decided by the token's
	 * scopes.
	 */
	tokenWrites: 0 | 401 | 403;
	/** Milliseconds after the start at which the usual token expires; `Infinity`: never. */
	tokenExpires: number;
	/** The fault in sign-in by OAuth; `null`: none. */
	oauth: OAuthFault | null;
	/** Milliseconds for which a token issued by OAuth is valid; `Infinity`: until it is revoked. */
	tokenLifetime: number;
	/** The fault in the response to every write about a chat; `null`: none. */
	writeFaults: WriteFault | null;
	/**
	 * Milliseconds for which a changed chat is returned unchanged, in the response to the write too;
	 * 0: not at all.
	 */
	staleEcho: number;
	/** The fault in the way of sent messages; `null`: none. */
	sendFault: SendFault | null;
	/** Beeper's own settings that give a write side effects. */
	settings: readonly Setting[];
	/** The CORS restrictions for pages. */
	cors: readonly CorsLimit[];
	/** `version`: honoured since 4.3.73, ignored before. */
	listLimit: ListLimit | 'version';
	/** `null`: ready from the start. */
	notReady: NotReady | null;
	/**
	 * Names and texts are odd, the owners of all accounts share a name, and one account lacks its
	 * network.
	 */
	oddNames: boolean;
	/**
	 * The routes that return merged chats. `a`: the list omits their members, search returns both; `b`:
	 * both routes return both; `c`: no route mentions merging; `none`: the world has no merged chats.
	 */
	merged: 'none' | 'a' | 'b' | 'c';
	/** The fault of every served file; `null`: none. */
	assets: AssetFault | null;
	/** Servers without labels lack `GET /v1/labels`. */
	labels: boolean;
	/** Epoch milliseconds before which `/v1/accounts` is empty; absent: never empty. */
	accountsFrom?: number;
	/**
	 * Epoch milliseconds before which `/v1/accounts` lacks the last account; absent: always listed.
	 */
	lastAccountFrom?: number;
	/** The app's bundle ID; absent: the sample's. */
	bundleID?: string;
}

/** No deviations from the documentation. */
export const DOCUMENTED: Behaviour = {
	cursors: 'keys',
	reminders: 'version',
	tokenWrites: 0,
	tokenExpires: Infinity,
	oauth: null,
	tokenLifetime: Infinity,
	writeFaults: null,
	staleEcho: 0,
	sendFault: null,
	settings: [],
	cors: [],
	listLimit: 'version',
	notReady: null,
	oddNames: false,
	merged: 'none',
	assets: null,
	labels: false
};
