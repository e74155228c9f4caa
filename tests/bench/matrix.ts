import { createChatReader } from '$lib/api/chat';
import { prepareDrafts } from '$lib/api/draft-markdown';
import { clustersOf } from '$lib/domain/capabilities/columns/clusters';
import { columnsOf } from '$lib/domain/capabilities/columns/columns';
import { setsOf } from '$lib/domain/capabilities/span';
import { sheetOf } from '$lib/domain/capabilities/sheet/sheet-of';
import type { Chat } from '$lib/domain/chat';
import { createNetworkIndex } from '$lib/domain/network';
import { SAMPLE_TOKEN } from '$lib/sample/server';
import { makeSampleServer } from '../fixtures/sample';
import { inMilliseconds, spreadOf, tableOf, type Spread } from './table';

export interface MatrixFigures {
	chats: number;
	/** Distinct capability objects. */
	sets: number;
	/** Milliseconds. */
	first: number;
	afterChange: Spread;
}

async function chatsOf(count: number): Promise<Chat[]> {
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
		await prepareDrafts(page.items);
		chats.push(...page.items.flatMap((raw) => read(raw).value ?? []));
		query = `?cursor=${encodeURIComponent(page.oldestCursor)}&direction=before`;
	}
	return chats;
}

/** The capability table of many chats: once they are there, and again after one of them has changed. */
export async function benchMatrix(sizes: readonly number[]): Promise<MatrixFigures[]> {
	const figures: MatrixFigures[] = [];
	for (const count of sizes) {
		const chats = await chatsOf(count);
		const networkOf = createNetworkIndex([]);

		function build(all: readonly Chat[]) {
			const clusters = clustersOf(all, networkOf);
			const view = { by: 'network', networks: [], accountIDs: [], split: [] } as const;
			const { columns } = columnsOf(clusters, view, { accounts: [], isNameless: false });
			sheetOf(columns, { q: '', onlyDiffering: false, folded: [], hasShare: true });
			return columns;
		}

		const start = performance.now();
		const columns = build(chats);
		const first = performance.now() - start;
		const times = Array.from({ length: 30 }, (_, turn) => {
			const changed = chats.map((chat, place) =>
				place === turn ? { ...chat, isMuted: turn % 2 === 0 } : chat
			);
			const begin = performance.now();
			build(changed);
			return performance.now() - begin;
		});
		figures.push({ chats: count, sets: setsOf(columns).size, first, afterChange: spreadOf(times) });
	}
	console.log(
		'\nThe capability table, in Node: built once the chats are there, and after each change\n'
	);
	console.log(
		tableOf(
			['chats', 'sets', 'first', 'change p50', 'p95', 'max'],
			figures.map(({ chats, sets, first, afterChange }) => [
				chats.toLocaleString('en'),
				String(sets),
				...[first, afterChange.p50, afterChange.p95, afterChange.max].map(inMilliseconds)
			])
		)
	);
	return figures;
}
