import { describe, expect, test } from 'vitest';
import { createSource } from '$lib/api/source';
import type { Chat } from '$lib/domain/chat/chat';
import type { Source } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';
import { getNetworks } from '$lib/domain/chat/merge';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { SAMPLE_TOKEN } from '$lib/sample/create-server';
import { Inbox } from '$lib/state/inbox.svelte';
import type { Watch } from '$lib/state/concurrency';
import { Sync } from '$lib/state/sync.svelte';
import { Previews } from '$lib/state/last-messages';
import { makeChat } from '../fixtures/chats';
import { never } from '../fixtures/http';
import { IDA, ON_SIGNAL, ON_WHATSAPP } from '../fixtures/merged';
import { makeMessage } from '../fixtures/messages';
import { makeSampleServer, NOW, type SampleOptions } from '../fixtures/sample';
import { IN_VIEW } from '../fixtures/watch';
import { makeSource, page } from '../fixtures/source';

const SWEEP = 600_000;
const getNetwork = createNetworkIndex([]);

/** A watch whose waits end at once until some sweeps are done; the first may have nothing to do. */
function watchFor(sweeps: number, ending: AbortController): Watch {
	let done = 0;
	let time = NOW;
	return {
		now: () => (time += 10),
		async wait(milliseconds) {
			await new Promise((resolve) => setImmediate(resolve));
			if (milliseconds === SWEEP && ++done > sweeps) ending.abort();
		},
		...IN_VIEW
	};
}

async function sweep(inbox: Inbox, source: Source, sweeps = 2) {
	const ending = new AbortController();
	await new Sync(inbox, watchFor(sweeps, ending)).run(source, ending.signal);
}

/** A sample server, and the IDs of the chats that were requested one by one. */
function serverWith(options: Omit<SampleOptions, 'now'>) {
	const { server, world } = makeSampleServer({ chats: 120, ...options });
	const single: string[] = [];
	const source = createSource({
		address: 'http://localhost:23373',
		token: SAMPLE_TOKEN,
		retry: { limit: 0 },
		fetch: async (request) => {
			const [, id] = /\/v1\/chats\/([^/?]+)$/.exec(new URL(request.url).pathname) ?? [];
			if (id && id !== 'search') single.push(decodeURIComponent(id));
			return server.fetch(request);
		}
	});
	return { source, world, single };
}

/** The values that rows show. */
function listShownRows(inbox: Inbox) {
	return inbox.chats
		.map((chat) => ({
			id: chat.id,
			networks: getNetworks(chat, getNetwork).map(({ name }) => name),
			unreadCount: chat.unreadCount,
			preview: chat.preview?.id,
			members: chat.members?.map(({ id }) => id)
		}))
		.sort((one, other) => (one.id < other.id ? -1 : 1));
}

function mergedIn(inbox: Inbox): readonly Chat[] {
	return inbox.chats.filter(({ merge }) => merge);
}

describe.for([
	['of pages of 25', 25],
	['on a single page, which nothing is searched for', 200]
] as const)('merged people %s', ([, pageSize]) => {
	const name = 'look the same whether or not the list tells of their members, sweep after sweep';
	test(name, { timeout: 30_000 }, async () => {
		const seen = [];
		for (const merged of ['a', 'b'] as const) {
			const { source, world, single } = serverWith({ behaviour: { merged }, pageSize });
			const inbox = new Inbox();
			await inbox.load(source);
			const members = world.chats.filter(({ mergedInto }) => mergedInto);
			expect(mergedIn(inbox).length).toBeGreaterThan(1);
			for (const { unreadCount, members: known } of mergedIn(inbox)) {
				expect(known?.length).toBeGreaterThan(1);
				expect(unreadCount).toBe(known?.reduce((sum, chat) => sum + chat.unreadCount, 0));
			}
			await sweep(inbox, source, 1);
			const rows = listShownRows(inbox);
			single.length = 0;
			await sweep(inbox, source, 2);
			expect(listShownRows(inbox)).toEqual(rows);
			expect(single).toEqual([]);
			for (const { chat } of members) {
				expect(inbox.find(chat.id)?.title).toBe(chat.title);
				expect(inbox.store.merges.getMergedChat(chat.id)?.id).toBe(chat.mergedIntoChatID);
			}
			expect(inbox.store.merges.unmerged).toHaveLength(120);
			seen.push(rows);
		}
		expect(seen[0]).toEqual(seen[1]);
	});

	test('who is merged nowhere has a row for each network', async () => {
		const { source } = serverWith({ behaviour: { merged: 'c' }, pageSize });
		const inbox = new Inbox();
		await inbox.load(source);
		await sweep(inbox, source, 1);
		expect([inbox.chats.length, mergedIn(inbox).length]).toEqual([120, 0]);
	});
});

