import { BeeperDesktop } from '@beeper/desktop-api';
import { createSource } from '$lib/api/source';
import { CURSOR_KINDS, type CursorKind } from '$lib/sample/server/behaviour';
import { TOKEN } from '../e2e/fixtures';
import { startSampleApi, type Running } from '../e2e/servers';
import { formatTextTable, inMilliseconds } from './table';

/** One walk through all chats. */
interface WalkFigures {
	/** Number of distinct chats received. */
	chats: number;
	requests: number;
	/** Milliseconds until the last chat arrived. */
	took: number;
}

export interface CursorFigures {
	cursors: CursorKind;
	/** True when the list returns pages as large as requested. */
	largePages: boolean;
	ours: WalkFigures;
	sdk: WalkFigures;
}

async function timed(
	walk: (count: typeof fetch) => Promise<ReadonlySet<string>>
): Promise<WalkFigures> {
	let requests = 0;
	const start = performance.now();
	const chats = await walk((input, init) => {
		requests += 1;
		return fetch(input, init);
	});
	return { chats: chats.size, requests, took: performance.now() - start };
}

function walkOurs({ address }: Running): Promise<WalkFigures> {
	return timed(async (count) => {
		const chats = new Set<string>();
		const source = createSource({ address, token: TOKEN, fetch: (request) => count(request) });
		for await (const { items } of source.inventory(new AbortController().signal)) {
			for (const { id } of items) chats.add(id);
		}
		return chats;
	});
}

function walkSdk({ address }: Running): Promise<WalkFigures> {
	return timed(async (count) => {
		const chats = new Set<string>();
		const client = new BeeperDesktop({
			...{ accessToken: TOKEN, baseURL: address, maxRetries: 0 },
			fetch: count
		});
		for await (const chat of client.chats.list()) chats.add(chat.id);
		return chats;
	});
}

/** Loads all chats with every kind of cursor: by the dashboard's source, then by the SDK's list, both in Node. */
export async function benchWalks(chats: number): Promise<CursorFigures[]> {
	const figures: CursorFigures[] = [];
	for (const largePages of [true, false]) {
		for (const cursors of CURSOR_KINDS) {
			const listLimit = largePages ? 'honoured' : 'ignored';
			const api = await startSampleApi(
				...['--chats', String(chats), '--cursors', cursors, '--list-limit', listLimit],
				...['--latency', '5']
			);
			try {
				// Warms up the sample server, which creates some objects on first access.
				await walkSdk(api);
				figures.push({ cursors, largePages, ours: await walkOurs(api), sdk: await walkSdk(api) });
			} finally {
				await api.stop();
			}
		}
	}
	console.log(`\n${chats.toLocaleString('en')} chats in Node, 5 ms before each answer\n`);
	console.log(
		formatTextTable(
			['cursors', 'pages', 'ours: chats', 'requests', 'took', 'SDK: chats', 'requests', 'took'],
			figures.map(({ cursors, largePages, ours, sdk }) => [
				cursors,
				largePages ? 'large' : 'small',
				...[ours, sdk].flatMap(({ chats: met, requests, took }) => [
					met.toLocaleString('en'),
					String(requests),
					inMilliseconds(took)
				])
			])
		)
	);
	return figures;
}
