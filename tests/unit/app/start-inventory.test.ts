import { once } from 'node:events';
import { expect, test } from 'vitest';
import { startInventory } from '$lib/app/start-inventory';
import { createSource } from '$lib/api/source';
import { SAMPLE_TOKEN } from '$lib/sample/create-server';
import { never } from '../../fixtures/http';
import { makeSampleServer, makeSampleWorld } from '../../fixtures/sample';

/** A source whose requests for chats are counted. */
function makeCounted(answer?: (request: Request) => Promise<Response>) {
	const { server } = makeSampleServer({ world: makeSampleWorld({ chats: 40 }) });
	const asked: string[] = [];
	const source = createSource({
		address: 'http://localhost:23373',
		token: SAMPLE_TOKEN,
		retry: { limit: 0 },
		fetch: async (request) => {
			const { pathname } = new URL(request.url);
			if (pathname.startsWith('/v1/chats')) asked.push(pathname);
			return (answer ?? server.fetch)(request);
		}
	});
	return { source, asked };
}

async function atOnce() {}

async function readAll(source: ReturnType<typeof makeCounted>['source'], signal = never) {
	const ids = new Set<string>();
	for await (const { items } of source.inventory(signal)) for (const { id } of items) ids.add(id);
	return ids.size;
}

test('the first request is sent before anything asks for chats', async () => {
	const { source, asked } = makeCounted();
	startInventory(source, atOnce);
	await expect.poll(() => asked).toHaveLength(1);
});

test('the walk that was started is continued once, and a second one begins anew', async () => {
	const { source, asked } = makeCounted();
	const alone = await readAll(source);
	const requests = asked.length;
	const started = startInventory(source, atOnce);
	expect(await readAll(started)).toBe(alone);
	expect(asked).toHaveLength(2 * requests);
	expect(await readAll(started)).toBe(alone);
	expect(asked).toHaveLength(3 * requests);
});

test('later pages are requested once the first chats are on the screen', async () => {
	const { source, asked } = makeCounted();
	const painting = new AbortController();
	async function painted() {
		await once(painting.signal, 'abort');
	}
	const started = startInventory(source, painted).inventory(never);
	const pages = started[Symbol.asyncIterator]();
	expect((await pages.next()).done).toBe(false);
	const second = pages.next();
	await new Promise((resolve) => setTimeout(resolve));
	expect(asked).toHaveLength(1);
	painting.abort();
	expect((await second).done).toBe(false);
	expect(asked.length).toBeGreaterThan(1);
});

test('a failure is thrown by the call that continues the walk', async () => {
	const { source } = makeCounted(() => Promise.reject(new TypeError('away')));
	const started = startInventory(source, atOnce);
	await new Promise((resolve) => setTimeout(resolve));
	await expect(readAll(started)).rejects.toMatchObject({ name: 'SourceError' });
});

test('the walk ends with the signal of the call that continues it', async () => {
	const { source } = makeCounted();
	const started = startInventory(source, atOnce);
	const ending = new AbortController();
	ending.abort();
	await expect(readAll(started, ending.signal)).rejects.toMatchObject({ failure: 'cancelled' });
});
