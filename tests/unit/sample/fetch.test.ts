import { BeeperDesktop } from '@beeper/desktop-api';
import { expect, test } from 'vitest';
import { createSampleFetch, SAMPLE_ADDRESS, SAMPLE_TOKEN } from '$lib/sample/fetch';

const headers = { Authorization: `Bearer ${SAMPLE_TOKEN}` };

test('the official SDK takes it for a server', async () => {
	const client = new BeeperDesktop({
		accessToken: SAMPLE_TOKEN,
		baseURL: SAMPLE_ADDRESS,
		fetch: createSampleFetch()
	});
	const { items } = await client.chats.list();
	expect(items.length).toBeGreaterThan(0);
	expect(await client.chats.update('1', { isMuted: true })).toMatchObject({ isMuted: true });
	expect(await client.chats.retrieve('1')).toMatchObject({ isMuted: true });
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
