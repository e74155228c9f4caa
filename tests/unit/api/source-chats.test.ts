import { describe, expect, test } from 'vitest';
import { createSource, type SourceOptions } from '$lib/api/source';
import type { Page } from '$lib/domain/connection/source';
import type { Chat } from '$lib/domain/chat/chat';
import { json, makeFetch, never, type Reaction } from '../../fixtures/http';
import { makeChatPayload, makePagePayload } from '../../fixtures/payloads';

function makeSource(reactions: [Reaction, ...Reaction[]], options: Partial<SourceOptions> = {}) {
	const { fetch, requests } = makeFetch(...reactions);
	const address = 'http://localhost:23373';
	const source = createSource({ address, token: 's3cret', fetch, retry: { limit: 0 }, ...options });
	return { source, requests };
}

async function collect(pages: AsyncIterable<Page<Chat>>) {
	const collected: Page<Chat>[] = [];
	for await (const page of pages) collected.push(page);
	return collected;
}

function answerPages(...pages: [unknown, ...unknown[]]): [Reaction, ...Reaction[]] {
	const [first, ...rest] = pages;
	return [json(first), ...rest.map((page) => json(page))];
}

function listPageIDs({ items }: Page<Chat>): string[] {
	return items.map(({ id }) => id);
}

describe('chats', () => {
	const more = { hasMore: true };

	test('walks the cursors to the end', async () => {
		const { source, requests } = makeSource(
			answerPages(
				makePagePayload([makeChatPayload({ id: 'a' })], { ...more, oldestCursor: 'c&1' }),
				makePagePayload([makeChatPayload({ id: 'b' }), {}], { ...more, oldestCursor: 'c2' }),
				makePagePayload([makeChatPayload({ id: 'c' })])
			)
		);
		const pages = await collect(source.chats(never));
		expect(pages.slice(0, 3).map(listPageIDs)).toEqual([['a'], ['b'], ['c']]);
		expect(pages[1]?.parseIssues).toEqual([
			{ item: '#2', path: 'id', found: 'nothing', leftOut: true }
		]);
		expect(requests.slice(0, 3).map(({ url }) => new URL(url).search)).toEqual([
			'',
			'?cursor=c%261&direction=before',
			'?cursor=c2&direction=before'
		]);
	});

	test('stops where a cursor comes back', async () => {
		const page = makePagePayload([makeChatPayload()], { ...more, oldestCursor: 'again' });
		const { source, requests } = makeSource([json(page)]);
		await collect(source.chats(never));
		expect(requests).toHaveLength(2);
	});

	test('stops at an empty page that promises more', async () => {
		const { source, requests } = makeSource([
			json(makePagePayload([], { ...more, oldestCursor: 'c' }))
		]);
		expect(await collect(source.chats(never))).toMatchObject([{ items: [], isLast: true }]);
		expect(requests).toHaveLength(1);
	});

	test('hands on what it has before it fails', async () => {
		const page = makePagePayload([makeChatPayload()], { ...more, oldestCursor: 'c' });
		const { source } = makeSource([json(page), new Response('', { status: 500 })]);
		const pages = source.chats(never)[Symbol.asyncIterator]();
		expect((await pages.next()).value.items).toHaveLength(1);
		await expect(pages.next()).rejects.toMatchObject({ failure: 'server-fault' });
	});

	test('asks for no further page once aborted', async () => {
		const page = makePagePayload([makeChatPayload()], { ...more, oldestCursor: 'c' });
		const { source, requests } = makeSource([json(page)]);
		const leaving = new AbortController();
		const pages = source.chats(leaving.signal)[Symbol.asyncIterator]();
		await pages.next();
		leaving.abort();
		await expect(pages.next()).rejects.toMatchObject({ failure: 'cancelled' });
		expect(requests).toHaveLength(1);
	});

	test('shares capabilities over pages and calls', async () => {
		const { source } = makeSource([
			json(makePagePayload([makeChatPayload()])),
			json(makeChatPayload())
		]);
		const [page] = await collect(source.chats(never));
		const { chat } = await source.chat('a', never);
		expect(chat.capabilities).toBeDefined();
		expect(chat.capabilities).toBe(page?.items[0]?.capabilities);
	});
});

describe('chat', () => {
	test('shows the answer as it came', async () => {
		const payload = { ...makeChatPayload(), isMuted: 'odd', newField: [1] };
		const { source } = makeSource([json(payload)]);
		const { chat, parseIssues, json: shown } = await source.chat('!lunch:beeper.local', never);
		expect(chat.title).toBe('Lunch');
		expect(parseIssues).toEqual([
			{ item: '!lunch:beeper.local', path: 'isMuted', found: 'another text', leftOut: false }
		]);
		expect(shown).toBe(JSON.stringify(payload, null, 2));
	});

	test('requests all participants only on demand', async () => {
		const { source, requests } = makeSource([json(makeChatPayload())]);
		await source.chat('a', never);
		await source.chat('a', never, { everybody: true });
		expect(requests.map(({ url }) => new URL(url).search)).toEqual(['', '?maxParticipantCount=-1']);
	});

	test.for([
		'!room:beeper.local',
		'imsg##thread:any;-;+15550100',
		'a/../b',
		'what?now=1&x#y',
		'100%25',
		' sp ace ',
		'🦉 ü',
		'\\back\\slash',
		'...'
	])('puts the ID %j into one part of the path', async (id) => {
		const { source, requests } = makeSource([json(makeChatPayload())]);
		await source.chat(id, never);
		const { pathname, search, hash } = new URL(requests[0]?.url ?? '');
		const [start, version, chats, last = '', ...rest] = pathname.split('/');
		expect([start, version, chats, decodeURIComponent(last), ...rest]).toEqual([
			'',
			'v1',
			'chats',
			id
		]);
		expect([search, hash]).toEqual(['', '']);
	});

	test.for(['', '.', '..', '\ud800'])(
		'finds no chat with the ID %j, and asks for none',
		async (id) => {
			const { source, requests } = makeSource([json(makeChatPayload())]);
			await expect(source.chat(id, never)).rejects.toMatchObject({ failure: 'not-found' });
			expect(requests).toEqual([]);
		}
	);

	test.for([400, 422])('requests the default participants after a %i', async (status) => {
		const { source, requests } = makeSource([
			new Response('', { status }),
			json(makeChatPayload())
		]);
		await source.chat('a', never, { everybody: true });
		expect(requests[1]?.url).toBe('http://localhost:23373/v1/chats/a');
	});

	test('asks once where a simple question is refused', async () => {
		const { source, requests } = makeSource([new Response('', { status: 422 })]);
		await expect(source.chat('a', never)).rejects.toMatchObject({ failure: 'invalid' });
		expect(requests).toHaveLength(1);
	});

	test('does not understand a chat without an ID', async () => {
		const { source } = makeSource([json({ title: 'T' })]);
		await expect(source.chat('a', never)).rejects.toMatchObject({ failure: 'malformed' });
	});

	test('shows an answer nested deeper than the stack as it came', async () => {
		const text = `{"id":"a","x":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
		const { source } = makeSource([new Response(text)]);
		expect((await source.chat('a', never)).json).toBe(text);
	});
});
