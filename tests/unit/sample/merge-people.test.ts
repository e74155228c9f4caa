import * as v from 'valibot';
import { expect, test } from 'vitest';
import { change } from '$lib/sample/simulate-activity';
import { ask, makeSampleServer, NOW } from '../../fixtures/sample';

const page = v.object({
	items: v.array(
		v.looseObject({
			id: v.string(),
			unreadCount: v.number(),
			merge: v.optional(v.object({ chatIDs: v.array(v.string()) })),
			mergedIntoChatID: v.optional(v.string()),
			labels: v.optional(v.array(v.object({ id: v.string(), name: v.string() }))),
			preview: v.optional(v.looseObject({ chatID: v.string() }))
		})
	)
});

async function rowsAt(server: Parameters<typeof ask>[0], path: string) {
	return v.parse(page, (await ask(server, path)).json).items;
}

test.for([
	['a', { list: [true, false], search: [true, true] }],
	['b', { list: [true, true], search: [true, true] }],
	['c', { list: [false, false], search: [false, false] }]
] as const)(
	'with behaviour %s each route returns the expected merged chats and members',
	async ([merged, told]) => {
		const { server } = makeSampleServer({ chats: 60, behaviour: { merged }, pageSize: 200 });
		const routes = { list: '/v1/chats', search: '/v1/chats/search?limit=200' };
		for (const route of ['list', 'search'] as const) {
			const rows = await rowsAt(server, routes[route]);
			const [hasMerged, hasMembers] = [
				rows.some(({ merge }) => merge),
				rows.some(({ mergedIntoChatID }) => mergedIntoChatID)
			];
			expect([hasMerged, hasMembers]).toEqual(told[route]);
		}
	}
);

test('a merged chat has what its members have unread, their last message and no messages', async () => {
	const { server, world } = makeSampleServer({
		chats: 60,
		behaviour: { merged: 'a' },
		pageSize: 200
	});
	const merged = world.chats.find(({ members }) => members);
	const [, member] = merged?.members ?? [];
	if (!merged || !member) throw new Error('Nobody is merged');
	change(world, member, 'message', NOW + 1000);

	const [first] = await rowsAt(server, '/v1/chats');
	expect(first?.id).toBe(merged.chat.id);
	expect(first?.preview?.chatID).toBe(member.chat.id);
	const unread = merged.members?.reduce((sum, { chat }) => sum + chat.unreadCount, 0);
	expect(first?.unreadCount).toBe(unread);

	const path = `/v1/chats/${encodeURIComponent(merged.chat.id)}`;
	expect((await ask(server, `${path}/messages`)).json).toMatchObject({ items: [] });
	expect((await ask(server, `${path}/read`, { method: 'POST' })).json).toMatchObject({
		unreadCount: 0
	});
	expect(member.chat.unreadCount).toBe(0);
});

test('labels are there only where they are asked for', async () => {
	const plain = makeSampleServer({ chats: 60 }).server;
	expect((await ask(plain, '/v1/labels')).status).toBe(404);
	expect((await rowsAt(plain, '/v1/chats')).some(({ labels }) => labels)).toBe(false);

	const { server } = makeSampleServer({ chats: 60, behaviour: { labels: true }, pageSize: 200 });
	expect((await ask(server, '/v1/labels')).json).toContainEqual(
		expect.objectContaining({ name: 'Home' })
	);
	expect((await rowsAt(server, '/v1/chats')).some(({ labels }) => labels)).toBe(true);
});
