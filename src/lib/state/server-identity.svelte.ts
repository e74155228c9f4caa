import type { Account } from '$lib/domain/chat/account';
import type { Remembered } from '$lib/domain/chat-cache';
import type { Chat, ChatID } from '$lib/domain/chat/chat';
import { SourceError } from '$lib/domain/connection/source-error';
import { getChatIDs, matchIdentity, type FoundIdentity } from '$lib/domain/connection/identity';

/** Milliseconds between two questions whether the first Beeper is back. */
const BETWEEN_QUESTIONS = 3_000;

/** What is known of the Beeper whose chats are shown: the `Inbox`. */
export interface KnownChats {
	readonly listedAccounts: readonly Account[];
	/** Merged chats and their members alike. */
	readonly everyChat: readonly Chat[];
	known(id: ChatID): Chat | undefined;
}

/** Asks the server for all that tells it from others; what it does not answer is left out. */
export type AskIdentity = () => Promise<FoundIdentity>;

/**
 * Whether the server at the address is still the Beeper whose chats are shown. After a restart it
 * may be another app or another login: then none of its answers is let in, and nothing is sent to it.
 */
export class ServerIdentity {
	readonly #known: KnownChats;
	readonly #now: () => number;
	#bundleID: string | undefined;
	#isOther = $state(false);
	#isInDoubt = false;
	/** Epoch milliseconds of the last answer of the known Beeper. */
	#sureAt = -Infinity;
	#askedAt = -Infinity;
	#asking: Promise<FoundIdentity> | null = null;
	#recalled: Promise<unknown> = Promise.resolve();

	/** @param now - epoch milliseconds */
	constructor(known: KnownChats, now: () => number) {
		this.#known = known;
		this.#now = now;
	}

	/** Another Beeper answers, and nobody has decided yet what to do. */
	get isOther() {
		return this.#isOther;
	}

	/** Of the app behind the chats that are shown; undefined while it has not said. */
	get bundleID() {
		return this.#bundleID;
	}

	/** From now on answers wait for what was kept, to be compared with it. */
	waitFor(recalled: Promise<unknown>) {
		this.#recalled = recalled;
	}

	/** @returns whether what was kept may stand beside what the server has said */
	recall({ accounts, chats, bundleID }: Remembered): boolean {
		const found = { bundleID, accounts, chatIDs: getChatIDs(chats) };
		if (this.#match(found) === 'other') return false;
		this.#bundleID ??= bundleID;
		return true;
	}

	/** The server was away, and may come back as another: its next answer is looked at closely. */
	doubt() {
		this.#isInDoubt = true;
		this.#sureAt = -Infinity;
	}

	/**
	 * Look at an answer before anything of it is taken in.
	 *
	 * @throws SourceError `other-server`
	 */
	async check(found: FoundIdentity, ask: AskIdentity): Promise<void> {
		await this.#recalled;
		if (this.#isOther || this.#isInDoubt) return this.#checkAll(found, ask);
		const match = this.#match(found);
		const areAllNew = match === 'unsure' && this.#known.everyChat.length > 0 && found.chatIDs?.size;
		if (match === 'other' || areAllNew) return this.#checkAll(found, ask);
		this.#trust(found, match === 'same' || !this.#hasKnown);
	}

	/**
	 * Ask who answers, unless that was heard a moment ago.
	 *
	 * @param moment - milliseconds
	 * @throws SourceError `other-server`
	 */
	async checkNow(ask: AskIdentity, moment: number): Promise<void> {
		await this.#recalled;
		if (!this.#hasKnown || this.wasSureWithin(moment)) return;
		await this.#checkAll({}, ask);
	}

	/** Whether the known Beeper answered in the last milliseconds, and has not been away since. */
	wasSureWithin(moment: number): boolean {
		return !this.#isOther && this.#now() - this.#sureAt <= moment;
	}

	/** Whether an answer shows that it comes from the known Beeper. */
	isSame(found: FoundIdentity): boolean {
		return this.#match(found) === 'same';
	}

	/** @throws SourceError `other-server` */
	async #checkAll(found: FoundIdentity, ask: AskIdentity): Promise<void> {
		if (!this.#asking) {
			if (this.#isOther && this.#now() - this.#askedAt < BETWEEN_QUESTIONS) refuse();
			this.#askedAt = this.#now();
			this.#asking = ask().finally(() => (this.#asking = null));
		}
		const all = { ...found, ...(await this.#asking) };
		const match = this.#match(all);
		// Once another was met, only the first one's own answer ends it, and no silence.
		this.#isOther = match === 'other' || (this.#isOther && match === 'unsure');
		if (this.#isOther) refuse();
		this.#trust(all, match === 'same');
	}

	#trust({ bundleID }: FoundIdentity, isSame: boolean) {
		this.#bundleID ??= bundleID;
		if (!isSame) return;
		this.#sureAt = this.#now();
		this.#isInDoubt = false;
	}

	get #hasKnown(): boolean {
		const { listedAccounts, everyChat } = this.#known;
		return listedAccounts.length > 0 || everyChat.length > 0;
	}

	#match(found: FoundIdentity) {
		const { listedAccounts, everyChat } = this.#known;
		const has = (id: ChatID) => this.#known.known(id) !== undefined;
		const chatIDs = { size: everyChat.length, has };
		return matchIdentity({ bundleID: this.#bundleID, accounts: listedAccounts, chatIDs }, found);
	}
}

function refuse(): never {
	throw new SourceError('other-server');
}
