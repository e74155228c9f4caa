import { formatCount, formatNumber } from '$lib/format/number';
import { getDayStart, toDay } from '$lib/format/time';
import type { ActivityRange } from '../chat-list/activity-range';
import { setFilter, setOnlyNetwork } from '../chat-list/change-view';
import { NO_ACTIVITY, type IndexedChat } from '../chat-list/chat-index';
import type { FacetValues } from '../chat-list/facet-values';
import { createMemberTests, toLocalInstant } from '../chat-list/filter';
import { UNREAD } from '../chat-list/presets';
import type { ChatView } from '../chat-list/view';
import type { Network } from '../chat/network';
import type { Plot, PlotBar } from './plot';

/**
 * Ages by the calendar, newest first. Each begins a number of days before today, and ends where the
 * one before it begins.
 */
const AGES = [
	{ name: 'Today', days: 0 },
	{ name: '1 to 6 days', days: 6 },
	{ name: '7 to 29 days', days: 29 },
	{ name: '30 to 89 days', days: 89 },
	{ name: '90 to 364 days', days: 364 },
	{ name: 'A year or more', days: undefined }
] as const;

/**
 * Counts the unread chats of the inbox by their networks and by the age of their last activity, the
 * network with the most first. A merged chat counts for each network of its members, as the list's
 * filter does.
 *
 * @param unread - the chats of the view `UNREAD`
 * @param now - epoch milliseconds; another `now` on the same day gives an equal plot
 */
export function buildUnreadPlot(unread: readonly IndexedChat[], now: number): Plot {
	const networks = new Map<string, Network>();
	for (const { facets } of unread) {
		for (const { network } of facets.members) networks.set(network.key, network);
	}
	const starts = AGES.map(({ days }) =>
		days === undefined ? undefined : toDay(getDayStart(now, -days))
	);
	const limits = starts.map((start) => (start === undefined ? -Infinity : toLocalInstant(start)));
	const ranges = starts.map((start, age): ActivityRange => {
		const end = starts[age - 1];
		return {
			...(start !== undefined && { activeAfter: { date: start } }),
			...(end !== undefined && { activeBefore: { date: end } })
		};
	});
	const tallies = [...networks.values()].map((network) => {
		const { isOnNetwork } = createMemberTests(setOnlyNetwork(UNREAD, network).filter);
		return { network, isOnNetwork, counts: AGES.map(() => 0), total: 0 };
	});
	const talliesByFacets = new Map<FacetValues, typeof tallies>();
	for (const { facets, lastActivity } of unread) {
		let own = talliesByFacets.get(facets);
		if (!own) {
			own = tallies.filter(({ isOnNetwork }) => facets.members.some(isOnNetwork));
			talliesByFacets.set(facets, own);
		}
		const age = limits.findIndex((limit) => lastActivity >= limit);
		for (const tally of own) {
			tally.total++;
			if (lastActivity !== NO_ACTIVITY) tally.counts[age] = (tally.counts[age] ?? 0) + 1;
		}
	}
	const bars = tallies.map(({ network, counts, total }): PlotBar => {
		const view = setOnlyNetwork(UNREAD, network);
		return {
			key: network.key,
			name: network.name,
			label: network.name,
			networkKey: network.key,
			counts,
			total,
			view,
			partViews: ranges.map((range): ChatView => setFilter(view, range))
		};
	});
	const undated = unread.filter(({ lastActivity }) => lastActivity === NO_ACTIVITY).length;
	const month = limits[2] ?? 0;
	const old = unread.filter(
		({ lastActivity }) => lastActivity !== NO_ACTIVITY && lastActivity < month
	).length;
	return {
		title: 'Unread chats by network and age',
		headline: `${formatNumber(old)} of ${formatCount(unread.length, 'unread chat')} ${old === 1 ? 'is' : 'are'} 30 days old or older`,
		barHeading: 'Network',
		parts: AGES.map(({ name }, age) => ({
			key: name,
			name,
			paint: { shade: (age + 1) / AGES.length }
		})),
		bars: bars.sort((one, other) => other.total - one.total || (one.name < other.name ? -1 : 1)),
		notes:
			undated > 0 ? [`${formatCount(undated, 'unread chat')} without a known last activity.`] : []
	};
}
