import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { WireChat } from '$lib/sample/api-types';
import { CURSOR_KINDS } from '$lib/sample/server/behaviour';
import { ask, makeSampleServer, NOW, SPREADS } from '../../fixtures/sample';

const page = v.object({
	items: v.array(v.looseObject({ id: v.string() })),
	hasMore: v.boolean(),
	oldestCursor: v.nullable(v.string()),
	newestCursor: v.nullable(v.string())
});

/** A page of a list, reduced to the IDs of its items. */
async function pageAt(server: Parameters<typeof ask>[0], path: string) {
	const { json } = await ask(server, path);
	const { items, ...rest } = v.parse(page, json);
	return { ids: items.map(({ id }) => id), items, ...rest };
}

/** A server, and the path of a fitting chat of its world. */
function serverWith(fits: (chat: WireChat) => boolean) {
	const { server, world } = makeSampleServer();
	const record = world.chats.find(({ chat }) => fits(chat));
	if (!record) throw new Error('The sample world lacks such a chat');
	return {
		server,
		world,
		chat: record.chat,
		path: `/v1/chats/${encodeURIComponent(record.chat.id)}`
	};
}

describe('the list of chats', () => {
	const { server, world } = makeSampleServer();

	test.for([
		['4.3.73', 3],
		['4.2.808', 25]
	] as const)('as version %s, asked for 3, gives %i', async ([version, rows]) => {
		const { server: versioned } = makeSampleServer({ version });
		expect((await pageAt(versioned, '/v1/chats?limit=3')).ids).toHaveLength(rows);
	});

	test.for(['0', '201', 'all'])('takes no limit of %s', async (limit) => {
		expect((await ask(server, `/v1/chats?limit=${limit}`)).status).toBe(422);
	});

	test('refuses every limit, or ignores it, when told so', async () => {
		const { server: refusing } = makeSampleServer({ behaviour: { listLimit: 'refused' } });
		const { server: ignoring } = makeSampleServer({ behaviour: { listLimit: 'ignored' } });
		expect((await ask(refusing, '/v1/chats?limit=3')).status).toBe(422);
		expect((await pageAt(ignoring, '/v1/chats?limit=3')).ids).toHaveLength(25);
	});

	test('has a configurable page size', async () => {
		const { server: small } = makeSampleServer({ pageSize: 7 });
		expect((await pageAt(small, '/v1/chats')).ids).toHaveLength(7);
	});

	test.for(CURSOR_KINDS)('goes back the way it came: cursors of %s', async (cursors) => {
		const { server } = makeSampleServer({ behaviour: { cursors } });
		const first = await pageAt(server, '/v1/chats');
		const second = await pageAt(server, `/v1/chats?cursor=${first.oldestCursor}`);
		const back = await pageAt(server, `/v1/chats?cursor=${second.newestCursor}&direction=after`);
		expect(back.ids).toEqual(first.ids);
		expect(back.hasMore).toBe(false);
	});

	test('ends with a page that promises nothing', async () => {
		const { server: few } = makeSampleServer({ chats: 30 });
		const first = await pageAt(few, '/v1/chats');
		const last = await pageAt(few, `/v1/chats?cursor=${first.oldestCursor}`);
		const beyond = await pageAt(few, `/v1/chats?cursor=${last.oldestCursor}`);
		expect([first.hasMore, last.hasMore, last.ids.length]).toEqual([true, false, 5]);
		expect(beyond).toMatchObject({ ids: [], hasMore: false, oldestCursor: null });
	});

	test.for(['garbage', '%F0%9F%98%80', btoa('messages:1'), btoa('chats:soon')])(
		'refuses the cursor %s',
		async (cursor) => {
			expect(await ask(server, `/v1/chats?cursor=${cursor}`)).toMatchObject({ status: 400 });
		}
	);

	test('with cursors of offsets the same one means another place under another filter', async () => {
		const { server: counting } = makeSampleServer({ behaviour: { cursors: 'offsets' } });
		const [all, groups] = [
			await pageAt(counting, '/v1/chats/search?limit=5'),
			await pageAt(counting, '/v1/chats/search?limit=5&type=group')
		];
		expect([all.oldestCursor, groups.oldestCursor]).toEqual(['c5', 'c5']);
		const next = await pageAt(counting, '/v1/chats/search?limit=5&type=group&cursor=c5');
		expect(next.ids).not.toContain(groups.ids[4]);
		expect(next.items.every(({ type }) => type === 'group')).toBe(true);
	});

	test('with cursors of times a page skips the rest of a millisecond that the one before ended in', async () => {
		const activityAt = SPREADS['thirty in one millisecond'];
		const { server: skipping } = makeSampleServer({ activityAt, behaviour: { cursors: 'times' } });
		const first = await pageAt(skipping, '/v1/chats');
		const second = await pageAt(skipping, `/v1/chats?cursor=${first.oldestCursor}`);
		expect(second.items[0]?.lastActivity).not.toBe(first.items[24]?.lastActivity);
	});

	test('a chat that moves between two pages occurs twice', async () => {
		const { server: moving, world: movingWorld } = makeSampleServer();
		const first = await pageAt(moving, '/v1/chats');
		const [, , third] = movingWorld.chats;
		if (third) movingWorld.touch(third, movingWorld.now);
		const again = await pageAt(moving, '/v1/chats');
		expect(again.ids[0]).toBe(first.ids[2]);
	});

	test('is of some accounts only, when told so', async () => {
		const { items } = await pageAt(server, '/v1/chats?accountIDs=imessage&accountIDs=matrix');
		const accounts = new Set(items.map(({ accountID }) => accountID));
		expect(accounts).toEqual(new Set(['imessage', 'matrix']));
	});

	test('shows iMessage chats, whose account is not listed', async () => {
		const { json } = await ask(server, '/v1/accounts');
		const listed = v.parse(v.array(v.looseObject({ accountID: v.string() })), json);
		expect(listed.map(({ accountID }) => accountID)).not.toContain('imessage');
		expect(world.chats.some(({ chat }) => chat.accountID === 'imessage')).toBe(true);
	});
});

