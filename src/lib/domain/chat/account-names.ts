import type { Account } from './account';
import { groupBy } from '$lib/format/list';
import type { Chat } from './chat';
import { getAccountIDs } from './merge';
import { cleanName, isolateName } from './name';
import { getAccountNetworkName } from './network';
import { disambiguate, findHints } from './disambiguate';
import { findName } from './participant';

/** Attributes that distinguish accounts of the same owner and network, most readable first. */
const HINTS: readonly ((account: Account) => string | undefined)[] = [
	({ user }) => getLastDigits(user?.phoneNumber),
	({ user }) => user?.phoneNumber,
	({ user }) => cleanName(user?.email),
	({ user }) => cleanName(user?.username),
	getShownID
];

/**
 * Names of accounts, for use beside the name of their network: the owner's name, else the account
 * ID. Accounts of the same owner get the first hint that distinguishes them, `Kim (…0199)`.
 *
 * @param accounts - all accounts, so that an account has the same name everywhere
 * @returns names by `accountID`
 */
export function nameAccounts(accounts: readonly Account[]): ReadonlyMap<string, string> {
	const names = new Map<string, string>();
	for (const alike of groupBy(accounts, getAccountNetworkName).values()) {
		disambiguate(alike, getOwnerName, HINTS).forEach((name, place) => {
			const account = alike[place];
			if (account) names.set(account.accountID, name);
		});
	}
	return names;
}

/**
 * {@link nameAccounts}, of those whose network has several accounts: any other account is told apart
 * by the name of its network.
 */
export function nameAccountsApart(accounts: readonly Account[]): ReadonlyMap<string, string> {
	const names = nameAccounts(accounts);
	const byNetwork = groupBy(accounts, getAccountNetworkName);
	const shared = [...byNetwork.values()].filter(({ length }) => length > 1).flat();
	return new Map(shared.map(({ accountID }) => [accountID, names.get(accountID) ?? '']));
}

/**
 * The parts of {@link nameAccounts}, for where a long name is cut off and what sets it apart must
 * stay in sight. By `accountID`.
 */
export function splitAccountNames(
	accounts: readonly Account[]
): ReadonlyMap<string, { owner: string; hint: string | undefined }> {
	const parts = new Map<string, { owner: string; hint: string | undefined }>();
	for (const alike of groupBy(accounts, getAccountNetworkName).values()) {
		const hints = findHints(alike, getOwnerName, HINTS);
		alike.forEach((account, place) => {
			parts.set(account.accountID, { owner: getOwnerName(account), hint: hints[place] });
		});
	}
	return parts;
}

/** {@link nameAccounts} with the network included: `Kim (…0199) · WhatsApp`. By `accountID`. */
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

function getOwnerName(account: Account): string {
	return (account.user && findName(account.user)) || getShownID(account);
}

function getShownID(account: Account): string {
	return account.shownID ?? account.accountID;
}

function getLastDigits(number: string | undefined): string | undefined {
	const digits = number?.replaceAll(/\D/g, '') ?? '';
	return digits.length > 4 ? `…${digits.slice(-4)}` : number;
}

/**
 * Names of a chat's accounts, joined by commas; a merged chat may have several. Empty when no name
 * is known.
 *
 * @param names - by `accountID`
 */
export function formatAccountNames(chat: Chat, names: ReadonlyMap<string, string>): string {
	const known = getAccountIDs(chat).map((id) => names.get(id) ?? '');
	return [...new Set(known)].filter(Boolean).join(', ');
}
