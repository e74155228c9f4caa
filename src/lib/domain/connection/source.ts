import type { Account } from '../chat/account';
import type { Chat, ChatID, Label } from '../chat/chat';
import type { Message } from '../chat/message';
import type { Mutation } from '../mutations/mutation';
import type { User } from '../chat/participant';
import type { Uploader } from '../mutations/upload';
import type { Access, Server } from './server';

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
	lacksPreviews?: true;
	/** The list itself ends here, by the server's own word, after a walk from its start. */
	isLast?: true;
}

/** The most rows that a list or search gives at once. */
export const MOST_ROWS = 200;

export interface ChatListOptions {
	/** Rows a page, where the server takes that; absent: as many as it likes. */
	limit?: number;
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

/** Messages of a chat, in the server's order, and where those before them are. */
export interface MessagePage extends Page<Message> {
	/** Opaque; absent where nothing is older. */
	older?: string;
}

export interface MessageSource {
	/** @param cursor - `older` of the page before; absent: the newest messages */
	messages(chatID: ChatID, cursor: string | undefined, signal: AbortSignal): Promise<MessagePage>;
}

export interface ContactPage extends Page<User> {
	/** Opaque; absent at the end. */
	next?: string;
}

/** The people an account knows. */
export interface ContactSource {
	/**
	 * All of them, or those whose names hold every word of `query`.
	 *
	 * @param cursor - `next` of the page before; absent: the first
	 */
	contacts(
		accountID: string,
		query: string,
		cursor: string | undefined,
		signal: AbortSignal
	): Promise<ContactPage>;
	/** Looks people up on the network itself, where it allows that. */
	findContacts(accountID: string, query: string, signal: AbortSignal): Promise<Page<User>>;
}

/** What became of a write that the server took. */
export interface MutationResponse {
	status: number;
	/** The body as it came; empty after a 204. */
	json: string;
	/**
	 * The answer is none that the API gives to such a write, or is about another chat: whether the write
	 * happened is open, and nothing of the answer is to be shown.
	 */
	isOdd?: true;
	/** Absent when the answer does not hold the chat: it has to be read again. */
	chat?: Chat;
	/** The chat that was opened. Older servers answer with nothing else. */
	chatID?: ChatID;
}

/** Changes things at the server, and with that for real people. */
export interface MutationSender {
	/**
	 * Sends one request, once, and never again by itself.
	 *
	 * @throws SourceError; when it {@link isOutcomeUnknown}, the write may have happened all the same
	 */
	sendMutation(mutation: Mutation, signal: AbortSignal): Promise<MutationResponse>;
}

/** Everything a server can be asked, and asked to do. */
export interface Beeper extends Source, MutationSender, MessageSource, ContactSource, Uploader {}
