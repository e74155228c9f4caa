import type { Account } from '$lib/domain/chat/account';
import type { ChatID, Label } from '$lib/domain/chat/chat';
import type { Beeper, ChatAnswer, ChatOptions, Page } from '$lib/domain/connection/source';
import { cutText, SIZE_LIMITS } from '$lib/domain/connection/size-limits';
import { SourceError, type TokenFailure } from '$lib/domain/connection/source-error';
import type { Access, Server } from '$lib/domain/connection/server';
import type { Interner } from '$lib/domain/capabilities/intern';
import { readAccount } from './schemas/account';
import { createChatReader, readLabel } from './schemas/chat';
import { createClient, type ClientOptions } from './client';
import { parseJSON } from './errors';
import { toParseIssues, readRows } from './pagination/read-page';
import { encodePathSegment } from './requests';
import { createAssetSource } from './assets';
import { createContactSource } from './contacts';
import { createEvents } from './events';
import { createMessageSource } from './messages';
import { createRefusalCheck } from './token-check';
import { readAccess, readServer } from './schemas/server';
import { createUploader } from './uploads';
import { createChatLists } from './chats';
import { createChatLookup } from './chat-lookup';
import { createWriter } from './mutations';
import type { OpenSocket } from './web-socket';

export interface SourceOptions extends ClientOptions {
	/** Interns capabilities, so that equal ones are one object in the whole app. */
	share?: Interner;
	/** Called with what a response shows about the token, each time. */
	ontoken?: (failure: TokenFailure) => void;
	/** Opens a socket to the events; absent: there are none. */
	openSocket?: OpenSocket | undefined;
}

/**
 * A Beeper Desktop API, or anything that answers like one. Without a token only `server` works;
 * every other call throws `token-missing`.
 *
 * @throws TypeError when the address is not an absolute URL
 */
export function createSource({ share, ontoken, openSocket, ...options }: SourceOptions): Beeper {
	const token = options.token?.trim() ?? '';
	const client = createClient({
		...options,
		token,
		onrefused: ({ failure }) => ontoken?.(failure === 'token-expired' ? failure : 'token-refused')
	});
	const explainRefusal = createRefusalCheck(client, () => ontoken?.('read-only'));
	const readChat = createChatReader(share);
	const walks = createChatLists(client, readChat);
	const uploader = createUploader(client, token);
	const writer = createWriter({ client, readChat, server: cacheFirst(server) });

	async function server(signal: AbortSignal): Promise<Server> {
		const { status, text, headers } = await client.getPublic('/v1/info', signal);
		const version = headers.get('x-beeper-desktop-version');
		return {
			...(version && { version: cutText(version, SIZE_LIMITS.name) }),
			// Before 4.2.557 there is no such page.
			...(status === 404 ? {} : readServer(parseJSON(text)))
		};
	}

	async function access(signal: AbortSignal): Promise<Access> {
		const form = { token, token_type_hint: 'access_token' };
		try {
			const { text } = await client.postForm('/oauth/introspect', signal, form);
			return readAccess(parseJSON(text));
		} catch (error) {
			const isUntold = error instanceof SourceError && SILENT_STATUSES.has(error.status);
			if (!isUntold) throw error;
			// Servers before 4.2.557, and servers that refuse introspection, are checked by a read.
			await client.get('/v1/accounts', signal);
			return {};
		}
	}

	async function accounts(signal: AbortSignal): Promise<Page<Account>> {
		const { text } = await client.get('/v1/accounts', signal);
		const rows = parseJSON(text);
		if (!Array.isArray(rows)) throw new SourceError('malformed');
		return readRows(rows, readAccount, ({ accountID }) => accountID, SIZE_LIMITS.entries);
	}

	async function labels(signal: AbortSignal): Promise<Page<Label>> {
		try {
			const { text } = await client.get('/v1/labels', signal);
			const rows = parseJSON(text);
			if (!Array.isArray(rows)) throw new SourceError('malformed');
			return readRows(rows, readLabel, ({ id }) => id, SIZE_LIMITS.entries);
		} catch (error) {
			// Older servers have no labels.
			if (error instanceof SourceError && error.failure === 'not-found') return NOTHING;
			throw error;
		}
	}

	async function chat(
		id: ChatID,
		signal: AbortSignal,
		{ everybody }: ChatOptions = {}
	): Promise<ChatAnswer> {
		const path = `/v1/chats/${encodePathSegment(id)}`;
		const query = everybody && { maxParticipantCount: '-1' };
		const { text } = await client.get(path, signal, query).catch((error) => {
			// Some releases do not know the parameter, or not this value.
			if (query && error instanceof SourceError && error.failure === 'invalid') {
				return client.get(path, signal);
			}
			throw error;
		});
		const raw = parseJSON(text);
		const { value, findings } = readChat(raw);
		if (!value) throw new SourceError('malformed');
		return {
			chat: value,
			parseIssues: toParseIssues(value.id, findings, false),
			json: cutText(indent(raw, text), SIZE_LIMITS.json)
		};
	}

	return {
		server,
		access,
		accounts,
		labels,
		chats: walks.list,
		inventory: walks.inventory,
		chat,
		...(openSocket && { events: createEvents(openSocket) }),
		sendMutation: (mutation, signal) =>
			explainRefusal(() => writer.sendMutation(mutation, signal), signal),
		...createMessageSource(client),
		...createChatLookup(client, readChat),
		...createContactSource(client),
		...createAssetSource(client),
		upload: (file, signal, onprogress) =>
			explainRefusal(() => uploader.upload(file, signal, onprogress), signal)
	};
}

/** Statuses of introspection that say nothing about the token. */
const SILENT_STATUSES: ReadonlySet<number | undefined> = new Set([401, 403, 404]);

const NOTHING = { items: [], parseIssues: [] };

/** Caches the first success. */
function cacheFirst<Value>(ask: (signal: AbortSignal) => Promise<Value>) {
	let known: Value | undefined;
	return async (signal: AbortSignal) => (known ??= await ask(signal));
}

function indent(raw: unknown, text: string): string {
	try {
		return JSON.stringify(raw, null, 2);
	} catch (error) {
		// Deep nesting overflows the stack, as each level is one call.
		if (!(error instanceof RangeError)) throw error;
		return text;
	}
}
