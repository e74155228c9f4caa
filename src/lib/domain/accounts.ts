import type { Account } from './account';
import type { Chat } from './chat';
import { nameOf } from './user';

/**
 * Every account once: those the server lists, in its order, then those it leaves out (iMessage, for
 * one) and only the chats tell of, by ID.
 */
export function allAccounts(listed: readonly Account[], chats: readonly Chat[]): Account[] {
	const accounts = new Map<string, Account>();
	for (const account of listed) {
		if (!accounts.has(account.accountID)) accounts.set(account.accountID, account);
	}

	const unlisted = new Map<string, Account>();
	for (const { accountID, network } of chats) {
		if (!accountID || accounts.has(accountID) || unlisted.get(accountID)?.network) continue;
		unlisted.set(accountID, network ? { accountID, network } : { accountID });
	}
	const byID = [...unlisted].sort(([a], [b]) => (a < b ? -1 : 1));
	return [...accounts.values(), ...byID.map(([, account]) => account)];
}

/** What tells an account from others on its network: its owner's name there, else its ID. */
export function accountName(account: Account): string {
	return (account.user && nameOf(account.user)) || account.accountID;
}

/** {@link accountName} by `accountID`. */
export function accountNames(accounts: readonly Account[]): ReadonlyMap<string, string> {
	return new Map(accounts.map((account) => [account.accountID, accountName(account)]));
}
