import { setFilter } from '../chat-list/change-view';
import {
	compareSummaries,
	createSummary,
	type AccountSummary
} from '../chat-list/account-summaries';
import { NO_ACTIVITY } from '../chat-list/chat-index';
import { compareNames } from '../chat-list/title-order';
import type { ChatView } from '../chat-list/view';
import { formatView } from '../chat-list/view-url';
import type { Account } from '../chat/account';
import { createCounts, type Overview, type StateCounts } from './count-overview';
import type { Breakdown, Share, TableSort } from './overview-view';
import type { OverviewState, StateKey } from './states';

/** The chats of one network or account. */
export interface OverviewRow {
	/** Key of the network, or account ID. */
	key: string;
	/** Name of the network. */
	name: string;
	/** Name of the account; empty for a network. */
	detail: string;
	/** Bridge type. */
	networkKey: string;
	counts: StateCounts;
	/** False for the chats without an account, which no view lists. */
	isLinked: boolean;
}

/** Every account, and its chats in the inbox that are unread. */
export function summarizeAccountCounts(
	accounts: readonly Account[],
	{ accounts: counted }: Pick<Overview, 'accounts'>
): readonly AccountSummary[] {
	return accounts
		.map((account): AccountSummary => {
			const summary = createSummary(account);
			const own = counted.get(account.accountID);
			if (!own) return summary;
			return {
				...summary,
				networkKey: summary.networkKey || own.network.key,
				networkName: summary.networkName || own.network.name,
				chats: own.counts.total,
				unread: own.counts.unread,
				...(own.lastActivity !== NO_ACTIVITY && { lastActivity: own.lastActivity })
			};
		})
		.sort(compareSummaries);
}

/** The rows of the table, in no order: networks with chats, or every account. */
export function buildOverviewRows(
	{ networks, accounts }: Pick<Overview, 'networks' | 'accounts'>,
	by: Breakdown,
	summaries: readonly AccountSummary[],
	accountNames: ReadonlyMap<string, string>
): readonly OverviewRow[] {
	if (by === 'network') {
		return [...networks].map(([{ key, name }, counts]) => ({
			...{ key, name, detail: '', networkKey: key, counts },
			isLinked: true
		}));
	}
	const rows = summaries.map(({ account: { accountID }, networkName, networkKey }) => ({
		key: accountID,
		name: networkName || 'Unknown network',
		detail: accountNames.get(accountID) ?? '',
		networkKey,
		counts: accounts.get(accountID)?.counts ?? createCounts(),
		isLinked: true
	}));
	const stray = accounts.get('');
	if (!stray) return rows;
	const { network, counts } = stray;
	return [
		...rows,
		{
			...{ key: '', name: 'No account', detail: '', networkKey: network.key, counts },
			isLinked: false
		}
	];
}

/** The chats of a cell. @param row - absent: the chats of all rows */
export function getCellView(
	{ view }: OverviewState,
	by: Breakdown,
	row?: Pick<OverviewRow, 'key'>
): ChatView {
	if (!row) return view;
	return setFilter(view, by === 'network' ? { networks: [row.key] } : { accountIDs: [row.key] });
}

/**
 * Creates a function that gives the query of a cell's view. Each query is made once, since cells
 * stay while their numbers change.
 */
export function createCellQueries(): (
	state: OverviewState,
	by: Breakdown,
	row?: Pick<OverviewRow, 'key'>
) => string {
	const queries = new Map<string, string>();
	return (state, by, row) => {
		const key = JSON.stringify([state.key, by, row?.key]);
		const query = queries.get(key) ?? formatView(getCellView(state, by, row)).toString();
		queries.set(key, query);
		return query;
	};
}

/** Rows with equal numbers are in the order of their names. */
export function sortRows(
	rows: readonly OverviewRow[],
	{ key, reversed }: TableSort
): readonly OverviewRow[] {
	const sign = reversed ? -1 : 1;
	return rows.toSorted(
		(one, other) =>
			sign * (key === 'name' ? compareRows(one, other) : other.counts[key] - one.counts[key]) ||
			compareRows(one, other)
	);
}

function compareRows(one: OverviewRow, other: OverviewRow): number {
	return (
		compareNames(one.name, other.name) ||
		compareNames(one.detail, other.detail) ||
		(one.key < other.key ? -1 : 1)
	);
}

/**
 * Creates a function that sorts rows once and then keeps each where it is, while its numbers change,
 * until another order is asked for. New rows come last.
 *
 * @returns a function of the rows, their order, and a text that stays the same while rows are kept;
 *   without it they are sorted each time
 */
export function createRowKeeper(): (
	rows: readonly OverviewRow[],
	sort: TableSort,
	occasion: string | undefined
) => readonly OverviewRow[] {
	let places: ReadonlyMap<string, number> = new Map();
	let kept: string | undefined;
	return (rows, sort, occasion) => {
		const sorted = sortRows(rows, sort);
		const last = sorted.length;
		const shown =
			occasion !== undefined && occasion === kept
				? sorted.toSorted(
						(one, other) => (places.get(one.key) ?? last) - (places.get(other.key) ?? last)
					)
				: sorted;
		kept = occasion;
		places = new Map(shown.map(({ key }, place) => [key, place]));
		return shown;
	};
}

/**
 * The share of a cell in its row or column, from 0 to 1: in all chats of the network, or in all
 * chats of the state. Zero where there are no such chats.
 */
export function getShare(
	share: Share,
	state: StateKey,
	{ counts }: Pick<OverviewRow, 'counts'>,
	totals: StateCounts
): number {
	if (share === 'none') return 0;
	const whole = share === 'row' ? counts.total : totals[state];
	// The share of a row's total is always 1, which would tint the whole column.
	if (whole === 0 || (share === 'row' && state === 'total')) return 0;
	return Math.min(1, counts[state] / whole);
}
