import { SIZE_LIMITS } from '$lib/domain/connection/size-limits';
import { createAuthorizer } from '$lib/api/oauth';
import { probe } from '$lib/api/diagnostics';
import { createEvents } from '$lib/api/events';
import { readSnapshot, writeSnapshot } from '$lib/api/snapshot';
import { isSnapshotFragment, packSnapshot, unpackSnapshot } from '$lib/api/snapshot-link';
import { createSource } from '$lib/api/source';
import { isEncryptedHeader, toChats, toChatTable } from '$lib/cache/serialize';
import { createInterner } from '$lib/domain/capabilities/intern';
import { SnapshotError } from '$lib/domain/capabilities/snapshot/snapshot-error';
import { memoizeNetworkIndex } from '$lib/domain/chat/network';
import { ChatIndex } from '$lib/domain/chat-list/chat-index';
import { DEFAULT_COLUMNS, parseColumnChoice } from '$lib/domain/chat-list/column-choice';
import { readSavedViews, writeSavedViews } from '$lib/domain/chat-list/saved-views-file';
import { SignInError } from '$lib/domain/connection/sign-in-error';
import { SourceError } from '$lib/domain/connection/source-error';
import type { ServerEvent } from '$lib/domain/connection/events';
import type { PendingSignIn } from '$lib/domain/connection/sign-in';
import { parsePendingSignIn } from '$lib/domain/connection/stored-sign-in';
import type { ChatPage } from '$lib/domain/connection/source';
import type { Mutation } from '$lib/domain/mutations/mutation';
import { Random } from '$lib/format/random';
import { DraftStorage } from '$lib/state/drafts.svelte';
import { getFields, parseJSONOrUndefined } from '$lib/format/parse-json';
import { ask, makeSampleServer } from '../fixtures/sample';
import { makeSnapshot } from '../fixtures/snapshots';
import { never } from '../fixtures/http';
import { findExcess } from './bounds';
import { mutateJSON } from './mutate-json';

const ADDRESS = 'http://localhost:23373';
const PAGE_ORIGIN = 'http://localhost:23323';
const REDIRECT = `${PAGE_ORIGIN}/connect`;

/** Everything of the app that reads JSON from outside of it. */
interface Reader {
	name: string;
	/** Read from this app's own storage: whatever else is there does no harm. */
	isOwn?: true;
	/** Values as a sane program writes them. */
	samples: readonly unknown[];
	/** @param text - JSON, mostly */
	read(text: string, random: Random): unknown;
}

/** A server that answers everything with one text, and then with empty pages. */
function makeFetch(text: string, status = 200) {
	let answered = 0;
	return async () => {
		const isEndless = answered++ > 3;
		const body = isEndless ? '{"items":[],"hasMore":false}' : text;
		const isEmpty = [204, 304].includes(status);
		return new Response(isEmpty ? null : body, { status });
	};
}

function open(text: string, status?: number) {
	const fetch = makeFetch(text, status);
	return createSource({ address: ADDRESS, token: 'secret-token', fetch, retry: { limit: 0 } });
}

async function readPages(pages: AsyncIterable<ChatPage>): Promise<ChatPage[]> {
	const read: ChatPage[] = [];
	for await (const page of pages) {
		read.push(page);
		index(page);
	}
	return read;
}

/** Reads chats on, as the list does. */
function index({ items }: Pick<ChatPage, 'items'>) {
	const chats = new ChatIndex(memoizeNetworkIndex()([]));
	for (const indexed of chats.read(items)) String(indexed.title);
}

/** The events that a server's text gives, if it sends nothing else. */
async function readEvents(text: string): Promise<readonly ServerEvent[]> {
	const read: ServerEvent[] = [];
	const ending = new AbortController();
	const events = createEvents((listener) => {
		queueMicrotask(() => {
			listener.onopen();
			listener.ontext(text);
			ending.abort();
		});
		return { send: () => {}, close: () => {} };
	});
	await events((event) => read.push(event), ending.signal);
	return read;
}

const MUTATIONS: readonly [Mutation, ...Mutation[]] = [
	{ kind: 'title', chatID: '!a', value: 'T' },
	{ kind: 'archive', chatID: '!a', value: true },
	{ kind: 'read', chatID: '!a', value: true },
	{ kind: 'remind', chatID: '!a', value: { remindAt: 0, dismissOnIncomingMessage: true } },
	{ kind: 'react', chatID: '!a', messageID: '1', reactionKey: '👍' },
	{ kind: 'start', accountID: 'a', user: { id: '@a:b' } },
	{ kind: 'message', chatID: '!a', text: 'Hi', replyToMessageID: '1' }
];

