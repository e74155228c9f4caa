import type { ChatID } from '$lib/domain/chat/chat';
import { MOST_ROWS, type ChatListOptions } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';
import { walkInParallel } from './pagination/parallel';
import type { ChatReader } from './schemas/chat';
import { parseJSON } from './errors';
import type { Client } from './client';
import { readPage, readRows } from './pagination/read-page';
import { GapSearch } from './pagination/gaps';
import {
	TimeIgnored,
	walkQuery,
	type FetchPage,
	type ChatPages,
	type Query,
	type FetchedPage
} from './pagination/pages';
import { mergeGenerators, MAX_REQUESTS } from './pagination/merge-generators';

export interface ChatLists {
	/**
	 * The list in the server's order, newest first, each chat with its preview. A chat that moves
	 * between two requests may be returned twice or not at all.
	 */
	list(signal: AbortSignal, options?: ChatListOptions): ChatPages;
	/**
	 * The same chats as fast as possible. First comes a small page, which arrives soonest. If the
	 * list has large pages, they are read, and the search finds chats that fell between them.
	 * Otherwise the list's first page is followed by the large pages of the search, several at a time
	 * and so in no order, few with a preview; or by the small pages of the list if there is no
	 * search. Ends with the newest once more, for chats that moved up.
	 */
	inventory(signal: AbortSignal): ChatPages;
}

/** Rows of a page with which the list is as fast as the search. */
const LARGE = 100;

export function createChatLists(client: Client, readChat: ChatReader): ChatLists {
	/** True when this server rejects a list with a limit; then none is sent again. */
	let refusesLimit = false;

	function askAt(path: string, signal: AbortSignal): FetchPage {
		return async (query) => {
			const { text } = await client.get(path, signal, query);
			const { rows, next } = readPage(parseJSON(text));
			return { ...readRows(rows, readChat, (chat) => chat.id), next };
		};
	}

	/** Requests the first page of the list; returns it with the query that its cursor belongs to. */
	async function askFirst(
		ask: FetchPage,
		{ limit }: ChatListOptions = {}
	): Promise<{ query: Query; first: FetchedPage }> {
		if (limit !== undefined && !refusesLimit) {
			const query = { limit: String(limit) };
			try {
				return { query, first: await ask(query) };
			} catch (error) {
				if (!(error instanceof SourceError) || error.failure !== 'invalid') throw error;
				refusesLimit = true;
			}
		}
		return { query: {}, first: await ask({}) };
	}

	async function* list(signal: AbortSignal, options?: ChatListOptions): ChatPages {
		const ask = askAt('/v1/chats', signal);
		const { query, first } = await askFirst(ask, options);
		yield* walkList(ask, query, first);
	}

	async function* inventory(signal: AbortSignal): ChatPages {
		const ask = askAt('/v1/chats', signal);
		const search = askAt('/v1/chats/search', signal);
		const newest = await ask({});
		if (newest.next === undefined) return yield { ...newest, isLast: true };
		// Its rows and their issues come again in the large page.
		yield { ...newest, parseIssues: [] };
		const { query, first } = await askFirst(ask, { limit: MOST_ROWS });
		if (first.next === undefined) return yield { ...first, isLast: true };
		const met = new Set<ChatID>();
		const pages = first.items.length < LARGE ? bySearch : byList;
		for await (const page of pages()) {
			for (const { id } of page.items) met.add(id);
			yield page;
		}
		for await (const page of list(signal)) {
			// Issues were reported in the first pass.
			yield { ...page, parseIssues: [] };
			if (page.items.every(({ id }) => met.has(id))) return;
		}

		async function* byList(): ChatPages {
			const gaps = new GapSearch(search, met);
			async function* listed(): ChatPages {
				let newer: FetchedPage | undefined;
				for await (const page of walkList(ask, query, first)) {
					if (newer) gaps.note(newer, page);
					newer = page;
					yield page;
				}
			}
			yield* mergeGenerators(MAX_REQUESTS, listed(), () => gaps.next());
		}

		async function* bySearch(): ChatPages {
			yield first;
			try {
				yield* walkInParallel(search, first.items);
			} catch (error) {
				if (!canDoWithout(error)) throw error;
				yield* walkList(ask, query, first);
			}
		}
	}

	return { list, inventory };
}

/** The list from its first page to its end; `isLast` marks the last page. */
async function* walkList(
	ask: FetchPage,
	query: Query,
	first: FetchedPage
): AsyncGenerator<FetchedPage, void, undefined> {
	for await (const step of walkQuery(ask, query, first)) {
		yield step.next === undefined ? { ...step, isLast: true } : step;
	}
}

/** True when the list can replace the search: the server has none, or rejects or ignores its query. */
function canDoWithout(error: unknown): boolean {
	if (error instanceof TimeIgnored) return true;
	return error instanceof SourceError && ['not-found', 'invalid'].includes(error.failure);
}
