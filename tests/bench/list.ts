import type { Chat } from '$lib/domain/chat/chat';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { ChatIndex, type IndexedChat } from '$lib/domain/chat-list/chat-index';
import { countFacets, findFacetChoices } from '$lib/domain/chat-list/facets';
import { filterChats } from '$lib/domain/chat-list/filter';
import { groupChats } from '$lib/domain/chat-list/group';
import { sortChats } from '$lib/domain/chat-list/sort';
import { parseView } from '$lib/domain/chat-list/view-url';
import { warmUp } from '$lib/domain/chat-list/warm-up';
import { NOW } from '../fixtures/sample';
import { readSampleChats } from './sample-chats';
import { formatTextTable, inMilliseconds, toSpread, type Spread } from './table';

export interface ListFigures {
	chats: number;
	/** Milliseconds to read all chats, and to warm up once they are read. */
	read: number;
	warmUp: number;
	/** Times by input. Each of its queries is filtered, sorted, grouped and counted. */
	inputs: readonly { input: string; took: Spread }[];
}

/** The inputs, made after warming up; the first two are each made once. */
const INPUTS: readonly { input: string; queries: readonly string[]; times: number }[] = [
	{ input: 'first search', queries: ['q=b'], times: 1 },
	{ input: 'first order by title', queries: ['sort=title'], times: 1 },
	{ input: 'filter: inbox', queries: ['archived=no&low-priority=no', ''], times: 60 },
	{ input: 'filter: one network', queries: ['network=whatsapp', ''], times: 60 },
	{ input: 'filter: a capability', queries: ['capability=edit:full', ''], times: 60 },
	{ input: 'filter: active lately', queries: ['active-after=30d', ''], times: 60 },
	{ input: 'sort: title', queries: ['sort=title', 'sort=-title'], times: 60 },
	{ input: 'sort: unread', queries: ['sort=unread', ''], times: 60 },
	{ input: 'group: day', queries: ['group=day', ''], times: 60 },
	{ input: 'search', queries: ['q=b', 'q=bo', 'q=boo', 'q=book', 'q=book+club'], times: 60 }
];

/** Measures in Node the computation between an input and the page. */
export async function benchList(sizes: readonly number[]): Promise<ListFigures[]> {
	const figures: ListFigures[] = [];
	for (const count of sizes) figures.push(measure(await readSampleChats(count)));
	console.log('\nThe list, in Node: from an input to chats and counts (95 of 100)\n');
	console.log(
		formatTextTable(
			['chats', 'read', 'warm up', ...INPUTS.map(({ input }) => input)],
			figures.map(({ chats, read, warmUp, inputs }) => [
				chats.toLocaleString('en'),
				...[read, warmUp, ...inputs.map(({ took }) => took.p95)].map(inMilliseconds)
			])
		)
	);
	return figures;
}

function measure(chats: readonly Chat[]): ListFigures {
	const index = new ChatIndex(createNetworkIndex([]));
	let indexed: readonly IndexedChat[] = [];
	const read = time(() => (indexed = index.read(chats)));
	const choices = findFacetChoices(indexed);

	function show(query: string) {
		const { filter, sort, group } = parseView(query).view;
		const result = filterChats(indexed, filter, () => NOW);
		const sorted = sortChats(result.matching, sort, index.titles);
		if (group) groupChats(sorted, group, { accounts: [], now: NOW });
		countFacets(result, choices);
	}

	// The view that the page shows by then.
	show('archived=no&low-priority=no');
	const warming = time(() => [...warmUp(indexed, index)]);
	return {
		chats: chats.length,
		read,
		warmUp: warming,
		inputs: INPUTS.map(({ input, queries, times }) => ({
			input,
			took: toSpread(
				Array.from({ length: times }, (_, turn) =>
					time(() => show(queries[turn % queries.length] ?? ''))
				)
			)
		}))
	};
}

function time(work: () => unknown): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}
