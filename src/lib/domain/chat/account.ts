import { dequal } from 'dequal/lite';
import { capitalize } from '$lib/format/sentence';
import type { Chat } from './chat';
import type { LooseString } from '../loose-string';
import type { User } from './participant';

/** The connection of an account to its network. Its `type` is the stable key of the network. */
export interface Bridge {
	id: string;
	/** `whatsapp`, `discordgo`, `slackgo`, `matrix` … */
	type: string;
	provider: LooseString<'cloud' | 'self-hosted' | 'local' | 'platform-sdk'>;
}

/** Connection status of an account; older servers do not report it, see `RELEASES.accountStatus`. */
export type AccountStatus = LooseString<
	| 'connected'
	| 'connecting'
	| 'backfilling'
	| 'connection_required'
	| 'reconnect_required'
	| 'attention_required'
	| 'disconnected'
	| 'disabled'
>;

/**
 * A chat account added to Beeper.
 *
 * @see Account in @beeper/desktop-api 5.0.0
 */
export interface Account {
	accountID: string;
	/**
	 * Placeholder shown instead of `accountID` in Privacy mode; absent: `accountID` itself is shown.
	 */
	shownID?: string;
	/** Absent before 4.2.785, and for accounts known only from their chats. */
	bridge?: Bridge;
	/** Display name of the network, never a key; absent when the server does not know it. */
	network?: string;
	/** Absent for accounts known only from their chats. */
	user?: User;
	status?: AccountStatus;
	/** The server's own text for the status, such as `Signed out by LINE`. */
	statusText?: string;
}

const STATUS_WORDS: ReadonlyMap<string, string> = new Map([
	['connecting', 'Connecting'],
	['backfilling', 'Fetching older messages'],
	['connection_required', 'Not connected'],
	['reconnect_required', 'Needs to be reconnected'],
	['attention_required', 'Needs attention'],
	['disconnected', 'Disconnected'],
	['disabled', 'Turned off']
]);

/** Temporary statuses, which end without any action by the user. */
const PASSING: ReadonlySet<string> = new Set(['connecting', 'backfilling']);

/** An account status worth showing. */
export interface AccountNotice {
	words: string;
	/** True when only an action by the user ends it. */
	isTrouble: boolean;
}

/** @returns null for a connected account, or when the server reports no status */
export function getAccountNotice({ status, statusText }: Account): AccountNotice | null {
	if (!status || status === 'connected') return null;
	// Of a status that's unknown to the dashboard, `phone_offline` becomes `Phone offline`.
	const named = STATUS_WORDS.get(status) ?? capitalize(status.replaceAll('_', ' '));
	const words = statusText?.trim() || named;
	return { words, isTrouble: !PASSING.has(status) };
}

/** The accounts of a server, and when it began to omit some of them. */
export interface ListedAccounts {
	accounts: readonly Account[];
	/** Epoch milliseconds of the first response without the account, by `accountID`. */
	missingSince: ReadonlyMap<string, number>;
}

export const NO_ACCOUNTS: ListedAccounts = { accounts: [], missingSince: new Map() };

/** Milliseconds for which an account is kept after the first response without it. */
const MISSED_FOR = 60_000;

/**
 * Update the accounts from a response. A server that has just started lists no accounts, or only a
 * few: an empty list is ignored, and a missing account is removed only after a minute.
 *
 * @param now - epoch milliseconds
 * @returns unchanged accounts are the same objects; an unchanged list is the same array
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
 * All accounts, each once: listed accounts in the server's order, then accounts that the server
 * omits (such as iMessage) and that only chats refer to, by ID.
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
