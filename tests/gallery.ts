import { createCapabilityReader } from '../src/lib/api/schemas/capabilities';
import { buildTable, type TableOptions } from '../src/lib/domain/capabilities/table/build-table';
import { drawSvg, type Drawing, type DrawingFormat } from '../src/lib/export/svg';
import { buildNetworkColumns } from '../src/lib/reference/network-columns';
import { NETWORKS } from '../src/lib/reference/networks';

/** A question with its answer as a picture, from what the public code of the bridges says. */
export interface Example extends Pick<TableOptions, 'isShown' | 'baseline'> {
	/** Name of its files. */
	name: string;
	title: string;
	headline: string;
	/** Bridge types; absent: every network. */
	networks?: readonly string[];
	format: DrawingFormat;
}

export function drawExample(
	{ title, headline, networks, format, isShown, baseline }: Example,
	theme: 'light' | 'dark'
): Drawing {
	const columns = buildNetworkColumns(NETWORKS, createCapabilityReader());
	const shown = columns.filter(({ key }) => networks?.includes(key) ?? true);
	const table = buildTable(shown, { ...(isShown && { isShown }), baseline });
	const date = '2026-11-27';
	return drawSvg(
		table,
		{ title, headline, date, origin: 'from the public code of each network’s bridge', theme },
		format
	);
}

export const EXAMPLES: readonly Example[] = [
	{
		name: 'signal-edit',
		title: 'Editing on Signal',
		headline: 'Signal: edit for 24 hours, at most 10 times.',
		networks: ['signal'],
		isShown: ({ path }) => path.startsWith('edit'),
		format: 'post'
	},
	{
		name: 'polls',
		title: 'Who has polls?',
		headline: '2 of 15 networks have polls: Signal and WhatsApp.',
		isShown: ({ path }) => path === 'poll',
		format: 'post'
	},
	{
		name: 'whatsapp-telegram-video',
		title: 'WhatsApp vs Telegram: video',
		headline: 'WhatsApp allows videos up to 2,000 MB, Telegram up to 2 GB.',
		networks: ['whatsapp', 'telegram'],
		baseline: 'whatsapp',
		isShown: ({ path, part }) => part === 'Video' || path.startsWith('attachments.m.video'),
		format: 'post'
	},
	{
		name: 'largest-video',
		title: 'Largest video',
		headline: 'Telegram and WhatsApp take the largest videos.',
		isShown: ({ path }) => path === 'attachments.m.video',
		format: 'square'
	},
	{
		name: 'delete-for-everyone',
		title: 'Who can delete for everyone?',
		headline: '13 networks delete for everyone.',
		isShown: ({ path }) => path === 'delete',
		format: 'post'
	},
	{
		name: 'reactions',
		title: 'Reactions: how many?',
		headline: 'One for each message on most networks.',
		isShown: ({ path }) => ['reaction', 'reactionCount'].includes(path),
		format: 'square'
	},
	{
		name: 'disappearing',
		title: 'Disappearing messages',
		headline: 'Four networks have disappearing messages.',
		isShown: ({ section }) => section === 'Disappearing messages',
		format: 'post'
	},
	{
		name: 'voice',
		title: 'Voice messages',
		headline: 'Eleven networks take voice messages.',
		isShown: ({ path }) =>
			/^attachments\.org\.matrix\.msc3245\.voice(\.caption|\.maxDuration)?$/.test(path),
		format: 'post'
	},
	{
		name: 'formatting',
		title: 'Formatting',
		headline: 'Bold and italic work on nine networks.',
		isShown: ({ section }) => section === 'Formatting',
		format: 'post'
	},
	{
		name: 'signal',
		title: 'Everything on Signal',
		headline: 'What Signal can do in Beeper',
		networks: ['signal'],
		format: 'post'
	}
];
