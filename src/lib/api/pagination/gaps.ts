import type { ChatID } from '$lib/domain/chat/chat';
import { MOST_ROWS, type ChatPage } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';
import { getTimes, toISOString } from './parallel';
import { walkQuery, type FetchPage, type ChatPages, type Query } from './pages';

/**
 * Finds chats that fell between two pages of the list. A cursor that is a time skips some of many
 * chats with the same time; a cursor that is an offset skips one when a chat above it is removed.
 */
export class GapSearch {
	readonly #search: FetchPage;
	readonly #met: ReadonlySet<ChatID>;
	readonly #waiting: Query[] = [];
	#canAsk = true;

	/**
	 * @param search - requests a page of the search
	 * @param met - chats already known, which are not yielded
	 */
	constructor(search: FetchPage, met: ReadonlySet<ChatID>) {
		this.#search = search;
		this.#met = met;
	}

	/** Records two successive pages, which may have a gap between them. */
	note(newer: ChatPage, older: ChatPage) {
		const [before, after] = [getTimes(newer.items).at(-1), getTimes(older.items).at(0)];
		if (before === undefined || after === undefined || before < after) return;
		this.#waiting.push({
			limit: String(MOST_ROWS),
			lastActivityBefore: toISOString(before + 1),
			lastActivityAfter: toISOString(after - 1)
		});
	}

	/** The search for one gap; undefined if there is none now. */
	next(): ChatPages | undefined {
		const query = this.#canAsk ? this.#waiting.shift() : undefined;
		return query && this.#look(query);
	}

	async *#look(query: Query): ChatPages {
		try {
			for await (const { items, parseIssues } of walkQuery(this.#search, query)) {
				const fallen = items.filter(({ id }) => !this.#met.has(id));
				if (fallen.length > 0) yield { items: fallen, parseIssues, lacksPreviews: true };
			}
		} catch (error) {
			// The list can do without the search.
			if (!(error instanceof SourceError) || error.failure === 'cancelled') throw error;
			this.#canAsk = false;
		}
	}
}
