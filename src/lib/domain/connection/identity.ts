import type { Account } from '../chat/account';
import type { Chat, ChatID } from '../chat/chat';

/** The chats that somebody has, however they are kept. */
export type ChatIDs = Pick<ReadonlySet<ChatID>, 'has' | 'size'>;

/** What tells one Beeper from another, as far as it is known. */
export interface Identity {
	/** Of the app that serves the API: Beeper Nightly has another than Beeper Desktop. */
	bundleID?: string | undefined;
	/** Those the server lists; none where it has not said, or is not ready. */
	accounts: readonly Account[];
	/** Of all chats, or of the newest. */
	chatIDs: ChatIDs;
}

/** What an answer, or part of one, says of whose it is. */
export interface FoundIdentity {
	bundleID?: string | undefined;
	accounts?: readonly Account[];
	/** Of all chats, or of the newest. */
	chatIDs?: ReadonlySet<ChatID>;
}

export function getChatIDs(chats: readonly Chat[]): ReadonlySet<ChatID> {
	return new Set(chats.map(({ id }) => id));
}

/** `unsure`: nothing speaks for another Beeper, and nothing shows that it is the same. */
export type IdentityMatch = 'same' | 'other' | 'unsure';

/** Of fewer chats, none in common may be chance: all may be new. */
const ENOUGH_CHATS = 10;
/** Two Beepers may share some chats: a room both are in, or a phone number both write to. */
const SHARED_BY_CHANCE = 0.2;

/**
 * Whether an answer comes from the Beeper that is known. A login may be added or removed, and a
 * server that is not ready says little: neither makes it another.
 *
 * @param found - what it does not say counts for nothing
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

/** Accounts in Beeper's cloud are called after their network, whoever signs in there. */
function toLogin({ accountID, user }: Account): string {
	return JSON.stringify([accountID, user?.id ?? '']);
}
