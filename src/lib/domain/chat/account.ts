import { dequal } from 'dequal/lite';
import type { Chat } from './chat';
import type { LooseString } from '../loose-string';
import type { User } from './participant';

/** What carries an account's messages. Its `type` is the stable key of a network. */
export interface Bridge {
	id: string;
	/** `whatsapp`, `discordgo`, `slackgo`, `matrix` … */
	type: string;
	provider: LooseString<'cloud' | 'self-hosted' | 'local' | 'platform-sdk'>;
}

/** How an account stands with its network; servers before 4.3 do not say. */
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
	/** To be shown in place of `accountID`, in Privacy mode; absent: that itself. */
	shownID?: string;
	/** Absent before 4.2.785, and for accounts known only from their chats. */
	bridge?: Bridge;
	/** Display name of the network, never a key; absent when the server does not know it. */
	network?: string;
	/** Absent for accounts known only from their chats. */
	user?: User;
	status?: AccountStatus;
	/** The server's own words for it, such as `Signed out by LINE`. */
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

/** Statuses that go by themselves. */
const PASSING: ReadonlySet<string> = new Set(['connecting', 'backfilling']);

/** How an account stands, where that is worth a word. */
export interface Standing {
	words: string;
	/** True where it stays so until the user does something. */
	isTrouble: boolean;
}

/** @returns null for an account that is connected, or whose server does not say how it stands */
export function getStanding({ status, statusText }: Account): Standing | null {
	if (!status || status === 'connected') return null;
	const words = statusText?.trim() || STATUS_WORDS.get(status) || toSentence(status);
	return { words, isTrouble: !PASSING.has(status) };
}

/** A status of tomorrow: `phone_offline` reads `Phone offline`. */
function toSentence(word: string): string {
	const words = word.replaceAll('_', ' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}

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
