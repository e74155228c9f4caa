import { formatCount, formatNumber } from '$lib/format/number';
import { getDayStart } from '$lib/format/time';
import { setFilter } from '../chat-list/change-view';
import type { IndexedChat } from '../chat-list/chat-index';
import type { FacetValues } from '../chat-list/facet-values';
import { ALL_CHATS, type ChatView } from '../chat-list/view';
import type { Network } from '../chat/network';
import {
	countSince,
	createActivityBuckets,
	createBucketFinder,
	formatBucket,
	formatBucketTick,
	formatSpan,
	toActivityRange,
	type ActivityBucket
} from './activity-buckets';
import type { Plot } from './plot';

const SECTIONS: Readonly<Record<ActivityBucket['unit'], string>> = {
	earlier: 'Earlier',
	year: 'Years',
	month: 'Months',
	week: 'Weeks',
	day: 'Days',
	hour: 'Today',
	later: 'Later'
};

interface Tally {
	network: Network;
	/** Number of chats, with or without a known last activity. */
	total: number;
	/** Numbers of chats by bucket. */
	counts: number[];
}

/** The last activity of all chats, with one bar for each bucket of time. */
export interface ActivityPlot extends Plot {
	/** The bucket of each bar, in order. */
	buckets: readonly ActivityBucket[];
	/** Number of chats without a known last activity. */
	undated: number;
}

/**
 * Counts all chats by their last activity and their network. A merged chat counts for the network of
 * its first member.
 *
 * @param chats - newest first, as `ChatIndex.read` returns them
 * @param now - epoch milliseconds; another `now` in the same hour gives an equal plot
 */
export function buildActivityPlot(chats: readonly IndexedChat[], now: number): ActivityPlot {
	const buckets = createActivityBuckets(chats, now);
	const find = createBucketFinder(buckets);
	const tallies = new Map<string, Tally>();
	/** Tallies by facets: many chats share theirs, so the tally is found once for each. */
	const known = new Map<FacetValues, Tally | undefined>();

	function addTally(facets: FacetValues): Tally | undefined {
		const network = facets.members[0]?.network;
		let tally = network && tallies.get(network.key);
		if (network && !tally) {
			tally = { network, total: 0, counts: buckets.map(() => 0) };
			tallies.set(network.key, tally);
		}
		known.set(facets, tally);
		return tally;
	}
	let undated = 0;
	for (const { lastActivity, facets } of chats) {
		const tally = known.get(facets) ?? addTally(facets);
		if (!tally) continue;
		const bucket = find(lastActivity);
		if (bucket < 0) undated++;
		else tally.counts[bucket] = (tally.counts[bucket] ?? 0) + 1;
		tally.total++;
	}
	const ranked = [...tallies.values()].sort(
		(one, other) => other.total - one.total || (one.network.name < other.network.name ? -1 : 1)
	);
	return {
		title: 'Last activity by network',
		headline: describeRecent(chats, now),
		barHeading: 'Last activity',
		buckets,
		undated,
		parts: ranked.map(({ network }) => ({
			key: network.key,
			name: network.name,
			paint: { networkKey: network.key }
		})),
		bars: buckets.map((bucket, index) => {
			const counts = ranked.map((tally) => tally.counts[index] ?? 0);
			return {
				key: `${bucket.unit} ${bucket.start ?? ''}`,
				name: formatBucket(bucket, now),
				label: formatBucketTick(bucket),
				section: SECTIONS[bucket.unit],
				counts,
				total: counts.reduce((sum, count) => sum + count, 0),
				view: setFilter(ALL_CHATS, toActivityRange(bucket, bucket))
			};
		}),
		notes: undated > 0 ? [`${formatCount(undated, 'chat')} without a known last activity.`] : []
	};
}

/** Bars from the first to the last, as one. */
export interface ActivitySpan {
	/** `1 Oct 2026 to 22 Nov 2026`. */
	name: string;
	/** Number of chats that the view shows. */
	count: number;
	view: ChatView;
}

/**
 * The chats of several bars together.
 *
 * @param places - indexes of the first and the last bar, in any order
 * @returns undefined where there is no such bar
 */
export function getActivitySpan(
	{ bars, buckets, undated }: ActivityPlot,
	places: readonly [number, number],
	now: number
): ActivitySpan | undefined {
	const [from, to] = [Math.min(...places), Math.max(...places)];
	const [first, last] = [buckets[from], buckets[to]];
	if (!first || !last) return undefined;
	const range = toActivityRange(first, last);
	const count = bars.slice(from, to + 1).reduce((sum, { total }) => sum + total, 0);
	// Without a bound the view shows chats without a last activity too.
	const isUnbounded = !range.activeAfter && !range.activeBefore;
	return {
		name: formatSpan(first, last, now),
		count: isUnbounded ? count + undated : count,
		view: setFilter(ALL_CHATS, range)
	};
}

/** `48 of 400 chats active within 7 days`: today and the six days before. */
function describeRecent(chats: readonly IndexedChat[], now: number): string {
	const recent = countSince(chats, getDayStart(now, -6));
	return `${formatNumber(recent)} of ${formatCount(chats.length, 'chat')} active within 7 days`;
}