test('who is no longer merged has a row for each network again', async () => {
	const { source, world } = serverWith({ behaviour: { merged: 'a' } });
	const inbox = new Inbox();
	await inbox.load(source);
	const merged = world.chats.find(({ members }) => members);
	if (!merged) throw new Error('Nobody is merged');
	world.remove(merged);
	await sweep(inbox, source, 1);
	const ids = new Set(inbox.chats.map(({ id }) => id));
	expect(ids.has(merged.chat.id)).toBe(false);
	for (const { chat } of merged.members ?? []) expect(ids.has(chat.id)).toBe(true);
});

describe('a merged chat', () => {
	test('keeps its preview when an answer comes without', async () => {
		const { preview, ...brief } = IDA;
		const inbox = new Inbox();
		await inbox.load(
			makeSource({
				chats: [page([IDA]), { ...page([brief, ON_WHATSAPP, ON_SIGNAL]), lacksPreviews: true }]
			})
		);
		expect(inbox.find(IDA.id)?.preview).toEqual(preview);
	});

	test('that came without a preview has the last message of its newest member', async () => {
		const brief = { ...IDA };
		delete brief.preview;
		const inbox = new Inbox();
		const chats = [{ ...page([brief, ON_WHATSAPP, ON_SIGNAL]), lacksPreviews: true as const }];
		await inbox.load(makeSource({ chats }));
		async function messages(id: string) {
			return page(id === ON_WHATSAPP.id ? [makeMessage({ text: 'see you' })] : []);
		}
		await new Previews(inbox.store, () => ({ messages })).load([IDA.id], never);
		expect(inbox.find(IDA.id)?.preview?.text).toBe('see you');
	});

	test('whose members cannot be read is shown all the same', async () => {
		const inbox = new Inbox();
		const source = {
			...makeSource({ chats: [page([IDA])] }),
			chat: async () => {
				throw new SourceError('server-fault');
			}
		};
		await inbox.load(source);
		expect(inbox.phase.name).toBe('ready');
		expect(inbox.chats.map(({ id }) => id)).toEqual([IDA.id]);
	});
});

test('members whose merged chat never comes have rows of their own', async () => {
	const inbox = new Inbox();
	await inbox.load(makeSource({ chats: [page([ON_WHATSAPP]), page([ON_SIGNAL])] }));
	expect(inbox.chats).toEqual([ON_WHATSAPP, ON_SIGNAL]);
});

test('the count of chats does not fall while they come', async () => {
	const counts: number[] = [];
	const inbox = new Inbox();
	async function* inventory() {
		for (const chat of [ON_SIGNAL, makeChat(), ON_WHATSAPP, IDA]) {
			yield page([chat]);
			counts.push(inbox.chats.length);
		}
	}
	await inbox.load({ ...makeSource({}), inventory });
	expect(counts).toEqual([...counts].sort((one, other) => one - other));
	expect(inbox.chats).toHaveLength(2);
});

describe('labels', () => {
	const HOME = { id: '!home', name: 'Home' };

	test('are read with the chats', async () => {
		const inbox = new Inbox();
		await inbox.load(makeSource({ labels: page([HOME]) }));
		expect(inbox.labels).toEqual([HOME]);
	});

	test('that cannot be read are parse issues and no more', async () => {
		const inbox = new Inbox();
		await inbox.load(makeSource({ labels: new SourceError('server-fault'), chats: [page([IDA])] }));
		expect([inbox.phase.name, inbox.labels]).toEqual(['ready', []]);
		expect(inbox.labelParseIssues).toMatchObject([{ item: null, leftOut: true }]);
	});
});
