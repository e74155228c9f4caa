import type { LooseString } from './open';
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
