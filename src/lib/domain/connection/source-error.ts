/** Everything that can go wrong between the dashboard and a server, by what the user can do about it. */
export type SourceFailure =
	/** Nothing answers at the address. */
	| 'unreachable'
	/** Something answers, but does not let this page in: CORS, or not a Beeper server at all. */
	| 'blocked'
	| 'token-missing'
	| 'token-refused'
	/** The token was good until its time was over. */
	| 'token-expired'
	/** The token can read, and is refused every change. */
	| 'read-only'
	/** The token may not do this one thing. */
	| 'scope'
	| 'not-found'
	| 'conflict'
	| 'invalid'
	| 'rate-limited'
	/** The network behind the bridge failed. */
	| 'network-failed'
	| 'server-fault'
	/** The answer makes no sense to us. */
	| 'malformed'
	/** The answer leads to another address, where nothing of this is sent. */
	| 'redirected'
	/** The browser kept the request back, as the server does not allow it to pages: nothing was sent. */
	| 'not-sent'
	| 'timed-out'
	/** Another Beeper answers than the one whose chats are shown; nothing was sent to it. */
	| 'other-server'
	| 'cancelled';

/** What a server makes of the token, once it no longer takes it for all that it was used for. */
export type TokenFailure = Extract<SourceFailure, 'token-refused' | 'token-expired' | 'read-only'>;

/** One reason why the server found a request invalid. */
export interface Issue {
	message: string;
	/** Dotted path of the field, empty for the whole request. */
	path: string;
}

export interface SourceErrorOptions extends ErrorOptions {
	/** HTTP status; absent when no answer came. */
	status?: number;
	/** The server's own words, shown as they are. */
	says?: string;
	issues?: readonly Issue[];
	/** Milliseconds the server asked to wait. */
	retryAfter?: number;
}

/** The only error a source throws for an expected failure. Never holds the token. */
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
