import type { Account } from '$lib/domain/account';
import { accountName } from '$lib/domain/accounts';

/** What may tell accounts of one owner and network apart, the most human first. */
const TELLING: readonly ((account: Account) => string | undefined)[] = [
	({ user }) => user?.phoneNumber,
	({ user }) => user?.email,
	({ user }) => user?.username,
	({ accountID }) => accountID
];

/** To choose accounts by, in their order: no two read the same. */
export function accountChoices(accounts: readonly Account[]): { value: string; label: string }[] {
	return accounts.map((account) => ({
		value: account.accountID,
		label: labelAmong(account, accounts)
	}));
}

function labelAmong(account: Account, accounts: readonly Account[]): string {
	const label = plainLabel(account);
	const alike = accounts.filter((other) => plainLabel(other) === label);
	if (alike.length === 1) return label;
	const telling = TELLING.find((wordOf) => areDistinct(alike.map(wordOf)));
	return `${label} · ${telling?.(account) ?? account.accountID}`;
}

function plainLabel(account: Account): string {
	return account.network ? `${accountName(account)} · ${account.network}` : accountName(account);
}

function areDistinct(words: readonly (string | undefined)[]): boolean {
	return words.every(Boolean) && new Set(words).size === words.length;
}
