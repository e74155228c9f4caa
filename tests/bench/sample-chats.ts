import { createChatReader } from '$lib/api/schemas/chat';
import type { Chat } from '$lib/domain/chat/chat';
import { SAMPLE_TOKEN } from '$lib/sample/create-server';
import { makeSampleServer } from '../fixtures/sample';

/** The chats of a sample world, as the page reads them. */
export async function readSampleChats(count: number): Promise<Chat[]> {
	const { server, world } = makeSampleServer({ chats: count, pageSize: 200 });
	const read = createChatReader();
	const chats: Chat[] = [];
	for (let query = ''; chats.length < world.chats.length;) {
		const response = await server.fetch(
			new Request(`http://localhost/v1/chats${query}`, {
				headers: { Authorization: `Bearer ${SAMPLE_TOKEN}` }
			})
		);
		const page: { items: unknown[]; oldestCursor: string } = JSON.parse(await response.text());
		chats.push(...page.items.flatMap((raw) => read(raw).value ?? []));
		query = `?cursor=${encodeURIComponent(page.oldestCursor)}&direction=before`;
	}
	return chats;
}
