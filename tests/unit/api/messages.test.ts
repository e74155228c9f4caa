import { describe, expect, test } from 'vitest';
import { readMessage } from '$lib/api/schemas/message';
import { createSource } from '$lib/api/source';
import { addMessages } from '$lib/domain/chat/message-list';
import { SAMPLE_TOKEN } from '$lib/sample/create-server';
import { json, makeFetch, never, type Reaction } from '../../fixtures/http';
import { makeMessagePayload, makePagePayload } from '../../fixtures/payloads';
import { makeSampleServer } from '../../fixtures/sample';
import { makeMessage } from '../../fixtures/writes';

function makeSource(...reactions: [Reaction, ...Reaction[]]) {
	const { fetch, requests } = makeFetch(...reactions);
	const source = createSource({
		address: 'http://localhost:1',
		token: 's3cret',
		fetch,
		retry: { limit: 0 }
	});
	return { source, requests };
}

describe('a message', () => {
	test('is read as plain text with everything around it', () => {
		const { value, findings } = readMessage(
			makeMessagePayload({
				editedTimestamp: '2026-03-01T12:31:00.000Z',
				linkedMessageID: '1000',
				attachments: [{ type: 'img', fileName: 'a.jpg', fileSize: 3, isGif: false }],
				reactions: [{ id: 'r', participantID: '@ada', reactionKey: '❤️', emoji: true }],
				sendStatus: { status: 'SUCCESS', timestamp: '2026-03-01T12:30:00.000Z' }
			})
		);
		expect(findings).toEqual([]);
		expect(value).toMatchObject({
			text: 'See you at noon',
			timestamp: Date.UTC(2026, 2, 1, 12, 30),
			editedTimestamp: Date.UTC(2026, 2, 1, 12, 31),
			linkedMessageID: '1000',
			attachments: [{ type: 'img', fileName: 'a.jpg', fileSize: 3, isGif: false }],
			reactions: [{ key: '❤️', participantID: '@ada', isEmoji: true }],
			sendStatus: 'SUCCESS',
			isDeleted: false
		});
	});

	test.for([
		[{ senderName: 'Grace' }, 'Grace left & came back'],
		[{ isSender: true }, 'You left & came back']
	] as const)('names its sender where the text leaves a place: %j', ([overrides, text]) => {
		const notice = { text: '{{sender}} left &amp; came back', ...overrides };
		expect(readMessage(makeMessagePayload(notice)).value?.text).toBe(text);
	});

	test('found in any chat is left out without the ID of a chat to open', async () => {
		const found = makeMessagePayload({ chatID: 'a' });
		const rows = [found, { ...found, id: '2', chatID: '' }, { ...found, id: '3', chatID: '..' }];
		const { source } = makeSource(json({ items: rows, hasMore: false }));
		const { items, parseIssues } = await source.searchMessages('noon', undefined, never);
		expect(items.map(({ id }) => id)).toEqual([found.id]);
		expect(parseIssues.map(({ leftOut }) => leftOut)).toEqual([true, true]);
	});

	test('costs no other when it makes no sense', async () => {
		const rows = [{ text: 'lost' }, { ...makeMessagePayload(), timestamp: 'soon', sortKey: 7 }];
		const { source } = makeSource(json({ items: rows, hasMore: false }));
		const { items, parseIssues } = await source.messages('a', undefined, never);
		expect(items).toMatchObject([{ id: '1024', sortKey: '7' }]);
		expect(parseIssues.map(({ item, leftOut }) => [item, leftOut])).toEqual([
			['#1', true],
			['1024', false]
		]);
	});
});

describe('pages', () => {
	test.for([
		['another page', { hasMore: true, oldestCursor: 'b' }, 'b'],
		['no cursor', { hasMore: true }, undefined],
		['nothing more', { hasMore: false, oldestCursor: 'b' }, undefined],
		['the same place again', { hasMore: true, oldestCursor: 'a' }, undefined]
	] as const)('%s', async ([, overrides, older]) => {
		const { source, requests } = makeSource(
			json(makePagePayload([makeMessagePayload()], overrides))
		);
		const page = await source.messages('!a/b', 'a', never);
		expect(page.older).toBe(older);
		expect(requests[0]?.url).toBe(
			'http://localhost:1/v1/chats/!a%2Fb/messages?cursor=a&direction=before'
		);
	});

	test('lead to the beginning of a chat of the sample server, which promises more for ever', async () => {
		const { server, world } = makeSampleServer({ chats: 30 });
		const source = createSource({
			address: 'http://localhost:1',
			token: SAMPLE_TOKEN,
			fetch: server.fetch
		});
		const record = world.chats.find(({ history }) => history > 60);
		if (!record) throw new Error('The sample world lacks such a chat');
		let known = addMessages([], []);
		let cursor: string | undefined;
		do {
			const page = await source.messages(record.chat.id, cursor, never);
			known = addMessages(known, page.items);
			cursor = page.older;
		} while (cursor !== undefined);
		expect(known).toHaveLength(record.history);
		const times = known.map(({ timestamp = 0 }) => timestamp);
		expect(times).toEqual(times.toSorted((a, b) => a - b));
	});
});

test('messages are each there once, the later answer counts, by number', () => {
	const [nine, ten] = [makeMessage({ id: '9', sortKey: '9' }), makeMessage({ sortKey: '10' })];
	const edited = { ...nine, text: 'edited' };
	expect(addMessages([ten, nine], [edited])).toEqual([edited, ten]);
});

test('messages are sorted by value also where sort keys are negative or have decimals', () => {
	const keys = ['-10', '-9.5', '-0.5', '0', '9', '9.25', '9.5', '10', '12345678901234567891'];
	const messages = keys.map((sortKey) => makeMessage({ id: sortKey, sortKey }));
	expect(addMessages([], messages.toReversed())).toEqual(messages);
});

test('messages have one order, whatever mixture of sort keys comes in', () => {
	const keys = ['9', '10', '1a', 'b', '2'];
	const messages = keys.map((sortKey) => makeMessage({ id: sortKey, sortKey }));
	for (const start of keys.keys()) {
		const turned = [...messages.slice(start), ...messages.slice(0, start)];
		const sorted = addMessages([], turned).map(({ sortKey }) => sortKey);
		expect(sorted).toEqual(['2', '9', '10', '1a', 'b']);
	}
});
