import { createCapabilityReader } from '../src/lib/api/schemas/capabilities';
import { answerQuestion } from '../src/lib/domain/capabilities/ask/answer';
import { buildAnswerTable } from '../src/lib/domain/capabilities/ask/answer-table';
import { toHeadline } from '../src/lib/domain/capabilities/ask/headline';
import type { CapabilityRow } from '../src/lib/domain/capabilities/row';
import { buildTable } from '../src/lib/domain/capabilities/table/build-table';
import { drawSvg } from '../src/lib/export/svg';
import type { Drawing, DrawingFormat } from '../src/lib/export/svg/document';
import { buildNetworkColumns } from '../src/lib/reference/network-columns';
import { NETWORKS } from '../src/lib/reference/networks';

/** A question whose answer is a picture of the gallery. */
export interface Example {
	/** Name of its files. */
	name: string;
	question: string;
	title: string;
	format: DrawingFormat;
	/** Compares with the first network that is asked about, in more rows than those asked for. */
	isCompared?: (row: CapabilityRow) => boolean;
}

/** The ten questions of the README, each with an answer that fits one picture. */
export const EXAMPLES: readonly Example[] = [
	{
		name: 'edit-signal',
		question: 'can Signal edit',
		title: 'Editing on Signal',
		format: 'post'
	},
	{ name: 'polls', question: 'who has polls', title: 'Who has polls?', format: 'post' },
	{
		name: 'whatsapp-telegram-video',
		question: 'WhatsApp vs Telegram: video',
		title: 'WhatsApp vs Telegram: video',
		format: 'post',
		isCompared: ({ part }) => part === 'Video'
	},
	{
		name: 'largest-video',
		question: 'largest video',
		title: 'How large can a video be?',
		format: 'square'
	},
	{
		name: 'delete-for-everyone',
		question: 'who can delete for everyone',
		title: 'Who can delete for everyone?',
		format: 'post'
	},
	{
		name: 'reactions',
		question: 'reactions: how many',
		title: 'Reactions: how many?',
		format: 'square'
	},
	{
		name: 'disappearing-messages',
		question: 'disappearing messages',
		title: 'Disappearing messages',
		format: 'post'
	},
	{ name: 'voice-messages', question: 'voice messages', title: 'Voice messages', format: 'post' },
	{ name: 'formatting', question: 'formatting', title: 'Formatting', format: 'post' },
	{
		name: 'everything-on-signal',
		question: 'everything on Signal',
		title: 'What Signal can do',
		format: 'post'
	}
];

/** Draws the answer that the facts of the reference give. */
export function drawExample(
	{ question, title, format, isCompared }: Example,
	theme: 'light' | 'dark'
): Drawing {
	const order = NETWORKS.map(({ bridgeType }) => bridgeType);
	const columns = buildNetworkColumns(NETWORKS, createCapabilityReader()).sort(
		(a, b) => order.indexOf(a.key) - order.indexOf(b.key)
	);
	const answer = answerQuestion(question, columns);
	const compared = columns.filter(({ key }) => answer.networks.includes(key));
	const table = isCompared
		? buildTable(compared, { isShown: isCompared, baseline: answer.networks[0] })
		: buildAnswerTable(answer, columns);
	const origin = 'from the public code of each network’s bridge';
	// Each network's facts are of another day.
	return drawSvg(
		table,
		{ title, headline: toHeadline(answer.sentence), date: '', origin, theme },
		format
	);
}
