import { expect, test } from 'vitest';
import { SourceError } from '$lib/domain/connection/source-error';
import { MessageSearch } from '../../../../src/routes/(app)/chats/message-search.svelte';
import { makeMessage } from '../../../fixtures/messages';
import { makePauses } from '../../../fixtures/watch';

function makeSearch(fail = false) {
	const asked: { query: string; cursor: string | undefined; signal: AbortSignal }[] = [];
	const { pauses, wait } = makePauses();
	const search = new MessageSearch({
		source: () => ({
			async searchMessages(query, cursor, signal) {
				asked.push({ query, cursor, signal });
				if (fail) throw new SourceError('not-found');
				const items = [makeMessage({ chatID: `!${asked.length}`, id: '1', text: query })];
				// Some servers repeat a cursor at the end.
				return { items, parseIssues: [], older: 'c1' };
			}
		}),
		wait
	});
	return { search, asked, pauses };
}

test('one request for a word, after the last letter', async () => {
	const { search, asked, pauses } = makeSearch();
	const typed = ['l', 'lu', 'lunch '].map((text) => search.search(text));
	expect(asked).toEqual([]);
	pauses.at(-1)?.();
	await Promise.all(typed);
	expect(asked.map(({ query }) => query)).toEqual(['lunch']);
	expect(search.hits).toHaveLength(1);
});

test('another word ends the request before', async () => {
	const { search, asked, pauses } = makeSearch();
	const first = search.search('lunch');
	pauses[0]?.();
	await expect.poll(() => asked.length).toBe(1);
	const second = search.search('dinner');
	expect(asked[0]?.signal.aborted).toBe(true);
	pauses[1]?.();
	await Promise.all([first, second]);
	expect(search.hits.map(({ text }) => text)).toEqual(['dinner']);
});

test('without words nothing is asked', async () => {
	const { search, asked } = makeSearch();
	await search.search('  ');
	expect([asked, search.phase.name]).toEqual([[], 'idle']);
});

test('more pages follow until a cursor is repeated, and the same ID in two chats is two hits', async () => {
	const { search, pauses } = makeSearch();
	const searching = search.search('lunch');
	pauses[0]?.();
	await searching;
	expect(search.hasMore).toBe(true);
	await search.loadMore();
	expect([search.hits.length, search.hasMore]).toEqual([2, false]);
});

test('a server without the search is an expected failure', async () => {
	const { search, pauses } = makeSearch(true);
	const searching = search.search('lunch');
	pauses[0]?.();
	await searching;
	expect(search.phase).toMatchObject({ name: 'failed', error: { failure: 'not-found' } });
});
