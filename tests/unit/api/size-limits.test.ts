import { describe, expect, test } from 'vitest';
import { createSource } from '$lib/api/source';
import { createCapabilityReader } from '$lib/api/schemas/capabilities';
import { readAccount } from '$lib/api/schemas/account';
import { createChatReader } from '$lib/api/schemas/chat';
import { readMessage } from '$lib/api/schemas/message';
import { readAccess } from '$lib/api/schemas/server';
import { readRetryAfter } from '$lib/api/errors';
import { toChats } from '$lib/cache/serialize';
import { createInterner } from '$lib/domain/capabilities/intern';
import { walkQuery } from '$lib/api/pagination/pages';
import { walkInParallel } from '$lib/api/pagination/parallel';
import { cutText, SIZE_LIMITS } from '$lib/domain/connection/size-limits';
import { makeChat } from '../../fixtures/chats';
import { json, makeFetch, never } from '../../fixtures/http';
import { makeChatPayload, makeMessagePayload } from '../../fixtures/payloads';

const { name, text, entries, id } = SIZE_LIMITS;
const HUGE = 'x'.repeat(10_000_000);

function readChat(fields: object) {
	return createChatReader()({ id: 'a', ...fields });
}

test('the words of an account’s status are cut', () => {
	const { value } = readAccount({ accountID: 'a', statusText: HUGE });
	expect(value?.statusText).toHaveLength(name);
});

function open(body: unknown, init?: ResponseInit) {
	const { fetch } = makeFetch(json(body, init));
	return createSource({
		...{ address: 'http://localhost:23373', token: 't', fetch, retry: { limit: 0 } }
	});
}

function many<Item>(count: number, make: (index: number) => Item): Item[] {
	return Array.from({ length: count }, (_, index) => make(index));
}

function people(count: number) {
	const items = many(count, (n) => ({ id: `p${n}` }));
	return { participants: { items, hasMore: false, total: count } };
}

describe('a part of a chat that is too long', () => {
	test.for([
		['title', { title: HUGE }],
		['network', { network: HUGE }],
		['description', { description: HUGE }],
		['labels', { labels: many(100_000, (n) => ({ id: `l${n}` })) }],
		['participants.items', people(100_000)],
		['merge.chatIDs', { merge: { chatIDs: many(100_000, (n) => `c${n}`) } }]
	] as const)('is cut and reported: %s', ([path, fields]) => {
		const { value, findings } = readChat(fields);
		expect(findings).toEqual([{ path, found: 'more than is read' }]);
		expect(JSON.stringify(value).length).toBeLessThan(200_000);
	});

	test.for([
		['imgURL', { imgURL: HUGE }, 'imgURL'],
		['draft', { draft: { text: HUGE } }, 'draft.text'],
		['mergedIntoChatID', { mergedIntoChatID: HUGE }, 'mergedIntoChatID'],
		['localChatID', { localChatID: HUGE }, 'localChatID']
	] as const)(
		'is left out where its beginning means something else: %s',
		([field, fields, path]) => {
			const { value, findings } = readChat(fields);
			expect(value).not.toHaveProperty(field);
			expect(findings.map((finding) => finding.path)).toEqual([path]);
		}
	);

	test('costs the chat where it is its ID', () => {
		expect(readChat({ id: HUGE }).value).toBeUndefined();
		expect(readChat({ id: 'x'.repeat(id) }).value).toBeDefined();
	});

	test('keeps whole what is just within the limits', () => {
		const fields = { title: 'x'.repeat(name), description: 'x'.repeat(text) };
		expect(readChat(fields)).toMatchObject({ value: fields, findings: [] });
	});

	test('has as many issues as are worth telling', () => {
		const { findings } = readChat({ participants: { items: many(5_000, () => ({ id: 7 })) } });
		expect(findings).toHaveLength(SIZE_LIMITS.issues);
	});
});

test('a chat with more participants than are read says that there are more', () => {
	const { value } = readChat(people(100_000));
	expect(value?.participants).toMatchObject({ hasMore: true, total: 100_000 });
	expect(value?.participants.items).toHaveLength(SIZE_LIMITS.participants);
});

describe('capabilities', () => {
	test.for([
		['nested 10,000 deep', `{"new":${'['.repeat(10_000)}${']'.repeat(10_000)}}`],
		['nested a little too deep', `{"new":${'['.repeat(40)}${']'.repeat(40)}}`],
		['of 10 MB', JSON.stringify({ new: HUGE })]
	] as const)('%s are left out and reported', ([, raw]) => {
		const { value, findings } = createCapabilityReader()(JSON.parse(raw));
		expect(value).toBeUndefined();
		expect(findings).toHaveLength(1);
	});

	test('with thousands of new fields keep the first', () => {
		const fields = Object.fromEntries(many(3_000, (n) => [`new${n}`, 1]));
		const { value, findings } = createCapabilityReader()({ edit: 2, ...fields });
		expect(value?.edit).toBe('full');
		expect(Object.keys(value?.other ?? {})).toHaveLength(SIZE_LIMITS.unknownFields);
		expect(findings).toEqual([{ path: '', found: 'more than is read' }]);
	});
});

