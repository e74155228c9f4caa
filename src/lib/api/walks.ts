import type { ChatID } from '$lib/domain/chat';
import { SourceError } from '$lib/domain/source';
import type * as Abreast from './abreast';
import type { ChatReader } from './chat';
import { expectDrafts, prepareDrafts } from './draft-markdown';
import { parse } from './errors';
import { fetched } from './fetched';
import type { HTTP } from './http';
import { readPage, readRows } from './page';
import { isExpired, RESTARTS, TimeIgnored, type Ask, type ChatPages, type Step } from './steps';

export interface Walks {
	/**
	 * The list as the server gives it: a few rows a page, each with its preview, new to old. A chat
	 * that moves meanwhile may come twice, or not at all.
	 */
	list(signal: AbortSignal): ChatPages;
	/**
	 * The same chats sooner: the first page of the list, then the search's large pages, several at
	 * a time and so in no order; few of them with a preview. Ends with the newest once more, for
	 * chats that moved up meanwhile. Walked by its list where there is no search, or nothing to ask it.
	 */
	inventory(signal: AbortSignal): ChatPages;
}

export function createWalks(http: HTTP, readChat: ChatReader): Walks {
	function askAt(path: string, signal: AbortSignal): Ask {
		return async (query) => {
			const { text } = await http.get(path, signal, query);
			const { rows, next } = readPage(parse(text));
			await prepareDrafts(rows);
			return { ...readRows(rows, readChat, (chat) => chat.id), next };
		};
	}

	/** @param cursor - where to begin; absent for the newest */
	async function* list(signal: AbortSignal, cursor?: string): ChatPages {
		const ask = askAt('/v1/chats', signal);
		const walked = new Set<string>();
		let restarts = 0;
		let from = cursor;
		for (;;) {
			let step: Step;
			try {
				step = await ask(from === undefined ? {} : { cursor: from, direction: 'before' });
			} catch (error) {
				if (from === undefined || !isExpired(error) || ++restarts > RESTARTS) throw error;
				from = undefined;
				walked.clear();
				continue;
			}
			yield step;
			from = step.next;
			// A server that comes back to a place would lead in circles.
			if (from === undefined || walked.has(from)) return;
			walked.add(from);
		}
	}

	async function* inventory(signal: AbortSignal): ChatPages {
		const coming = fetched(import('./abreast'));
		// Few chats may need none of it.
		coming.catch(() => {});
		expectDrafts();
		const met = new Set<ChatID>();
		const first = await askAt('/v1/chats', signal)({});
		for (const { id } of first.items) met.add(id);
		if (first.next === undefined) return yield first;
		const rest = others(first, coming, signal);
		// Asked for before the first page is shown, which takes longer than the answer.
		const second = rest.next();
		second.catch(() => {});
		try {
			yield first;
			for (let page = await second; !page.done; page = await rest.next()) {
				for (const { id } of page.value.items) met.add(id);
				yield page.value;
			}
		} finally {
			await rest.return();
		}
		for await (const { items } of list(signal)) {
			// What could not be read was told the first time.
			yield { items, oddities: [] };
			if (items.every(({ id }) => met.has(id))) return;
		}
	}

	async function* others(
		{ items, next }: Step,
		coming: Promise<typeof Abreast>,
		signal: AbortSignal
	): ChatPages {
		try {
			const { timesOf, walkAbreast } = await coming;
			yield* walkAbreast(askAt('/v1/chats/search', signal), Math.max(0, ...timesOf(items)));
		} catch (error) {
			if (!canDoWithout(error)) throw error;
			yield* list(signal, next);
		}
	}

	return { list, inventory };
}

/** There is no such search, it does not take what we ask, or nobody can ask: the list has all chats too. */
function canDoWithout(error: unknown): boolean {
	if (error instanceof TimeIgnored) return true;
	return (
		error instanceof SourceError && ['not-found', 'invalid', 'not-loaded'].includes(error.failure)
	);
}