const STATUSES = [200, 201, 202, 204, 400, 401, 403, 404, 409, 422, 429, 500, 502] as const;

const PENDING: PendingSignIn = {
	address: ADDRESS,
	scope: 'read write',
	remember: true,
	returnTo: '/chats',
	state: 's',
	verifier: 'v',
	clientID: 'c',
	redirectURI: REDIRECT,
	tokenPath: '/oauth/token'
};

function getItems(page: unknown): readonly unknown[] {
	const { items } = getFields(page);
	return Array.isArray(items) ? items : [];
}

/** The text in a text of JSON, or that text itself. */
function toText(json: string): string {
	const value = parseJSONOrUndefined(json);
	return typeof value === 'string' ? value : json;
}

/** The readers, each with the sample server's own answers. */
export async function makeReaders(): Promise<readonly Reader[]> {
	const { server, world } = makeSampleServer({
		...{ chats: 12, pageSize: 8 },
		behaviour: { merged: 'a', labels: true, oddNames: true }
	});
	async function get(path: string): Promise<unknown> {
		return (await ask(server, path)).json;
	}
	const [first, second] = world.chats.map(({ chat }) => chat);
	if (!first || !second) throw new Error('The sample has no chats');
	const account = encodeURIComponent(first.accountID);
	const pages = [await get('/v1/chats'), await get('/v1/chats/search')];
	const chats = await Promise.all(
		[first, second].map(({ id }) => get(`/v1/chats/${encodeURIComponent(id)}`))
	);
	const messages = await get(`/v1/chats/${encodeURIComponent(first.id)}/messages`);
	const found = await get('/v1/messages/search?query=a');
	const foundChats = await get('/v1/search?query=a');
	const info = await get('/v1/info');
	const metadata = await get('/.well-known/oauth-authorization-server');
	const listed = (await readPages(open(JSON.stringify(pages[0])).chats(never))).flatMap(
		({ items }) => items
	);
	const complaint = {
		...{ message: 'Not valid', error: 'No', code: 'X' },
		details: { issues: [{ code: 'x', message: 'Too long', path: ['draft', 0, 'text'] }] }
	};
	function authorizer(text: string, status?: number) {
		return createAuthorizer({
			...{ pageOrigin: PAGE_ORIGIN, redirectURI: REDIRECT, fetch: makeFetch(text, status) }
		});
	}

	return [
		{ name: 'chats', samples: pages, read: (text) => readPages(open(text).chats(never)) },
		{ name: 'inventory', samples: pages, read: (text) => readPages(open(text).inventory(never)) },
		{
			...{ name: 'chat', samples: chats },
			read: async (text) => {
				const answer = await open(text).chat('!a', never);
				index({ items: [answer.chat] });
				return answer;
			}
		},
		{
			name: 'messages',
			samples: [messages],
			read: (text) => open(text).messages('!a', undefined, never)
		},
		{
			name: 'message',
			samples: getItems(messages),
			read: (text) => open(text).message('!a', '1', never)
		},
		{
			name: 'message search',
			samples: [found],
			read: (text) => open(text).searchMessages('a', undefined, never)
		},
		{
			name: 'chat search',
			samples: [foundChats],
			read: (text) => open(text).searchChats('a', never)
		},
		{
			...{ name: 'files', samples: ['GIF89a', 'OggS', '<script>1</script>'] },
			read: async (text) => {
				const { type } = await open(toText(text)).asset('mxc://a/b', never);
				return type;
			}
		},
		{
			...{ name: 'accounts', samples: [await get('/v1/accounts')] },
			read: (text) => open(text).accounts(never)
		},
		{
			...{ name: 'labels', samples: [await get('/v1/labels')] },
			read: (text) => open(text).labels(never)
		},
		{
			...{ name: 'contacts', samples: [await get(`/v1/accounts/${account}/contacts/list`)] },
			read: async (text) => [
				await open(text).contacts('a', '', undefined, never),
				await open(text).findContacts('a', 'x', never)
			]
		},
		{ name: 'info', samples: [info], read: (text) => open(text).server(never) },
		{
			name: 'probe',
			samples: [info],
			read: (text) => probe(ADDRESS, { signal: never, fetch: makeFetch(text) })
		},
		{
			name: 'events',
			samples: [
				{ type: 'ready', version: 1, chatIDs: [] },
				{ type: 'subscriptions.updated', chatIDs: ['*'] },
				{ type: 'chat.upserted', seq: 1, ts: 1, chatID: '!a', ids: ['!a'], entries: [] }
			],
			read: readEvents
		},
		{
			...{ name: 'introspection', samples: [{ active: true, scope: 'read write', exp: 1.8e9 }] },
			read: (text) => open(text).access(never)
		},
		{
			...{
				name: 'writes',
				samples: [
					...[...chats, { success: true }, { chatID: '!b', status: 'new' }],
					{ chatID: '!a', pendingMessageID: 'm' }
				]
			},
			read: (text, random) =>
				open(text, STATUSES[random.int(0, 3)]).sendMutation(random.pick(MUTATIONS), never)
		},
		{
			name: 'uploads',
			samples: [{ uploadID: 'u', fileName: 'f', fileSize: 1, mimeType: 'a/b' }, { error: 'No' }],
			read: (text) => open(text).upload(new File(['x'], 'f'), never)
		},
		{
			...{ name: 'errors', samples: [complaint] },
			read: (text, random) => open(text, random.pick(STATUSES)).accounts(never)
		},
		{
			...{ name: 'sign-in', samples: [metadata, info, { client_id: 'c' }] },
			read: (text) => authorizer(text).prepare(PENDING, never)
		},
		{
			name: 'token',
			samples: [
				{ access_token: 'abc', token_type: 'Bearer', expires_in: 3600 },
				{ error: 'invalid_grant' }
			],
			read: (text, random) =>
				authorizer(text, random.pick(STATUSES)).exchange(PENDING, 'code', never)
		},
		{
			...{ name: 'snapshot', samples: [JSON.parse(writeSnapshot(makeSnapshot()))] },
			read: (text) => readSnapshot(text)
		},
		{
			...{ name: 'snapshot link', samples: [await packSnapshot(makeSnapshot())] },
			read: async (text) => {
				const fragment = toText(text);
				return isSnapshotFragment(fragment) && (await unpackSnapshot(fragment));
			}
		},
		{
			name: 'saved views',
			samples: [
				JSON.parse(writeSavedViews([{ name: 'A', query: 'unread=yes', columns: DEFAULT_COLUMNS }]))
			],
			read: (text) => readSavedViews(text)
		},
		{
			name: 'drafts',
			isOwn: true,
			samples: [
				{
					[ADDRESS]: [
						{ chatID: '!a', wanted: 'x', draft: { text: 'x', markdown: 'x', attachments: [] } }
					]
				}
			],
			read: (text) => {
				const [remove, clear] = [() => {}, () => {}];
				const store = { read: () => text, write: () => true, remove, clear };
				return new DraftStorage({ store, server: ADDRESS }).drafts;
			}
		},
		{
			...{ name: 'kept chats', isOwn: true, samples: [toChatTable(listed)] },
			read: (text) => toChats(parseJSONOrUndefined(text), createInterner())
		},
		{
			...{
				name: 'kept header',
				isOwn: true,
				samples: [{ version: 2, accounts: [{ accountID: 'a' }] }]
			},
			read: (text) => isEncryptedHeader(parseJSONOrUndefined(text))
		},
		{
			...{ name: 'pending sign-in', isOwn: true, samples: [PENDING] },
			read: (text) => parsePendingSignIn(text)
		},
		{
			...{ name: 'columns', samples: ['network,title'] },
			read: (text) => parseColumnChoice(toText(text))
		}
	];
}

