import { dequal } from 'dequal/lite';
import { groupBy } from '$lib/format/list';
import type { Account } from './account';
import type { Chat } from './chat';
import { getAccountIDs } from './merge';
import { cleanName, isolateName } from './name';
import { getAccountNetworkName } from './network';
import { tellApart } from './tell-apart';
import { findName } from './participant';

/** The accounts that a server lists, and since when it has left some of them out. */
export interface ListedAccounts {
	accounts: readonly Account[];
	/** Epoch milliseconds, by `accountID`. */
	missingSince: ReadonlyMap<string, number>;
}

export const NO_ACCOUNTS: ListedAccounts = { accounts: [], missingSince: new Map() };

/** Milliseconds for which an account is shown after an answer has left it out for the first time. */
const MISSED_FOR = 60_000;

/**
 * Take in what the server lists now. A server that has just started lists nothing, or a few: no
 * answer at all is one, and what it leaves out goes only once it has done so for a minute.
 *
 * @param now - epoch milliseconds
 * @returns accounts that say the same as before are the same objects; so is the list of them
 */
export function updateAccounts(
	{ accounts: known, missingSince: missed }: ListedAccounts,
	answer: readonly Account[],
	now: number
): ListedAccounts {
	if (answer.length === 0) return { accounts: known, missingSince: missed };
	const knownByID = new Map(known.map((account) => [account.accountID, account]));
	const listed = answer.map((account) => {
		const before = knownByID.get(account.accountID);
		return before && dequal(before, account) ? before : account;
	});
	const listedIDs = new Set(answer.map(({ accountID }) => accountID));
	const missingSince = new Map<string, number>();
	const missing = known.filter(({ accountID }) => {
		if (listedIDs.has(accountID)) return false;
		const since = missed.get(accountID) ?? now;
		if (now - since >= MISSED_FOR) return false;
		missingSince.set(accountID, since);
		return true;
	});
	const accounts = [...listed, ...missing];
	const isUnchanged =
		accounts.length === known.length &&
		accounts.every((account, place) => account === known[place]);
	return { accounts: isUnchanged ? known : accounts, missingSince };
}

/**
 * Every account once: those the server lists, in its order, then those it leaves out (iMessage, for
 * one) and only the chats tell of, by ID.
 */
export function collectAccounts(listed: readonly Account[], chats: readonly Chat[]): Account[] {
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

/** What tells accounts of one owner and network apart, the most human first. */
const HINTS: readonly ((account: Account) => string | undefined)[] = [
	({ user }) => endOfNumber(user?.phoneNumber),
	({ user }) => user?.phoneNumber,
	({ user }) => cleanName(user?.email),
	({ user }) => cleanName(user?.username),
	shownID
];

/**
 * What to call accounts beside the name of their network: by their owners, else by their IDs; two of
 * one owner by the least that tells them apart, `Kim (…0199)`.
 *
 * @param accounts - all there are, so that an account is called the same everywhere
 * @returns names by `accountID`
 */
export function nameAccounts(accounts: readonly Account[]): ReadonlyMap<string, string> {
	const names = new Map<string, string>();
	for (const alike of groupBy(accounts, getAccountNetworkName).values()) {
		tellApart(alike, ownerOf, HINTS).forEach((name, place) => {
			const account = alike[place];
			if (account) names.set(account.accountID, name);
		});
	}
	return names;
}

/** {@link nameAccounts} where no network stands beside the name: `Kim (…0199) · WhatsApp`. */
export function labelAccounts(accounts: readonly Account[]): ReadonlyMap<string, string> {
	const names = nameAccounts(accounts);
	return new Map(
		accounts.map((account) => {
			const { accountID } = account;
			const label = [isolateName(names.get(accountID) ?? ''), getAccountNetworkName(account)]
				.filter(Boolean)
				.join(' · ');
			return [accountID, label];
		})
	);
}

function ownerOf(account: Account): string {
	return (account.user && findName(account.user)) || shownID(account);
}

function shownID(account: Account): string {
	return account.shownID ?? account.accountID;
}

function endOfNumber(number: string | undefined): string | undefined {
	const digits = number?.replaceAll(/\D/g, '') ?? '';
	return digits.length > 4 ? `…${digits.slice(-4)}` : number;
}

/**
 * What the accounts of a chat are called; a merged chat may have several. Empty where no name is known.
 *
 * @param names - by `accountID`
 */
export function formatAccountNames(chat: Chat, names: ReadonlyMap<string, string>): string {
	const known = getAccountIDs(chat).map((id) => names.get(id) ?? '');
	return [...new Set(known)].filter(Boolean).join(', ');
}
