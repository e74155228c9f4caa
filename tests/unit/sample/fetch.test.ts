import { BeeperDesktop } from '@beeper/desktop-api';
import { expect, test } from 'vitest';
import { createSource } from '$lib/api/source';
import { createSample, SAMPLE_ADDRESS, SAMPLE_TOKEN } from '$lib/sample/fetch';

const headers = { Authorization: `Bearer ${SAMPLE_TOKEN}` };

test('the official SDK takes it for a server', async () => {
	const client = new BeeperDesktop({
		accessToken: SAMPLE_TOKEN,
		baseURL: SAMPLE_ADDRESS,
		fetch: createSample().fetch
	});
	const { items } = await client.chats.list();
	expect(items.length).toBeGreaterThan(0);
	expect(await client.chats.update('1', { isMuted: true })).toMatchObject({ isMuted: true });
	expect(await client.chats.retrieve('1')).toMatchObject({ isMuted: true });
});

test('what is asked of it can be called off', async () => {
	const { fetch: sampleFetch } = createSample({ chats: 1, latency: 60_000 });
	const leaving = new AbortController();
	const answer = sampleFetch(`${SAMPLE_ADDRESS}/v1/chats`, { headers, signal: leaving.signal });
	leaving.abort();
	await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
	const late = sampleFetch(`${SAMPLE_ADDRESS}/v1/chats`, { headers, signal: leaving.signal });
	await expect(late).rejects.toMatchObject({ name: 'AbortError' });
});

test('its chats change by themselves while its events are followed', async () => {
	const sample = createSample({ churn: 1 });
	const source = createSource({ address: SAMPLE_ADDRESS, token: SAMPLE_TOKEN, ...sample });
	const leaving = new AbortController();
	const changed = await new Promise<string>((resolve) => {
		void source.events?.((event) => 'chatID' in event && resolve(event.chatID), leaving.signal);
	});
	expect((await source.chat(changed, leaving.signal)).chat.id).toBe(changed);
	leaving.abort();
});