/** True for what a reader may throw: the answer was not understood. */
function isExpected(error: unknown): boolean {
	if (error instanceof SourceError) {
		const { says = '', issues } = error;
		return says.length <= SIZE_LIMITS.message && findExcess(issues) === undefined;
	}
	return error instanceof SignInError || error instanceof SnapshotError;
}

/**
 * Gives one reader one mutated answer.
 *
 * @param seed - decides everything
 * @returns what is wrong with what it makes of it; undefined: nothing
 */
export async function tryReader(
	readers: readonly Reader[],
	seed: number
): Promise<string | undefined> {
	const random = new Random(seed);
	const reader = readers[random.int(0, readers.length - 1)];
	if (!reader) return 'There are no readers';
	const sample = reader.samples[random.int(0, reader.samples.length - 1)];
	const text = mutateJSON(sample, random);
	try {
		const value = await reader.read(text, random);
		const excess = reader.isOwn ? undefined : findExcess(value);
		return excess && `seed ${seed}, ${reader.name}: ${excess}`;
	} catch (error) {
		if (isExpected(error)) return undefined;
		const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
		return `seed ${seed}, ${reader.name}: ${reason.slice(0, 600)}`;
	}
}

/** @returns one line for each failure */
export async function tryReaders(runs: number, firstSeed = 1): Promise<string[]> {
	const readers = await makeReaders();
	const failures: string[] = [];
	for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
		const failure = await tryReader(readers, seed);
		if (failure) failures.push(failure);
	}
	return failures;
}
