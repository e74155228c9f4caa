import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createChatReader } from '$lib/api/schemas/chat';
import { createClient } from '$lib/api/client';
import { createChatLists } from '$lib/api/chats';
import type { Chat } from '$lib/domain/chat/chat';
import type { ChatPage } from '$lib/domain/connection/source';
import { CHANGES, change } from '$lib/sample/simulate-activity';
import { SAMPLE_TOKEN } from '$lib/sample/create-server';
import { LIST_LIMITS } from '$lib/sample/server/behaviour';
import {
	makeSampleServer,
	makeSampleWorld,
	NOW,
	PAGING,
	SPREADS,
	type SampleOptions
} from '../../fixtures/sample';
import { json, never } from '../../fixtures/http';

/** Called before each response; a returned response replaces the server's. */
type Meddle = (url: URL, count: number) => Response | undefined;

function walked(options: SampleOptions, meddle: Meddle = () => undefined) {
	const { server, world } = makeSampleServer({ hasCapabilities: false, ...options });
	// Participants are most of the JSON that is left, and matter to no walk.
	for (const { chat } of world.chats) chat.participants.items.splice(1);
	const paths: string[] = [];
	let [underWay, most] = [0, 0];
	async function fetch(request: Request): Promise<Response> {
		const url = new URL(request.url);
		paths.push(url.pathname);
		most = Math.max(most, ++underWay);
		const answer =
			meddle(url, paths.length) ?? (await server.fetch(new Request(url, request.clone())));
		underWay -= 1;
		return answer;
	}
	const address = 'http://localhost:23373';
	const client = createClient({ address, token: SAMPLE_TOKEN, fetch, retry: { limit: 0 } });
	const walks = createChatLists(client, createChatReader());
	return { walks, world, paths, atMost: () => most };
}

async function gather(
	pages: AsyncIterable<{ items: readonly Chat[] }>
): Promise<Map<string, Chat>> {
	const chats = new Map<string, Chat>();
	for await (const { items } of pages) for (const chat of items) chats.set(chat.id, chat);
	return chats;
}

function listWorldIDs(world: ReturnType<typeof walked>['world']): string[] {
	return world.chats.map(({ chat }) => chat.id).sort();
}

/** A list that ignores the limit, so that the search is used instead. */
const SMALL_PAGES = { behaviour: { listLimit: 'ignored' } } as const;

/** Worlds with more pages than are ever requested at once. */
const WORLDS = Object.entries(SPREADS).map(([spread, activityAt]) => ({
	spread,
	world: makeSampleWorld({ chats: 900, activityAt })
}));

describe.for(PAGING)('cursors of $cursors, a limit on the list $listLimit:', (behaviour) => {
	test.for([0, 1, 24, 25, 26, 199, 200, 201])('all of %i chats are met', async (chats) => {
		const { walks, world } = walked({ chats, behaviour });
		expect([...(await gather(walks.inventory(never))).keys()].sort()).toEqual(listWorldIDs(world));
	});

	test.for(WORLDS)(
		'all of 900 chats are met, never more than four requests at a time: $spread',
		async ({ world }) => {
			const { walks, atMost } = walked({ world, behaviour });
			expect([...(await gather(walks.inventory(never))).keys()].sort()).toEqual(
				listWorldIDs(world)
			);
			expect(atMost()).toBeLessThanOrEqual(4);
		}
	);

	test('whatever changes meanwhile, a chat that was there all the time is met', async () => {
		const elsewhere = fc.record({ place: fc.nat(), kind: fc.constantFrom(...CHANGES) });
		await fc.assert(
			fc.asyncProperty(fc.array(elsewhere, { minLength: 1, maxLength: 60 }), async (changes) => {
				const waiting = [...changes];
				const { walks, world } = walked({ chats: 450, behaviour }, (_url, count) => {
					const next = waiting.pop();
					const record = next && world.chats[next.place % world.chats.length];
					if (record) change(world, record, next.kind, NOW + count);
					return undefined;
				});
				const met = await gather(walks.inventory(never));
				expect(listWorldIDs(world).filter((id) => !met.has(id))).toEqual([]);
			}),
			{ numRuns: 8 }
		);
	});

	test('chats that the walk has not met, and that come first meanwhile, are met', async () => {
		const { walks, world } = walked({ chats: 450, behaviour }, (_url, count) => {
			const oldest = count > 2 && world.chats.at(-1);
			if (oldest) change(world, oldest, 'message', NOW + count);
			return undefined;
		});
		const met = await gather(walks.inventory(never));
		expect(listWorldIDs(world).filter((id) => !met.has(id))).toEqual([]);
	});
});

