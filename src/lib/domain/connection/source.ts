import type { Account } from '../chat/account';
import type { Chat, ChatID, Label } from '../chat/chat';
import type { Message, MessageAttachment } from '../chat/message';
import type { Mutation } from '../mutations/mutation';
import type { User } from '../chat/participant';
import type { Uploader } from '../mutations/upload';
import type { ServerEvents } from './events';
import type { Access, Server } from './server';

/** Part of a response that differs from the API's documentation. */
export interface ParseIssue {
	/**
	 * ID of the item, or its position in the response (`#12`) when it has no ID; null: the whole list,
	 * whose request failed.
	 */
	item: string | null;
	/** Dotted path of the field within the item; empty for the item itself. */
	path: string;
	/** Type of the actual value in a few words, never its content: `a number`, `nothing`. */
	found: string;
	/** True when the whole item was dropped, false when only the field was. */
	leftOut: boolean;
}

/** Part of a list, in the server's order. */
export interface Page<Item> {
	items: readonly Item[];
	parseIssues: readonly ParseIssue[];
}

/** A page of chats. */
export interface ChatPage extends Page<Chat> {
	/** The endpoint does not report previews: a missing preview means nothing. */
	lacksPreviews?: true;
	/** The server has confirmed the end of the list, after paging from its start. */
	isLast?: true;
}

/** Maximum number of rows per page of a list or search. */
export const MOST_ROWS = 200;

export interface ChatListOptions {
	/** Rows per page, where the server supports it; absent: the server's default. */
	limit?: number;
}

/** One chat with everything the server reports about it. */
export interface ChatAnswer {
	chat: Chat;
	parseIssues: readonly ParseIssue[];
	/** The response body, indented for display; cut if it is very long. */
	json: string;
}

export interface ChatOptions {
	/** Load all participants; otherwise the server's default, at most 100. */
	everybody?: true;
}

/**
 * Read access to a server. Implemented by `api`, for every backend.
 * Every call throws `SourceError` for an expected failure, `cancelled` when `signal` aborts.
 */
export interface Source {
	server(signal: AbortSignal): Promise<Server>;
	access(signal: AbortSignal): Promise<Access>;
	/** The accounts the server lists. ⚠ Not all: see `collectAccounts`. */
	accounts(signal: AbortSignal): Promise<Page<Account>>;
	/** All labels; empty on servers without labels. */
	labels(signal: AbortSignal): Promise<Page<Label>>;
	/**
	 * All chats with their previews, page by page, newest activity first. A chat that moves meanwhile
	 * may occur twice, or not at all.
	 */
	chats(signal: AbortSignal, options?: ChatListOptions): AsyncIterable<ChatPage>;
	/**
	 * All chats as fast as possible: first the newest with their previews, then the others in no
	 * particular order and mostly without previews. A chat that exists throughout occurs at least
	 * once.
	 */
	inventory(signal: AbortSignal): AsyncIterable<ChatPage>;
	/** One chat, by `id` or `localChatID`. */
	chat(id: ChatID, signal: AbortSignal, options?: ChatOptions): Promise<ChatAnswer>;
	/** Reports of changes; absent: the page cannot get any, and polls. */
	events?: ServerEvents;
}

/** A page of messages in the server's order, with the cursor for older ones. */
export interface MessagePage extends Page<Message> {
	/** Opaque cursor; absent when there are no older messages. */
	older?: string;
}

export interface MessageSource {
	/** @param cursor - `older` of the previous page; undefined: the newest messages */
	messages(chatID: ChatID, cursor: string | undefined, signal: AbortSignal): Promise<MessagePage>;
}

/** Finds messages in any chat. */
export interface MessageLookup {
	/**
	 * The messages that hold every word, newest chats first; older servers throw `not-found`.
	 *
	 * @param cursor - `older` of the previous page; undefined: the first page
	 */
	searchMessages(
		query: string,
		cursor: string | undefined,
		signal: AbortSignal
	): Promise<MessagePage>;
	/** @param messageID - final, or as given when the message was sent */
	message(chatID: ChatID, messageID: string, signal: AbortSignal): Promise<Message>;
}

/** Finds chats by everything that the server knows of them. */
export interface ChatLookup {
	/**
	 * The best matches: chats with every word in their title, then groups with participants of such
	 * names, also beyond the 20 that lists contain. Some servers throw `not-found`.
	 */
	searchChats(query: string, signal: AbortSignal): Promise<Page<Chat>>;
}

export interface ContactPage extends Page<User> {
	/** Opaque cursor; absent on the last page. */
	next?: string;
}

/** Access to the contacts of an account. */
export interface ContactSource {
	/**
	 * All contacts, or the contacts whose names contain every word of `query`.
	 *
	 * @param cursor - `next` of the previous page; undefined: the first page
	 */
	contacts(
		accountID: string,
		query: string,
		cursor: string | undefined,
		signal: AbortSignal
	): Promise<ContactPage>;
	/** Searches for people on the network itself, where the network supports that. */
	findContacts(accountID: string, query: string, signal: AbortSignal): Promise<Page<User>>;
}

/** Access to the files that the server keeps: pictures of chats, and files of messages. */
export interface AssetSource {
	/**
	 * A file, whose type is that of a picture, a sound, a video or `application/octet-stream`, whatever
	 * the server says.
	 *
	 * @param url - for which {@link isServedAsset} holds
	 * @param onprogress - called with the bytes that have come; then there is no time limit
	 * @throws SourceError `invalid` for any other: no other server is ever asked
	 */
	asset(url: string, signal: AbortSignal, onprogress?: (bytes: number) => void): Promise<Blob>;
}

/** Reads the file of an attachment; rejects with a `SourceError`. */
export type ReadFile = (
	attachment: MessageAttachment,
	signal: AbortSignal,
	onprogress: (bytes: number) => void
) => Promise<Blob>;

/** The response to a mutation that the server accepted. */
export interface MutationResponse {
	status: number;
	/** The response body, cut if it is very long; empty after a 204. */
	json: string;
	/**
	 * The response does not fit the mutation, or is about another chat: whether the mutation happened
	 * is unknown, and nothing of the response may be shown.
	 */
	isUnexpected?: true;
	/** Absent when the response does not contain the chat, which then has to be read again. */
	chat?: Chat;
	/**
	 * ID of the opened chat, the only content of responses from older servers; of the chat that a
	 * message went to.
	 */
	chatID?: ChatID;
	/** ID of the sent message: see `AcceptedMessage`. */
	messageID?: string;
}

/** Sends mutations to the server. Their effects reach real people. */
export interface MutationSender {
	/**
	 * Sends one request, once and without retries.
	 *
	 * @throws SourceError; if {@link isOutcomeUnknown}, the mutation may have happened anyway
	 */
	sendMutation(mutation: Mutation, signal: AbortSignal): Promise<MutationResponse>;
}

/** All requests that the dashboard can make to a server. */
export interface Beeper
	extends
		Source,
		MutationSender,
		MessageSource,
		MessageLookup,
		ChatLookup,
		ContactSource,
		AssetSource,
		Uploader {}
