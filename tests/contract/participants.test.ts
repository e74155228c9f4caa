import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSource } from '$lib/api/source';
import type { ChatOptions } from '$lib/domain/connection/source';
import { never } from '../fixtures/http';
import { startSampleServer, type RunningSample } from '../fixtures/sample';

let sample: RunningSample;

beforeEach(async () => {
	sample = await startSampleServer();
});

afterEach(() => sample.stop());

/** Requests the chat with most participants; returns it with the query of the request. */
async function askForCrowd(options?: ChatOptions) {
	const [crowd] = sample.world.chats.toSorted(
		(one, other) => other.chat.participants.total - one.chat.participants.total
	);
	const queries: string[] = [];
	const source = createSource({
		address: sample.address,
		token: sample.token,
		fetch: (request) => {
			queries.push(new URL(request.url).search);
			return fetch(request);
		}
	});
	const { chat } = await source.chat(crowd?.chat.id ?? '', never, options);
	return { ...chat.participants, listed: chat.participants.items.length, queries };
}

test('by default a server returns 100 participants, and their total', async () => {
	const { listed, total, hasMore, queries } = await askForCrowd();
	expect([listed, hasMore, queries]).toEqual([100, true, ['']]);
	expect(total).toBeGreaterThan(100);
});

test('all participants are returned when requested', async () => {
	const { listed, total, hasMore, queries } = await askForCrowd({ everybody: true });
	expect([listed, hasMore, queries]).toEqual([total, false, ['?maxParticipantCount=-1']]);
});