test.for(LIST_LIMITS.filter((limit) => limit !== 'refused'))(
	'5,000 chats take few requests, and hardly any is sent twice: a limit on the list %s',
	async (listLimit) => {
		const { walks, paths } = walked({ chats: 5000, behaviour: { listLimit } });
		let rows = 0;
		for await (const { items } of walks.inventory(never)) rows += items.length;
		// A third of the requests that the list needs with its default pages.
		expect(paths.length).toBeLessThan(67);
		// The newest are requested again at the end, and pages of the search overlap by two.
		expect(rows).toBeLessThan(5400);
	}
);

test('a chat dated in a year to come does not make the walk of the search one page after the other', async () => {
	const [world] = WORLDS.flatMap(({ spread, world }) => (spread.includes('2087') ? world : []));
	const { walks, atMost } = walked({ ...(world && { world }), ...SMALL_PAGES });
	await gather(walks.inventory(never));
	expect(atMost()).toBe(4);
});

test.for(LIST_LIMITS)(
	'the first page of all chats is a small one, which is there soonest: a limit on the list %s',
	async (listLimit) => {
		const { walks, world } = walked({ chats: 600, behaviour: { listLimit } });
		const first = await walks.inventory(never).next();
		expect(first.value?.items.map(({ id }) => id)).toEqual(
			world.chats.slice(0, 25).map(({ chat }) => chat.id)
		);
	}
);

test('a limit that is refused is not asked for again', async () => {
	const { walks, world, paths } = walked({ chats: 60, behaviour: { listLimit: 'refused' } });
	for (let walk = 0; walk < 2; walk++) {
		expect([...(await gather(walks.list(never, { limit: 200 }))).keys()].sort()).toEqual(
			listWorldIDs(world)
		);
	}
	expect(paths).toHaveLength(1 + 3 + 3);
});

test.for(PAGING)(
	'the list says where it ends, the search does not: $cursors, $listLimit',
	async (behaviour) => {
		const { walks } = walked({ chats: 600, behaviour });
		const lasts: (true | undefined)[] = [];
		for await (const { isLast } of walks.list(never)) lasts.push(isLast);
		expect(lasts.filter(Boolean)).toHaveLength(1);
		expect(lasts.at(-1)).toBe(true);
		const pages: ChatPage[] = [];
		for await (const page of walks.inventory(never)) pages.push(page);
		const isList = behaviour.listLimit === 'honoured';
		expect(pages.some(({ isLast }) => isLast)).toBe(isList);
	}
);

test('a chat is described as the list describes it, but for its preview', async () => {
	const { walks } = walked({ chats: 600, hasCapabilities: true });
	const listed = await gather(walks.list(never));
	for (const [id, chat] of await gather(walks.inventory(never))) {
		const { preview, ...shown } = listed.get(id) ?? {};
		expect(chat).toMatchObject(shown);
		if (chat.preview) expect(chat.preview).toEqual(preview);
	}
});

test('pages of the search say that previews are missing in them', async () => {
	const { walks } = walked({ chats: 600, ...SMALL_PAGES });
	const pages: ChatPage[] = [];
	for await (const page of walks.inventory(never)) pages.push(page);
	const [newest, first, last] = [pages.at(0), pages.at(1), pages.at(-1)];
	expect(pages.filter((page) => !page.lacksPreviews)).toEqual([newest, first, last]);
});

test('the first page comes with previews, for it is what is seen first', async () => {
	const { walks } = walked({ chats: 600, ...SMALL_PAGES });
	const { value } = await walks.inventory(never).next();
	expect(value?.items).toHaveLength(25);
	expect(value?.items.filter(({ preview }) => preview).length).toBeGreaterThan(20);
});