test('a message keeps the first of 10,000 reactions, and of a long text', () => {
	const reactions = many(10_000, (n) => ({
		id: `${n}`,
		participantID: `p${n}`,
		reactionKey: '👍'
	}));
	const { value, findings } = readMessage(makeMessagePayload({ text: HUGE, reactions }));
	expect(value?.reactions).toHaveLength(entries);
	expect(value?.text).toHaveLength(text);
	expect(findings.map(({ path }) => path).sort()).toEqual(['reactions', 'text']);
});

test.for([
	['labels', 100_000, entries],
	['accounts', 100_000, entries]
] as const)(
	'of a list of %s only the first are read, and the rest is reported',
	async ([call, count, most]) => {
		const rows = many(count, (n) => ({ id: `${n}`, accountID: `${n}` }));
		const { items, parseIssues } = await open(rows)[call](never);
		expect(items).toHaveLength(most);
		expect(parseIssues).toEqual([
			{ item: `#${most + 1}`, path: '', found: 'more than is read', leftOut: true }
		]);
	}
);

test('a failure says no more than a sentence, and names few fields', async () => {
	const issues = many(10_000, () => ({
		message: HUGE.slice(0, 600),
		path: many(50, (n) => `p${n}`)
	}));
	const asked = open({ message: HUGE, details: { issues } }, { status: 422 }).accounts(never);
	const error = await asked.catch((error: unknown) => error);
	expect(error).toMatchObject({ failure: 'invalid', says: cutText(HUGE, SIZE_LIMITS.message) });
	expect(JSON.stringify(error).length).toBeLessThan(20_000);
});

test('a refused upload says no more than that, and never the token', async () => {
	const { fetch } = makeFetch(json({ error: `secret-token ${HUGE}` }));
	const source = createSource({ address: 'http://localhost:23373', token: 'secret-token', fetch });
	const error = await source.upload(new File([], 'f'), never).catch((error: unknown) => error);
	expect(JSON.stringify(error).length).toBeLessThan(1_000);
	expect(JSON.stringify(error)).not.toContain('secret');
});

test('the raw JSON of a chat is cut where it would fill the page', async () => {
	const answer = await open(makeChatPayload({ description: HUGE })).chat('a', never);
	expect(answer.json).toHaveLength(SIZE_LIMITS.json);
});

test('a response that never ends is given up', async () => {
	let sent = 0;
	const endless = new ReadableStream({
		pull(controller) {
			sent++;
			controller.enqueue(new Uint8Array(1024 * 1024));
		}
	});
	const { fetch } = makeFetch(() => new Response(endless));
	const source = createSource({ address: 'http://localhost:23373', token: 't', fetch });
	await expect(source.accounts(never)).rejects.toMatchObject({ failure: 'malformed' });
	expect(sent).toBeLessThan(SIZE_LIMITS.response / 1024 / 1024 + 5);
});

test('a list that never ends is given up', async () => {
	let page = 0;
	async function ask() {
		return { items: [], parseIssues: [], next: `c${page++}` };
	}
	let read = 0;
	for await (const step of walkQuery(ask, {})) read += step.next ? 1 : 0;
	expect(read).toBe(SIZE_LIMITS.pages + 1);
});

test('a search that never ends is given up, however far back its times go', async () => {
	let time = Date.UTC(2026, 0);
	async function ask() {
		time -= 60_000;
		const items = [makeChat({ id: String(time), lastActivity: time })];
		return { items, parseIssues: [], next: String(time) };
	}
	let read = 0;
	for await (const { items } of walkInParallel(ask, [])) {
		read += items.length;
		if (read > SIZE_LIMITS.pages + 1) break;
	}
	expect(read).toBe(SIZE_LIMITS.pages + 1);
});

test('times and waits that no clock or timer holds are not taken over', () => {
	expect(readAccess({ active: true, exp: 1e300 })).toEqual({});
	expect(readRetryAfter(new Headers({ 'Retry-After': '9'.repeat(400) }), 0)).toBe(SIZE_LIMITS.wait);
	expect(readChat({ lastActivity: 8.64e15 }).value).not.toHaveProperty('lastActivity');
	expect(readChat({ messageExpirySeconds: 1e300 }).value).not.toHaveProperty(
		'messageExpirySeconds'
	);
});

test('a cut text ends in an ellipsis and in no half of a character', () => {
	expect(cutText('abcdef', 4)).toBe('abc…');
	expect(cutText('ab😀😀', 4)).toBe('ab…');
	expect(cutText('abcd', 4)).toBe('abcd');
});

test('kept capabilities that are nested too deep are damaged, not fatal', () => {
	const deep: unknown = JSON.parse(`${'['.repeat(10_000)}${']'.repeat(10_000)}`);
	const share = createInterner();
	expect(toChats({ capabilities: [{ other: { new: deep } }], rows: [] }, share)).toBeNull();
	expect(toChats({ capabilities: [{ other: { new: [] } }], rows: [] }, share)).toEqual([]);
});

test('what has the ID of another in its list is there once', () => {
	const { value } = readChat({
		participants: { items: [{ id: 'p' }, { id: 'p', fullName: 'P' }] },
		merge: { chatIDs: ['b', 'c', 'b'] },
		draft: { text: '', attachments: { one: { id: 'f' }, other: { id: 'f' } } }
	});
	expect(value?.participants).toEqual({
		...{ items: [{ id: 'p', fullName: 'P' }], hasMore: false, total: 1 }
	});
	expect(value?.merge?.chatIDs).toEqual(['b', 'c']);
	expect(value?.draft?.attachments).toEqual([{ id: 'f', type: 'file' }]);
});
