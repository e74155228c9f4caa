import { expect, test } from 'vitest';
import { createSource } from '$lib/api/source';
import { SAMPLE_TOKEN } from '$lib/sample/create-server';
import { json, makeFetch, never } from '../../fixtures/http';
import { makeChatPayload } from '../../fixtures/payloads';
import { makeSampleServer } from '../../fixtures/sample';

function makeSource(answer: unknown) {
	const { fetch, requests } = makeFetch(json(answer));
	const address = 'http://localhost:1';
	const source = createSource({ address, token: 's3cret', fetch, retry: { limit: 0 } });
	return { source, requests };
}

test('finds chats by title and groups by people, each once', async () => {
	const [ida, club] = [makeChatPayload({ id: '!ida' }), makeChatPayload({ id: '!club' })];
	const { source, requests } = makeSource({
		results: { chats: [ida, { id: 7 }], in_groups: [club, ida], messages: 'any' }
	});
	const { items, parseIssues } = await source.searchChats('ida & co', never);
	expect(items.map(({ id }) => id)).toEqual(['!ida', '!club']);
	expect(parseIssues).toMatchObject([{ item: '#2', leftOut: true }]);
	expect(requests[0]?.url).toBe('http://localhost:1/v1/search?query=ida+%26+co');
});

test.for([[{}], [[]], [{ results: null }]])('makes no sense of %j', async ([answer]) => {
	const { source } = makeSource(answer);
	await expect(source.searchChats('ida', never)).rejects.toMatchObject({ failure: 'malformed' });
});

test('finds a group by a person whom lists leave out', async () => {
	const { server, world } = makeSampleServer();
	const source = createSource({
		...{ address: 'http://localhost:1', token: SAMPLE_TOKEN },
		fetch: (request) => Promise.resolve(server.fetch(request))
	});
	const group = world.chats.find(({ chat }) => chat.participants.items.length > 20)?.chat;
	const last = group?.participants.items.at(-1);
	if (!group || !last) throw new Error('The sample has no large group');
	group.participants.items.push({ ...last, fullName: 'Zebulon Quill' });
	const { items } = await source.searchChats('zebulon', never);
	expect(items.map(({ id }) => id)).toEqual([group.id]);
	expect(items[0]?.participants.items).toHaveLength(20);
});
