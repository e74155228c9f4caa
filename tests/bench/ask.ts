import { answerQuestion } from '$lib/domain/capabilities/ask/answer';
import { buildColumns } from '$lib/domain/capabilities/columns/build-columns';
import { clusterChats } from '$lib/domain/capabilities/columns/clusters';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { readSampleChats } from './sample-chats';
import { formatTextTable, inMilliseconds, toSpread, type Spread } from './table';

export interface AskFigures {
	chats: number;
	/** Milliseconds for the first question, which builds the index. */
	first: number;
	/** Milliseconds after each key. */
	key: Spread;
}

const QUESTIONS = [
	'edit signal',
	'who has polls',
	'whatsapp vs telegram video',
	'120 MB mp4 with caption',
	'who can delete for everyone after a day',
	'everything on signal',
	'formatting',
	'largest vidoe on whatsup'
] as const;

/** Measures the answers to questions about the table, key by key, in Node. */
export async function benchAsk(sizes: readonly number[]): Promise<AskFigures[]> {
	const figures: AskFigures[] = [];
	for (const count of sizes) {
		const clusters = clusterChats(await readSampleChats(count), createNetworkIndex([]));
		const { columns } = buildColumns(clusters, { by: 'network' });

		function ask(question: string): number {
			const start = performance.now();
			answerQuestion(question, columns);
			return performance.now() - start;
		}

		const first = ask('e');
		const keys = QUESTIONS.flatMap((question) =>
			Array.from(question, (_, index) => ask(question.slice(0, index + 1)))
		);
		figures.push({ chats: count, first, key: toSpread(keys) });
	}
	console.log('\nAsking the capability table, in Node: the first key, and each key after it\n');
	console.log(
		formatTextTable(
			['chats', 'first', 'key, median', 'key, p95'],
			figures.map(({ chats, first, key }) => [
				chats.toLocaleString('en'),
				...[first, key.p50, key.p95].map(inMilliseconds)
			])
		)
	);
	return figures;
}
