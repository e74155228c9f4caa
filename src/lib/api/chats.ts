import type { ChatID } from '$lib/domain/chat/chat';
import { MOST_ROWS, type ChatListOptions } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';
import { walkAbreast } from './pagination/parallel';
import type { ChatReader } from './schemas/chat';
import { parse } from './errors';
import type { Client } from './client';
import { readPage, readRows } from './pagination/rows';
import { Seams } from './pagination/gaps';
import {
	TimeIgnored,
	walkQuery,
	type Ask,
	type ChatPages,
	type Query,
	type Step
} from './pagination/pages';
import { together, WALKERS } from './pagination/merge';

export interface Walks {
	/**
	 * The list as the server gives it, each chat with its preview, new to old. A chat that moves
	 * meanwhile may come twice, or not at all.
	 */
	list(signal: AbortSignal, options?: ChatListOptions): ChatPages;
	/**
	 * The same chats as soon as can be. Where the list gives large pages these are walked, and the
	 * search is asked what fell between them; else the first page is followed by the large pages of
	 * the search, several at a time and so in no order, few of them with a preview. Ends with the
	 * newest once more, for chats that moved up meanwhile. Walked by the small pages of the list
	 * where there is no search, or nothing to ask it.
	 */
	inventory(signal: AbortSignal): ChatPages;
}

/** Rows of a page from which on the list is as quick as the search. */
const LARGE = 100;

export function createWalks(client: Client, readChat: ChatReader): Walks {
	/** Whether this server refuses a list with a limit; it is not asked twice. */
	let refusesLimit = false;

	function askAt(path: string, signal: AbortSignal): Ask {
		return async (query) => {
			const { text } = await client.get(path, signal, query);
			const { rows, next } = readPage(parse(text));
			return { ...readRows(rows, readChat, (chat) => chat.id), next };
		};
	}

	/** The first page of the list, and the query that its cursor belongs to. */
	async function askFirst(
		ask: Ask,
		{ limit }: ChatListOptions = {}
	): Promise<{ query: Query; first: Step }> {
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
		const { query, first } = await askFirst(ask, { limit: MOST_ROWS });
		const met = new Set<ChatID>();
		const pages = first.items.length < LARGE ? bySearch : byList;
		for await (const page of pages()) {
			for (const { id } of page.items) met.add(id);
			yield page;
		}
		if (first.next === undefined) return;
		for await (const page of list(signal)) {
			// What could not be read was told the first time.
			yield { ...page, oddities: [] };
			if (page.items.every(({ id }) => met.has(id))) return;
		}

		async function* byList(): ChatPages {
			const seams = new Seams(search, met);
			async function* listed(): ChatPages {
				let newer: Step | undefined;
				for await (const page of walkList(ask, query, first)) {
					if (newer) seams.note(newer, page);
					newer = page;
					yield page;
				}
			}
			yield* together(WALKERS, listed(), () => seams.next());
		}

		async function* bySearch(): ChatPages {
			if (first.next === undefined) return yield { ...first, isLast: true };
			const rest = others();
			// Asked for before the first page is shown, which takes longer than the answer.
			const second = rest.next();
			second.catch(() => {});
			try {
				yield first;
				for (let page = await second; !page.done; page = await rest.next()) yield page.value;
			} finally {
				await rest.return();
			}
		}

		async function* others(): ChatPages {
			try {
				yield* walkAbreast(search, first.items);
			} catch (error) {
				if (!canDoWithout(error)) throw error;
				yield* walkList(ask, query, first);
			}
		}
	}

	return { list, inventory };
}

/** The list from its first page to its end; the page that is its last says so. */
async function* walkList(
	ask: Ask,
	query: Query,
	first: Step
): AsyncGenerator<Step, void, undefined> {
	for await (const step of walkQuery(ask, query, first)) {
		yield step.next === undefined ? { ...step, isLast: true } : step;
	}
}

/** There is no such search, it does not take what we ask, or nobody can ask: the list has all chats too. */
function canDoWithout(error: unknown): boolean {
	if (error instanceof TimeIgnored) return true;
	return error instanceof SourceError && ['not-found', 'invalid'].includes(error.failure);
}
