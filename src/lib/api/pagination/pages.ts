import { SourceError } from '$lib/domain/connection/source-error';
import { SIZE_LIMITS } from '$lib/domain/connection/size-limits';
import type { ChatPage } from '$lib/domain/connection/source';

export type ChatPages = AsyncGenerator<ChatPage, void, undefined>;

/** A page, and where the next one of older chats starts; `next` is undefined at the end. */
export interface FetchedPage extends ChatPage {
	next: string | undefined;
}

/** The query of a list, without its cursor. */
export type Query = Readonly<Record<string, string>>;

export type FetchPage = (query: Query) => Promise<FetchedPage>;

/** Restarts of one walk after its cursor expired. */
const RESTARTS = 3;

/** Ends a list that never ends, since it would fill the memory. */
export async function* limitPages<Page extends ChatPage>(
	pages: AsyncGenerator<Page, void, undefined>
): AsyncGenerator<Page, void, undefined> {
	let count = 0;
	let rows = 0;
	for await (const page of pages) {
		yield page;
		count += 1;
		rows += page.items.length;
		if (count > SIZE_LIMITS.pages || rows > SIZE_LIMITS.chats) return;
	}
}

/**
 * Every page of one query, newest first. A cursor is meaningful only together with its query, so
 * none is kept from one call to the next.
 *
 * @param first - the first page, if it was already requested
 */
export function walkQuery(
	ask: FetchPage,
	query: Query,
	first?: FetchedPage
): AsyncGenerator<FetchedPage, void, undefined> {
	return limitPages(followCursors(ask, query, first));
}

async function* followCursors(
	ask: FetchPage,
	query: Query,
	first?: FetchedPage
): AsyncGenerator<FetchedPage, void, undefined> {
	const walked = new Set<string>();
	let restarts = 0;
	let step = first ?? (await ask(query));
	for (;;) {
		yield step;
		const cursor = step.next;
		// A repeated cursor would lead in circles.
		if (cursor === undefined || walked.has(cursor)) return;
		walked.add(cursor);
		try {
			step = await ask({ ...query, cursor, direction: 'before' });
		} catch (error) {
			if (!isExpired(error) || ++restarts > RESTARTS) throw error;
			walked.clear();
			step = await ask(query);
		}
	}
}

/** True when the server no longer knows a cursor. */
function isExpired(error: unknown): boolean {
	return error instanceof SourceError && error.status === 400;
}

/** The search ignores the times of its query, so it cannot be split by time. */
export class TimeIgnored extends Error {}