describe('a server that', () => {
	test.for([404, 422])('has no such search (%i) is walked by its list', async (status) => {
		const { walks, world } = walked({ chats: 200, ...SMALL_PAGES }, ({ pathname }) =>
			pathname.endsWith('/search') ? json({ message: 'No' }, { status }) : undefined
		);
		expect([...(await gather(walks.inventory(never))).keys()].sort()).toEqual(listWorldIDs(world));
	});

	/** A server that rejects the first three cursors as expired. */
	function forgetful() {
		const forgotten = new Set<string>();
		const meddle: Meddle = ({ searchParams }) => {
			const cursor = searchParams.get('cursor');
			if (!cursor || forgotten.size === 3 || forgotten.has(cursor)) return undefined;
			forgotten.add(cursor);
			return json({ message: 'Invalid cursor' }, { status: 400 });
		};
		return { forgotten, meddle };
	}

	test('forgets a cursor half-way is asked again from there', async () => {
		const { forgotten, meddle } = forgetful();
		const { walks, world } = walked({ chats: 2500 }, meddle);
		expect([...(await gather(walks.inventory(never))).keys()].sort()).toEqual(listWorldIDs(world));
		expect(forgotten.size).toBe(3);
	});

	test('forgets every cursor ends the walk with its own words', async () => {
		const { walks } = walked({ chats: 6000 }, ({ searchParams }) =>
			searchParams.has('cursor') ? json({ message: 'Gone' }, { status: 400 }) : undefined
		);
		await expect(gather(walks.inventory(never))).rejects.toMatchObject({ says: 'Gone' });
	});

	test('forgets every cursor of its search, where times tell no chats apart, is walked by its list', async () => {
		let forgotten = 0;
		const options = {
			world: makeSampleWorld({ chats: 900, activityAt: () => NOW }),
			...SMALL_PAGES
		};
		const { walks, world } = walked(options, ({ pathname, searchParams }) => {
			if (!pathname.endsWith('/search') || !searchParams.has('cursor')) return undefined;
			forgotten += 1;
			return json({ message: 'Invalid cursor' }, { status: 400 });
		});
		expect([...(await gather(walks.inventory(never))).keys()].sort()).toEqual(listWorldIDs(world));
		expect(forgotten).toBeGreaterThan(0);
	});

	test('forgets a cursor of its list, and has no search, is walked once more', async () => {
		let isForgotten = false;
		const { walks, world } = walked(
			{ chats: 300, ...SMALL_PAGES },
			({ pathname, searchParams }) => {
				if (pathname.endsWith('/search')) return json({ message: 'No' }, { status: 404 });
				if (isForgotten || !searchParams.has('cursor')) return undefined;
				isForgotten = true;
				searchParams.set('cursor', 'of-yesterday');
				return undefined;
			}
		);
		expect([...(await gather(walks.inventory(never))).keys()].sort()).toEqual(listWorldIDs(world));
		expect(isForgotten).toBe(true);
	});

	test('gives the same page again and again does not lead in circles', async () => {
		const same = { items: [], hasMore: true, oldestCursor: 'same', newestCursor: null };
		const rows = [{ id: 'a', accountID: 'x', network: 'X', title: 'A', type: 'single' }];
		const { walks, paths } = walked({ chats: 0 }, () => json({ ...same, items: rows }));
		await gather(walks.inventory(never));
		expect(paths.length).toBeLessThan(10);
	});

	test('ignores the time it is given is walked by its list', async () => {
		const { walks, world } = walked({ chats: 900, ...SMALL_PAGES }, (url) => {
			url.searchParams.delete('lastActivityBefore');
			return undefined;
		});
		expect([...(await gather(walks.inventory(never))).keys()].sort()).toEqual(listWorldIDs(world));
	});

	test('dates some chats long before their place in the list loses none', async () => {
		const { forgotten, meddle } = forgetful();
		const { walks, world } = walked({ chats: 1500 }, meddle);
		for (const [place, { chat }] of world.chats.entries()) {
			if (place % 5 === 4) chat.lastActivity = '2001-01-01T00:00:00.000Z';
		}
		expect([...(await gather(walks.inventory(never))).keys()].sort()).toEqual(listWorldIDs(world));
		expect(forgotten.size).toBe(3);
	});

	test('fails in the middle ends all walkers', async () => {
		const { walks, paths } = walked({ chats: 4000 }, (_url, count) =>
			count > 8 ? json({ message: 'Broken' }, { status: 500 }) : undefined
		);
		await expect(gather(walks.inventory(never))).rejects.toMatchObject({ failure: 'server-fault' });
		const asked = paths.length;
		await new Promise((resolve) => setTimeout(resolve));
		expect(paths.length).toBe(asked);
	});
});

test('leaving in the middle ends all walkers', async () => {
	const { walks, paths } = walked({ chats: 4000 });
	const pages = walks.inventory(never);
	for (let page = 0; page < 6; page++) await pages.next();
	await pages.return();
	const asked = paths.length;
	await new Promise((resolve) => setTimeout(resolve));
	expect(paths.length).toBe(asked);
});
