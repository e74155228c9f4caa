import { collectAccounts } from '$lib/domain/chat/account';
import type { Chat } from '$lib/domain/chat/chat';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { ChatIndex } from '$lib/domain/chat-list/chat-index';
import { buildActivityPlot } from '$lib/domain/overview/activity-plot';
import { createOverviewCounter } from '$lib/domain/overview/count-overview';
import { buildHeadline } from '$lib/domain/overview/headline-figures';
import { OVERVIEW } from '$lib/domain/overview/overview-view';
import {
	buildOverviewRows,
	sortRows,
	summarizeAccountCounts
} from '$lib/domain/overview/overview-rows';
import { buildUnreadPlot } from '$lib/domain/overview/unread-plot';
import { NOW } from '../fixtures/sample';
import { readSampleChats } from './sample-chats';
import { formatTextTable, inMilliseconds, toSpread, type Spread } from './table';

export interface OverviewFigures {
	chats: number;
	/** Milliseconds from the chats to all numbers. */
	first: number;
	/** Times after a change to one chat, with the time that the index of the chats takes. */
	changed: Spread;
}

/** Measures in Node all numbers of the overview: once the chats are there, and after a change. */
export async function benchOverview(sizes: readonly number[]): Promise<OverviewFigures[]> {
	const figures: OverviewFigures[] = [];
	for (const size of sizes) {
		let chats: readonly Chat[] = await readSampleChats(size);
		const index = new ChatIndex(createNetworkIndex([]));
		const accounts = collectAccounts([], chats);
		const count = createOverviewCounter();

		function show() {
			const indexed = index.read(chats);
			const overview = count(indexed, NOW);
			const summaries = summarizeAccountCounts(accounts, overview);
			sortRows(buildOverviewRows(overview, 'network', summaries, new Map()), OVERVIEW.sort);
			buildHeadline(overview, 0);
			buildActivityPlot(indexed, NOW);
			buildUnreadPlot(overview.unread, NOW);
		}

		// The index is there before, for the count of unread chats.
		index.read(chats);
		const first = time(show);
		const changed = toSpread(
			Array.from({ length: 60 }, (_, turn) => {
				chats = chats.map((chat, place) =>
					place === turn ? { ...chat, unreadCount: chat.unreadCount + 1 } : chat
				);
				return time(show);
			})
		);
		figures.push({ chats: chats.length, first, changed });
	}
	console.log('\nThe overview, in Node: once the chats are there, and after a change\n');
	console.log(
		formatTextTable(
			['chats', 'first', 'chat changed p95'],
			figures.map(({ chats, first, changed }) => [
				chats.toLocaleString('en'),
				...[first, changed.p95].map(inMilliseconds)
			])
		)
	);
	return figures;
}

function time(work: () => unknown): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}
