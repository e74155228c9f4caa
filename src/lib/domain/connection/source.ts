import type { Account } from '../chat/account';
import type { Chat, ChatID, Label } from '../chat/chat';

/** Something in an answer that could not be read as documented. */
export interface Oddity {
	/** The item's ID, or its place in the answer (`#12`) when it has none. */
	item: string;
	/** Dotted path of the field within the item; empty for the item itself. */
	path: string;
	/** What stood there instead, in a few words, never its content: `a number`, `nothing`. */
	found: string;
	/** True when the whole item was left out, false when only the field was. */
	leftOut: boolean;
}

/** Part of a list, in the server's order. */
export interface Page<Item> {
	items: readonly Item[];
	oddities: readonly Oddity[];
}

/** Some chats of many. */
export interface ChatPage extends Page<Chat> {
	/** Previews are not told here: that a chat has none means nothing. */
	isBrief?: true;
	/** The list itself ends here, by the server's own word, after a walk from its start. */
	isLast?: true;
}

/** The most rows that a list or search gives at once. */
export const MOST_ROWS = 200;

export interface ChatListOptions {
	/** Rows a page, where the server takes that; absent: as many as it likes. */
	limit?: number;
}

/** What a server says of itself without a token. */
export interface Server {
	/** Absent when the server does not say (before 4.2.557). */
	version?: string;
	name?: string;
	/** Absent or `running` when the API answers as it should. */
	status?: string;
	/** Of its app: Beeper Nightly has another than Beeper Desktop. */
	bundleID?: string;
	/** The version its answers show that it has at least: see `findLeastVersion`. Absent: they show nothing. */
	atLeast?: string;
}

/** What the token may do. Absent scopes: the server cannot tell (before 4.2.557). */
export interface Access {
	canWrite?: boolean;
	/** Epoch milliseconds; absent for a token that doesn't end by itself, as far as the server says. */
	expiresAt?: number;
}

/** One chat with everything the server says about it. */
export interface ChatAnswer {
	chat: Chat;
	oddities: readonly Oddity[];
	/** The answer as it came, indented, for people to read. */
	json: string;
}

export interface ChatOptions {
	/** Tell all participants, however many; else those that the server tells unasked, 100 at most. */
	everybody?: true;
}

/**
 * Where chats come from. Implemented by `api`, whatever answers behind it.
 * Every call throws `SourceError` for an expected failure, kind `cancelled` when `signal` aborts.
 */
export interface Source {
	server(signal: AbortSignal): Promise<Server>;
	access(signal: AbortSignal): Promise<Access>;
	/** The accounts the server lists. ⚠ Not all: see `collectAccounts`. */
	accounts(signal: AbortSignal): Promise<Page<Account>>;
	/** The labels there are; none on servers without labels. */
	labels(signal: AbortSignal): Promise<Page<Label>>;
	/**
	 * Every chat with its preview, page by page, newest activity first. A chat that moves meanwhile
	 * may come twice, or not at all.
	 */
	chats(signal: AbortSignal, options?: ChatListOptions): AsyncIterable<ChatPage>;
	/**
	 * Every chat, as soon as can be: first the newest with their previews, then the others in no
	 * order and mostly without. A chat that is there all the time is met, if twice.
	 */
	inventory(signal: AbortSignal): AsyncIterable<ChatPage>;
	/** By `id` or `localChatID`. */
	chat(id: ChatID, signal: AbortSignal, options?: ChatOptions): Promise<ChatAnswer>;
}

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
	/** The part of the dashboard that could have asked did not come; nothing was sent. */
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