describe('a server that is not ready', () => {
	const clock = { now: NOW };
	function starting(listed: number, chatStatus: 404 | 500) {
		const notReady = { until: NOW + 5000, listed, chatStatus };
		return makeSampleServer({ now: () => clock.now, behaviour: { notReady } });
	}

	test.for([
		[0, 404],
		[3, 500]
	] as const)(
		'lists no account, %i chats and answers %i to each, and then all',
		async ([listed, chatStatus]) => {
			clock.now = NOW;
			const { server, world } = starting(listed, chatStatus);
			const chat = `/v1/chats/${encodeURIComponent(world.chats[0]?.chat.id ?? '')}`;
			expect((await ask(server, '/v1/accounts')).json).toEqual([]);
			for (const path of ['/v1/chats', '/v1/chats/search']) {
				expect(await pageAt(server, path)).toMatchObject({
					ids: { length: listed },
					hasMore: false
				});
			}
			expect((await ask(server, chat)).status).toBe(chatStatus);
			clock.now = NOW + 5000;
			expect((await ask(server, '/v1/accounts')).json).not.toEqual([]);
			expect((await pageAt(server, '/v1/chats')).hasMore).toBe(true);
			expect((await ask(server, chat)).status).toBe(200);
		}
	);
});

describe('participants', () => {
	function big(chat: WireChat) {
		return chat.participants.total > 600;
	}

	test.for([
		['', 100, true],
		['?maxParticipantCount=0', 0, true],
		['?maxParticipantCount=500', 500, true],
		['?maxParticipantCount=-1', Infinity, false]
	] as const)('of one chat%s', async ([query, most, hasMore]) => {
		const { server, path, chat } = serverWith(big);
		const { json } = await ask(server, path + query);
		const { total } = chat.participants;
		expect(json).toMatchObject({ participants: { hasMore, total } });
		expect(json).toHaveProperty('participants.items.length', Math.min(most, total));
	});

	test.for(['501', '-2', 'all', '1.5'])('refuses %s of them', async (count) => {
		const { server, path } = serverWith(big);
		const { status } = await ask(server, `${path}?maxParticipantCount=${count}`);
		expect(status).toBe(422);
	});

	test('are at most 20 in lists', async () => {
		const { server } = serverWith(big);
		for (const path of ['/v1/chats', '/v1/chats/search?type=group']) {
			const { items } = await pageAt(server, path);
			expect(items).not.toHaveLength(0);
			for (const chat of items) {
				const shape = v.object({
					items: v.array(v.unknown()),
					hasMore: v.boolean(),
					total: v.number()
				});
				const { items: people, hasMore, total } = v.parse(shape, chat['participants']);
				expect([people.length, hasMore]).toEqual([Math.min(20, total), total > 20]);
			}
		}
	});
});

