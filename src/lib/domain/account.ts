import type { Open } from './open';
import type { User } from './user';

/** What carries an account's messages. Its `type` is the stable key of a network. */
export interface Bridge {
	id: string;
	/** `whatsapp`, `discordgo`, `slackgo`, `matrix` … */
	type: string;
	provider: Open<'cloud' | 'self-hosted' | 'local' | 'platform-sdk'>;
}

/** How an account stands with its network; servers before 4.3 do not say. */
export type AccountStatus = Open<
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
	statusText?: string;
}
