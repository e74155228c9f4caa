/** Failures between the dashboard and a server, classified by the user's options. */
export type SourceFailure =
	/** No response from the address. */
	| 'unreachable'
	/** A server responds, but gives this page no access: CORS, or not a Beeper server at all. */
	| 'blocked'
	| 'token-missing'
	| 'token-refused'
	/** The token has reached its expiry time. */
	| 'token-expired'
	/** The token may read, but every change is refused. */
	| 'read-only'
	/** The token lacks permission for this one request. */
	| 'scope'
	| 'not-found'
	| 'conflict'
	| 'invalid'
	| 'rate-limited'
	/** The chat network behind the bridge failed. */
	| 'network-failed'
	| 'server-fault'
	/** The response could not be parsed. */
	| 'malformed'
	/** The response redirects to another address; the redirect is not followed. */
	| 'redirected'
	/**
	 * The browser blocked the request, as the server does not allow it to pages: nothing was sent.
	 */
	| 'not-sent'
	| 'timed-out'
	/** A different Beeper responds than the one whose chats are shown; nothing was sent to it. */
	| 'other-server'
	| 'cancelled';

/** Failures that restrict every further use of the token. */
export type TokenFailure = Extract<SourceFailure, 'token-refused' | 'token-expired' | 'read-only'>;

/** A reason why the server rejected a request as invalid. */
export interface Issue {
	message: string;
	/** Dotted path of the field, empty for the whole request. */
	path: string;
}

export interface SourceErrorOptions extends ErrorOptions {
	/** HTTP status; absent when no response arrived. */
	status?: number;
	/** The server's own message, shown unchanged. */
	says?: string;
	issues?: readonly Issue[];
	/** Milliseconds to wait before a retry, as requested by the server. */
	retryAfter?: number;
}

/** The only error a source throws for an expected failure. Never contains the token. */
export class SourceError extends Error {
	override readonly name = 'SourceError';
	readonly status: number | undefined;
	readonly says: string | undefined;
	readonly issues: readonly Issue[];
	readonly retryAfter: number | undefined;

	constructor(
		readonly failure: SourceFailure,
		options: SourceErrorOptions = {}
	) {
		super(failure, options);
		this.status = options.status;
		this.says = options.says;
		this.issues = options.issues ?? [];
		this.retryAfter = options.retryAfter;
	}
}
