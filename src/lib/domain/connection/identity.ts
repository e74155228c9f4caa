import type { Account } from '../chat/account';
import type { Chat, ChatID } from '../chat/chat';

/** IDs of the known chats, in any collection. */
export type ChatIDs = Pick<ReadonlySet<ChatID>, 'has' | 'size'>;

/** Facts that distinguish one Beeper from another, as far as known. */
export interface Identity {
	/**
	 * Bundle ID of the app that serves the API: it differs between Beeper Nightly and Beeper Desktop.
	 */
	bundleID?: string | undefined;
	/** The listed accounts; empty when the server has not listed any, or is not ready. */
	accounts: readonly Account[];
	/** IDs of all chats, or only of the newest. */
	chatIDs: ChatIDs;
}

/** Evidence of identity in a response, or in part of one. */
export interface FoundIdentity {
	bundleID?: string | undefined;
	accounts?: readonly Account[];
	/** IDs of all chats, or only of the newest. */
	chatIDs?: ReadonlySet<ChatID>;
}

export function getChatIDs(chats: readonly Chat[]): ReadonlySet<ChatID> {
	return new Set(chats.map(({ id }) => id));
}

/** `unsure`: no evidence of another Beeper, and none of the same. */
export type IdentityMatch = 'same' | 'other' | 'unsure';

/** With fewer chats, having none in common may be chance: all may be new. */
const ENOUGH_CHATS = 10;
/**
 * Two different Beepers may share up to this fraction of their chats: a room both are in, or a
 * phone number both write to.
 */
const SHARED_BY_CHANCE = 0.2;

/**
 * Compares the evidence in a response with the known Beeper. An added or removed account, or the sparse
 * response of a server that is not ready, does not make it another Beeper.
 *
 * @param found - absent fields are ignored
 */
export function matchIdentity(
	known: Identity,
	{ bundleID, accounts = [], chatIDs = new Set() }: FoundIdentity
): IdentityMatch {
	const apps = new Set([known.bundleID, bundleID].filter((id) => id !== undefined));
	if (apps.size > 1) return 'other';

	const shared = [...chatIDs].filter((id) => known.chatIDs.has(id)).length;
	const least = Math.min(known.chatIDs.size, chatIDs.size);
	if (least >= ENOUGH_CHATS && shared < least * SHARED_BY_CHANCE) return 'other';

	const logins = new Set(known.accounts.map(toLogin));
	if (accounts.some((account) => logins.has(toLogin(account)))) return 'same';
	if (shared > 0 && shared * 2 >= least) return 'same';
	return known.accounts.length > 0 && accounts.length > 0 ? 'other' : 'unsure';
}

/**
 * Account IDs in Beeper's cloud name only the network, so the ID of the signed-in user is added.
 */
function toLogin({ accountID, user }: Account): string {
	return JSON.stringify([accountID, user?.id ?? '']);
}
