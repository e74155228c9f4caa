import { clusterChats, type Cluster, collectSets } from '$lib/domain/capabilities/columns/clusters';
import { buildColumns } from '$lib/domain/capabilities/columns/build-columns';
import { buildTable } from '$lib/domain/capabilities/table/build-table';
import type { Chat } from '$lib/domain/chat/chat';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { readSampleChats } from './sample-chats';
import { formatTextTable, inMilliseconds, toSpread, type Spread } from './table';

export interface MatrixFigures {
	chats: number;
	/** Distinct capability objects. */
	sets: number;
	/** Milliseconds. */
	first: number;
	/** Times after a change to a chat that the table does not show, and to one that it does. */
	muted: Spread;
	moved: Spread;
	/** Times after choosing another baseline. */
	baseline: Spread;
}

const VIEW = { by: 'network', networks: [], accountIDs: [], split: [] } as const;

/** Measures the capability table of many chats: at first, after changes to a chat, and with another baseline. */
export async function benchMatrix(sizes: readonly number[]): Promise<MatrixFigures[]> {
	const figures: MatrixFigures[] = [];
	for (const count of sizes) {
		const chats = await readSampleChats(count);
		const getNetwork = createNetworkIndex([]);

		function build(clusters: readonly Cluster[], baseline?: string) {
			const { columns } = buildColumns(clusters, VIEW, { accounts: [], isNameless: false });
			buildTable(columns, { q: '', onlyDiffering: false, folded: [], hasShare: true, baseline });
			return columns;
		}

		const start = performance.now();
		const clusters = clusterChats(chats, getNetwork);
		const columns = build(clusters);
		const first = performance.now() - start;

		function change(turn: number, changes: Partial<Chat>): number {
			const changed = chats.map((chat, place) => (place === turn ? { ...chat, ...changes } : chat));
			const begin = performance.now();
			const after = clusterChats(changed, getNetwork, clusters);
			// Like the page, which does not rebuild the table after a change that the table does not show.
			if (after !== clusters) build(after);
			return performance.now() - begin;
		}

		function look(turn: number): number {
			const begin = performance.now();
			build(clusters, columns[turn % columns.length]?.key);
			return performance.now() - begin;
		}

		figures.push({
			chats: count,
			sets: collectSets(columns).size,
			first,
			muted: toSpread(times((turn) => change(turn, { isMuted: turn % 2 === 0 }))),
			moved: toSpread(times((turn) => change(turn, { accountID: `another ${turn}` }))),
			baseline: toSpread(times(look))
		});
	}
	console.log('\nThe capability table, in Node: once the chats are there, and again\n');
	console.log(
		formatTextTable(
			['chats', 'sets', 'first', 'chat muted p95', 'chat of another account', 'another baseline'],
			figures.map(({ chats, sets, first, muted, moved, baseline }) => [
				chats.toLocaleString('en'),
				String(sets),
				...[first, muted.p95, moved.p95, baseline.p95].map(inMilliseconds)
			])
		)
	);
	return figures;
}

function times(measure: (turn: number) => number): number[] {
	return Array.from({ length: 30 }, (_, turn) => measure(turn));
}
