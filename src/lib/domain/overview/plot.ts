import type { ChatView } from '../chat-list/view';

/** The colour of a part of a bar; its pattern tells it apart without colour. */
export type PlotPaint =
	/** The colour of the network's mark. */
	| { networkKey: string }
	/** The accent colour, from 0 (faint) to 1 (full). */
	| { shade: number };

/** One part of every bar: a network in a plot by time, an age in a plot by network. */
export interface PlotPart {
	key: string;
	name: string;
	paint: PlotPaint;
}

/** Chats that are counted together: a bucket of time, or a network. */
export interface PlotBar {
	key: string;
	/** The full name: `Monday 23 November 2026`. */
	name: string;
	/** The shortest name, shown beside the bar: `23`. */
	label: string;
	/** Name of the section that the bar shares with its neighbours: `Days`. Absent: no section. */
	section?: string;
	/** The mark beside the bar; absent: none. */
	networkKey?: string;
	/** Numbers of chats in each part, in the order of the plot's parts. */
	counts: readonly number[];
	/** Number of chats. Where a chat is in several parts, it is counted once. */
	total: number;
	/** Shows the chats of the bar. */
	view: ChatView;
	/** Show the chats of each part, in the order of the plot's parts; absent: no view shows them. */
	partViews?: readonly ChatView[];
}

/** Numbers of chats as stacked bars. */
export interface Plot {
	/** The accessible name: `Last activity by network`. */
	title: string;
	/** The most important number in one sentence. */
	headline: string;
	/** The heading of the bars' names: `Time`, `Network`. */
	barHeading: string;
	parts: readonly PlotPart[];
	bars: readonly PlotBar[];
	/** Sentences about chats that are in no bar. */
	notes: readonly string[];
}

/** The last part of a folded plot. */
export const OTHER_PARTS = 'other';

/**
 * The plot with few enough parts to tell apart: those with the most chats, in their order, and one for
 * the rest, if there are more than `most`.
 */
export function foldParts(plot: Plot, most: number): Plot {
	if (plot.parts.length <= most) return plot;
	const totals = plot.parts.map((_, part) =>
		plot.bars.reduce((sum, { counts }) => sum + (counts[part] ?? 0), 0)
	);
	const ranked = totals.map((_, part) => part).sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0));
	const kept = new Set(ranked.slice(0, most - 1));
	const rest = plot.parts.length - kept.size;
	return {
		...plot,
		parts: [
			...plot.parts.filter((_, part) => kept.has(part)),
			{ key: OTHER_PARTS, name: `${rest} others`, paint: { networkKey: '' } }
		],
		bars: plot.bars.map((bar) => ({
			...bar,
			counts: [
				...bar.counts.filter((_, part) => kept.has(part)),
				bar.counts.reduce((sum, count, part) => (kept.has(part) ? sum : sum + count), 0)
			]
		}))
	};
}

/** The parts of a bar that have chats, in the order of the plot: `WhatsApp 5, Signal 3`. */
export function describeParts({ parts }: Plot, { counts }: PlotBar): string {
	return parts
		.flatMap(({ name }, part) => (counts[part] ? `${name} ${counts[part]}` : []))
		.join(', ');
}
