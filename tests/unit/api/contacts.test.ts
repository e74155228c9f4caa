import { expect, test } from 'vitest';
import { createSource } from '$lib/api/source';
import { json, makeFetch, never } from '../../fixtures/http';
import { makePagePayload } from '../../fixtures/payloads';

const ada = { id: '@ada', fullName: 'Ada', cannotMessage: true };

function makeSource(response: Response) {
	const { fetch, requests } = makeFetch(response);
	const source = createSource({
		address: 'http://localhost:1',
		token: 's3cret',
		fetch,
		retry: { limit: 0 }
	});
	return { source, requests };
}

test.for([
	['', undefined, ''],
	['ada l', undefined, '?query=ada+l'],
	['a', 'c1', '?query=a&cursor=c1&direction=before']
] as const)('contacts named “%s” from %s', async ([query, cursor, search]) => {
	const payload = makePagePayload([ada, {}], { hasMore: true, oldestCursor: 'c2' });
	const { source, requests } = makeSource(json(payload));
	const { items, parseIssues, next } = await source.contacts('w/1', query, cursor, never);
	expect([items, parseIssues.length, next]).toEqual([[ada], 1, 'c2']);
	expect(requests[0]?.url).toBe(`http://localhost:1/v1/accounts/w%2F1/contacts/list${search}`);
});

test('people are looked up on their network', async () => {
	const { source, requests } = makeSource(json({ items: [ada] }));
	expect((await source.findContacts('w', '+1 555', never)).items).toEqual([ada]);
	expect(requests[0]?.url).toBe('http://localhost:1/v1/accounts/w/contacts?query=%2B1+555');
});

test('an answer that is no list makes no sense', async () => {
	const { source } = makeSource(json([]));
	await expect(source.findContacts('w', 'a', never)).rejects.toMatchObject({
		failure: 'malformed'
	});
});
