import { describe, expect, test } from 'vitest';
import type { WireChat } from '$lib/sample/api-types';
import { serverWith } from '../../../fixtures/sample-chat';

describe('reactions', () => {
	function takesOne(chat: WireChat) {
		return chat.capabilities?.reactionCount === 1 && !chat.capabilities.allowedReactions;
	}

	test('are one at a time where the chat says so, and are removed old style and new', async () => {
		const { post, remove, record } = serverWith(takesOne);
		const path = `messages/${100_000 + record.history}/reactions`;
		await post(path, { reactionKey: '👍' });
		await post(path, { reactionKey: '❤️' });
		expect((await remove(`${path}/${encodeURIComponent('👍')}`)).status).toBe(404);
		const heart = encodeURIComponent('❤️');
		expect((await remove(`${path}/${heart}`)).status).toBe(200);
		await post(path, { reactionKey: '❤️' });
		expect((await remove(`${path}?reactionKey=${heart}`)).status).toBe(200);
	});

	test('must be among those the chat takes', async () => {
		const { post, record } = serverWith(
			(chat) => chat.capabilities?.allowedReactions?.length === 3
		);
		const path = `messages/${100_000 + record.history}/reactions`;
		expect((await post(path, { reactionKey: '🦖' })).status).toBe(400);
		expect((await post(path, { reactionKey: '🔥' })).status).toBe(200);
	});
});
