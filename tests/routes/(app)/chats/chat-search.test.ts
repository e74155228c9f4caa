import { expect, test } from 'vitest';
import type { ChatLookup } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';
import { ChatSearch } from '../../../../src/routes/(app)/chats/chat-search.svelte';
import { makeChat } from '../../../fixtures/chats';
import { makePauses } from '../../../fixtures/watch';

function makeSearch(fails = false) {
	const asked: { query: string; signal: AbortSignal }[] = [];
	const { pauses, wait } = makePauses();
	function makeSource(): ChatLookup {
		return {
			async searchChats(query, signal) {
				asked.push({ query, signal });
				if (fails) throw new SourceError('not-found');
				return { items: [makeChat({ id: query })], parseIssues: [] };
			}
		};
	}
	let source = makeSource();
	const search = new ChatSearch({
		source: () => source,
		wait
	});
	return { search, asked, pauses, replaceSource: () => (source = makeSource()) };
}

test('one request for a word, after the last letter', async () => {
	const { search, asked, pauses } = makeSearch();
	const typed = ['i', 'id', 'ida '].map((text) => search.search(text));
	expect(asked).toEqual([]);
	pauses.at(-1)?.();
	await Promise.all(typed);
	expect(asked.map(({ query }) => query)).toEqual(['ida']);
	expect(search.found.map(({ id }) => id)).toEqual(['ida']);
});

test('another word ends the request before, and its late answer is not used', async () => {
	const { search, asked, pauses } = makeSearch();
	const first = search.search('ida');
	pauses[0]?.();
	await expect.poll(() => asked.length).toBe(1);
	const second = search.search('');
	expect(asked[0]?.signal.aborted).toBe(true);
	await Promise.all([first, second]);
	expect([search.found, search.phase.name]).toEqual([[], 'idle']);
});

test('what was found for a word goes when another is typed, not when a space is', async () => {
	const { search, pauses } = makeSearch();
	const searching = search.search('ida');
	pauses[0]?.();
	await searching;
	const again = search.search('ida ');
	expect(search.found.map(({ id }) => id)).toEqual(['ida']);
	const other = search.search('kim');
	expect(search.found).toEqual([]);
	search.stop();
	await Promise.all([again, other]);
});

test('a server without the search is an expected failure, and not asked again', async () => {
	const { search, asked, pauses } = makeSearch(true);
	const searching = search.search('ida');
	pauses[0]?.();
	await searching;
	expect(search.phase).toMatchObject({ name: 'failed', error: { failure: 'not-found' } });
	const other = search.search('kim');
	pauses[1]?.();
	await other;
	expect(asked.map(({ query }) => query)).toEqual(['ida']);
});

test('another source is asked even when one had no such search', async () => {
	const { search, asked, pauses, replaceSource } = makeSearch(true);
	const searching = search.search('ida');
	pauses[0]?.();
	await searching;
	replaceSource();
	const other = search.search('kim');
	pauses[1]?.();
	await other;
	expect(asked.map(({ query }) => query)).toEqual(['ida', 'kim']);
});
