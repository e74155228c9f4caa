import type { ChatID } from '$lib/domain/chat/chat';
import { MOST_ROWS, type ChatPage } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';
import { timesOf, toInstant } from './parallel';
import { walkQuery, type Ask, type ChatPages, type Query } from './pages';

/**
 * Looks for chats that fell between two pages of the list: of thirty chats with one time some
 * are skipped where the cursor is that time, and one is where the cursor is an offset and a chat
 * above it went away.
 */
export class Seams {
	readonly #search: Ask;
	readonly #met: ReadonlySet<ChatID>;
	readonly #waiting: Query[] = [];
	#canAsk = true;

	/**
	 * @param search - asks the search
	 * @param met - chats that need not be told of again
	 */
	constructor(search: Ask, met: ReadonlySet<ChatID>) {
		this.#search = search;
		this.#met = met;
	}

	/** Two pages came, one after the other. */
	note(newer: ChatPage, older: ChatPage) {
		const [before, after] = [timesOf(newer.items).at(-1), timesOf(older.items).at(0)];
		if (before === undefined || after === undefined || before < after) return;
		this.#waiting.push({
			limit: String(MOST_ROWS),
			lastActivityBefore: toInstant(before + 1),
			lastActivityAfter: toInstant(after - 1)
		});
	}

	/** Another look; undefined when there is none to be taken now. */
	next(): ChatPages | undefined {
		const query = this.#canAsk ? this.#waiting.shift() : undefined;
		return query && this.#look(query);
	}

	async *#look(query: Query): ChatPages {
		try {
			for await (const { items, oddities } of walkQuery(this.#search, query)) {
				const fallen = items.filter(({ id }) => !this.#met.has(id));
				if (fallen.length > 0) yield { items: fallen, oddities, isBrief: true };
			}
		} catch (error) {
			// The list itself goes on: a search that fails it can do without.
			if (!(error instanceof SourceError) || error.failure === 'cancelled') throw error;
			this.#canAsk = false;
		}
	}
}
