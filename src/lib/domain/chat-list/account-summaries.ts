import { getAccountNetworkName } from '../chat/network';
import { getAccountNotice, type Account, type AccountNotice } from '../chat/account';
import { NO_ACTIVITY, type IndexedChat } from './chat-index';

/** The state of an account, and the number of its chats. */
export interface AccountSummary {
	account: Account;
	/** Bridge type; empty when neither the account nor a chat tells it. */
	networkKey: string;
	/** Empty when unknown. */
	networkName: string;
	/** Null for a connected account, or when the server reports no status. */
	notice: AccountNotice | null;
	/** Number of chats; a merged chat counts in the account of each of its members. */
	chats: number;
	/** Number of chats with unread messages, or marked as unread. */
	unread: number;
	/** Epoch milliseconds of the latest activity of any chat; absent if none has a time. */
	lastActivity?: number;
}

/**
 * Accounts that only the user can bring back first, then by number of chats; otherwise in the given
 * order.
 */
export function summarizeAccounts(
	accounts: readonly Account[],
	chats: readonly IndexedChat[]
): readonly AccountSummary[] {
	const summaries = new Map(
		accounts.map((account) => [account.accountID, createSummary(account)] as const)
	);
	for (const { facets, unread, lastActivity } of chats) {
		const networks = new Map(
			facets.members.map(({ accountID, network }) => [accountID, network] as const)
		);
		for (const [accountID, network] of networks) {
			const summary = summaries.get(accountID);
			if (!summary) continue;
			summary.networkKey ||= network.key;
			summary.networkName ||= network.name;
			summary.chats += 1;
			if (unread > 0) summary.unread += 1;
			if (lastActivity > (summary.lastActivity ?? NO_ACTIVITY)) summary.lastActivity = lastActivity;
		}
	}
	return [...summaries.values()].sort(compareSummaries);
}

/** The summary of an account without chats. */
export function createSummary(account: Account): AccountSummary {
	return {
		account,
		networkKey: account.bridge?.type ?? '',
		networkName: getAccountNetworkName(account),
		notice: getAccountNotice(account),
		chats: 0,
		unread: 0
	};
}

export function compareSummaries(one: AccountSummary, other: AccountSummary): number {
	return (
		Number(other.notice?.isTrouble ?? false) - Number(one.notice?.isTrouble ?? false) ||
		other.chats - one.chats
	);
}
