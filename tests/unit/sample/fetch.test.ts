import ky from 'ky';
import { expect, test } from 'vitest';
import { createSampleFetch, SAMPLE_ADDRESS, SAMPLE_TOKEN } from '$lib/sample/fetch';

const headers = { Authorization: `Bearer ${SAMPLE_TOKEN}` };

test('ky takes it for a server', async () => {
	const http = ky.create({ prefixUrl: SAMPLE_ADDRESS, fetch: createSampleFetch(), headers });
	expect(await http.get('v1/chats').json()).toMatchObject({ hasMore: true });
	const changed = await http.patch('v1/chats/1', { json: { isMuted: true } }).json();
	expect(changed).toMatchObject({ isMuted: true });
	expect(await http.get('v1/chats/1').json()).toMatchObject({ isMuted: true });
});

test('what is asked of it can be called off', async () => {
	const sampleFetch = createSampleFetch({ chats: 1, latency: 60_000 });
	const leaving = new AbortController();
	const answer = sampleFetch(`${SAMPLE_ADDRESS}/v1/chats`, { headers, signal: leaving.signal });
	leaving.abort();
	await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
	const late = sampleFetch(`${SAMPLE_ADDRESS}/v1/chats`, { headers, signal: leaving.signal });
	await expect(late).rejects.toMatchObject({ name: 'AbortError' });
});
