import type { Account } from './account';
import { groupBy } from '$lib/format/list';
import type { Chat } from './chat';
import { getAccountIDs } from './merge';
import { cleanName, isolateName } from './name';
import { getAccountNetworkName } from './network';
import { tellApart } from './tell-apart';
import { findName } from './participant';

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