describe('searching chats', () => {
	const { server, world } = makeSampleServer();

	test.for<[string, (chat: WireChat) => boolean]>([
		['inbox=archive', (chat) => chat.isArchived === true],
		['inbox=low-priority', (chat) => chat.isLowPriority === true && !chat.isArchived],
		[
			'inbox=primary&includeMuted=false',
			(chat) => !chat.isArchived && !chat.isLowPriority && !chat.isMuted
		],
		['unreadOnly=true', (chat) => chat.unreadCount > 0 || chat.isMarkedUnread === true],
		['type=single', (chat) => chat.type === 'single'],
		['accountIDs=telegram', (chat) => chat.accountID === 'telegram'],
		['query=WHATSAPP&scope=titles', (chat) => chat.network === 'WhatsApp'],
		['query=whats', () => false]
	])('?%s', async ([query, fits]) => {
		const { ids } = await pageAt(server, `/v1/chats/search?limit=200&${query}`);
		const expected = world.chats.filter(({ chat }) => fits(chat)).map(({ chat }) => chat.id);
		expect(ids).toEqual(expected.slice(0, 200));
	});

	test('has no previews, and fifty chats per page by default', async () => {
		const { items } = await pageAt(server, '/v1/chats/search');
		expect(items).toHaveLength(50);
		expect(items.filter((chat) => 'preview' in chat)).toEqual([]);
	});

	test.for([
		'limit=0',
		'limit=201',
		'limit=many',
		'inbox=all',
		'type=dm',
		'lastActivityAfter=soon'
	])('refuses ?%s and says why', async (query) => {
		const { status, json } = await ask(server, `/v1/chats/search?${query}`);
		const [name] = query.split('=');
		expect(status).toBe(422);
		expect(json).toMatchObject({
			code: 'VALIDATION_ERROR',
			details: { issues: [{ path: [name], message: expect.any(String), code: expect.any(String) }] }
		});
	});

	test('keeps to what happened within the time asked for', async () => {
		const middle = world.chats[200]?.chat.lastActivity ?? '';
		const older = await pageAt(server, `/v1/chats/search?lastActivityBefore=${middle}`);
		const newer = await pageAt(server, `/v1/chats/search?lastActivityAfter=${middle}&limit=200`);
		expect(older.ids[0]).toBe(world.chats[201]?.chat.id);
		expect(newer.ids.at(-1)).toBe(world.chats[199]?.chat.id);
	});
});

test('messages promise more until there is nothing', async () => {
	const { server, world } = makeSampleServer();
	const record = world.chats.find(({ history }) => history > 0 && history <= 25);
	const path = `/v1/chats/${encodeURIComponent(record?.chat.id ?? '')}/messages`;
	const all = await pageAt(server, path);
	expect([all.ids.length, all.hasMore]).toEqual([record?.history, true]);
	const beyond = await pageAt(server, `${path}?cursor=${all.oldestCursor}`);
	expect(beyond).toMatchObject({ ids: [], hasMore: false, oldestCursor: null });
});
