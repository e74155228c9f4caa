import type { ChatID } from '$lib/domain/chat/chat';
import type { CachedChats } from '$lib/domain/chat-cache';
import type { Beeper, ChatPage } from '$lib/domain/connection/source';
import { getChatIDs, matchIdentity, type FoundIdentity } from '$lib/domain/connection/identity';
import { SourceError } from '$lib/domain/connection/source-error';
import type { Inbox } from './inbox.svelte';
import { getElapsed } from './concurrency';

/** Milliseconds between two checks for the return of the first server. */
const BETWEEN_CHECKS = 3_000;

/** Requests everything that identifies the server; parts without a response are left out. */
export type AskIdentity = () => Promise<FoundIdentity>;

/**
 * Recognises the server whose chats are shown. After a restart, the server at the address may be
 * another app or another login: then none of its responses is shown, and no change is sent to it.
 */
export class ServerIdentity {
	readonly #inbox: Inbox;
	readonly #now: () => number;
	#bundleID: string | undefined;
	#isOther = $state(false);
	#isInDoubt = false;
	/** Epoch milliseconds of the last response known to come from the same server. */
	#sureAt = -Infinity;
	#askedAt = -Infinity;
	#asking: Promise<FoundIdentity> | null = null;
	#restored: Promise<unknown> = Promise.resolve();

	/** @param now - epoch milliseconds */
	constructor(inbox: Inbox, now: () => number) {
		this.#inbox = inbox;
		this.#now = now;
	}

	/** True when another server responds, and the user has not decided yet. */
	get isOther() {
		return this.#isOther;
	}

	/** Bundle ID of the app whose chats are shown; undefined until it is known. */
	get bundleID() {
		return this.#bundleID;
	}

	/** Delays responses until cached chats are restored, to be compared with them. */
	waitFor(restored: Promise<unknown>) {
		this.#restored = restored;
	}

	/** @returns whether cached chats may be shown together with the server's */
	restore({ accounts, chats, bundleID }: CachedChats): boolean {
		const found = { bundleID, accounts, chatIDs: getChatIDs(chats) };
		if (this.#match(found) === 'other') return false;
		this.#bundleID ??= bundleID;
		return true;
	}

	/**
	 * Records that the server was away: another may return, so its next response is checked closely.
	 */
	doubt() {
		this.#isInDoubt = true;
		this.#sureAt = -Infinity;
	}

	/**
	 * Checks a response before it is used.
	 *
	 * @throws SourceError `other-server`
	 */
	async check(found: FoundIdentity, ask: AskIdentity): Promise<void> {
		await this.#restored;
		if (this.#isOther || this.#isInDoubt) return this.#checkAll(found, ask);
		const match = this.#match(found);
		const areAllNew =
			match === 'unsure' && this.#inbox.store.everyChat.length > 0 && found.chatIDs?.size;
		if (match === 'other' || areAllNew) return this.#checkAll(found, ask);
		this.#trust(found, match === 'same' || !this.#hasKnown);
	}

	/**
	 * Asks the server for its identity, unless it was confirmed recently.
	 *
	 * @param moment - milliseconds that count as recent
	 * @throws SourceError `other-server`
	 */
	async checkNow(ask: AskIdentity, moment: number): Promise<void> {
		await this.#restored;
		if (!this.#hasKnown || this.wasSureWithin(moment)) return;
		await this.#checkAll({}, ask);
	}

	/**
	 * True when the known server responded within this time, in milliseconds, and has not been away
	 * since.
	 */
	wasSureWithin(moment: number): boolean {
		return !this.#isOther && getElapsed(this.#sureAt, this.#now()) <= moment;
	}

	/** True when a response comes from the known server. */
	isSame(found: FoundIdentity): boolean {
		return this.#match(found) === 'same';
	}

	/** @throws SourceError `other-server` */
	async #checkAll(found: FoundIdentity, ask: AskIdentity): Promise<void> {
		if (!this.#asking) {
			if (this.#isOther && getElapsed(this.#askedAt, this.#now()) < BETWEEN_CHECKS) refuse();
			this.#askedAt = this.#now();
			this.#asking = ask().finally(() => (this.#asking = null));
		}
		const all = { ...found, ...(await this.#asking) };
		const match = this.#match(all);
		// Once another server has responded, only a response of the first one ends this; a failed check
		// does not.
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
		const { listedAccounts, store } = this.#inbox;
		return listedAccounts.length > 0 || store.everyChat.length > 0;
	}

	#match(found: FoundIdentity) {
		const { listedAccounts, store } = this.#inbox;
		const chatIDs = { size: store.everyChat.length, has: (id: ChatID) => store.has(id) };
		return matchIdentity({ bundleID: this.#bundleID, accounts: listedAccounts, chatIDs }, found);
	}
}

function refuse(): never {
	throw new SourceError('other-server');
}

/** Milliseconds after which a check of the identity is abandoned. */
const CHECK_TIMEOUT = 2_000;
/**
 * Milliseconds for which a confirmed identity is sufficient for a mutation: no program restarts
 * sooner.
 */
const SURE_TO_WRITE = 100;
/** Milliseconds for which it is sufficient for a read. */
const SURE_TO_READ = 2_000;
/**
 * Milliseconds after a confirmation in which the app and its accounts, without chats, are
 * sufficient to confirm it again.
 */
const SURE_WITHOUT_CHATS = 5_000;
/** Number of chats that is sufficient to recognise a server. */
const FEW_CHATS = 25;

/**
 * A source for one server only. Once another server responds at its address, every call throws
 * `other-server`: none of its responses is used, and no mutation is sent to it.
 */
export function guardSource(source: Beeper, identity: ServerIdentity): Beeper {
	/** Shared by all concurrent calls, so the first one's signal does not abort it. */
	async function ask(): Promise<FoundIdentity> {
		const timeout = AbortSignal.timeout(CHECK_TIMEOUT);
		const [server, accounts] = await Promise.all([
			ignoreFailure(source.server(timeout)),
			ignoreFailure(source.accounts(timeout))
		]);
		const found = {
			...(server && { bundleID: server.bundleID }),
			...(accounts && { accounts: accounts.items })
		};
		if (server && identity.wasSureWithin(SURE_WITHOUT_CHATS) && identity.isSame(found))
			return found;
		const chats = await ignoreFailure(readFirst(source.chats(timeout, { limit: FEW_CHATS })));
		return { ...found, ...(chats && { chatIDs: getChatIDs(chats.items) }) };
	}

	/** Records an unreachable server: after being away, it may return as another one. */
	async function noteAbsence<Answer>(answer: Promise<Answer>): Promise<Answer> {
		try {
			return await answer;
		} catch (error) {
			if (error instanceof SourceError && error.failure === 'unreachable') identity.doubt();
			throw error;
		}
	}

	/** Reads the app's bundle ID, if there is one to compare it with. */
	async function readBundleID(signal: AbortSignal): Promise<string | undefined> {
		if (identity.bundleID === undefined) return undefined;
		return (await ignoreFailure(source.server(signal)))?.bundleID;
	}

	/** Checks the first page of a list, since its chats should be known. */
	async function* checkPages(
		pages: (signal: AbortSignal) => AsyncIterable<ChatPage>,
		signal: AbortSignal
	): AsyncGenerator<ChatPage> {
		const bundleID = readBundleID(signal);
		const rest = pages(signal)[Symbol.asyncIterator]();
		try {
			for (let isFirst = true; ; isFirst = false) {
				const next = await noteAbsence(rest.next());
				if (next.done) return;
				if (isFirst) {
					const found = { bundleID: await bundleID, chatIDs: getChatIDs(next.value.items) };
					await identity.check(found, ask);
				}
				yield next.value;
			}
		} finally {
			await rest.return?.();
		}
	}

	/**
	 * Guards a request whose response does not identify its server: fails while another server
	 * responds.
	 */
	async function failIfOther<Answer>(read: () => Promise<Answer>) {
		if (identity.isOther) await identity.check({}, ask);
		return noteAbsence(read());
	}

	async function checkBefore<Answer>(send: () => Promise<Answer>) {
		await identity.checkNow(ask, SURE_TO_WRITE);
		return noteAbsence(send());
	}

	/**
	 * Guards a read by a check that runs beside it, so that opening a chat does not wait for the
	 * check.
	 */
	async function checkMeanwhile<Answer>(read: () => Promise<Answer>) {
		const check = identity.checkNow(ask, SURE_TO_READ);
		try {
			const [answer] = await Promise.all([noteAbsence(read()), check]);
			return answer;
		} catch (error) {
			// Another server’s "not found" says nothing of this one's chats.
			await check;
			throw error;
		}
	}

	return {
		// Events are never shown: the chats that they name are read by the calls below.
		...(source.events && { events: source.events }),
		async server(signal) {
			const server = await noteAbsence(source.server(signal));
			await identity.check({ bundleID: server.bundleID }, ask);
			return server;
		},
		access: (signal) => source.access(signal),
		async accounts(signal) {
			const [page, bundleID] = await Promise.all([
				noteAbsence(source.accounts(signal)),
				readBundleID(signal)
			]);
			await identity.check({ accounts: page.items, bundleID }, ask);
			return page;
		},
		labels: (signal) => checkMeanwhile(() => source.labels(signal)),
		chats: (signal, options) => checkPages((ending) => source.chats(ending, options), signal),
		inventory: (signal) => checkPages(source.inventory, signal),
		chat: (id, signal, options) => checkMeanwhile(() => source.chat(id, signal, options)),
		messages: (chatID, cursor, signal) =>
			failIfOther(() => source.messages(chatID, cursor, signal)),
		searchMessages: (query, cursor, signal) =>
			failIfOther(() => source.searchMessages(query, cursor, signal)),
		message: (chatID, messageID, signal) =>
			failIfOther(() => source.message(chatID, messageID, signal)),
		searchChats: (query, signal) => failIfOther(() => source.searchChats(query, signal)),
		contacts: (accountID, query, cursor, signal) =>
			failIfOther(() => source.contacts(accountID, query, cursor, signal)),
		findContacts: (accountID, query, signal) =>
			failIfOther(() => source.findContacts(accountID, query, signal)),
		asset: (url, signal, onprogress) => failIfOther(() => source.asset(url, signal, onprogress)),
		upload: (file, signal, onprogress) =>
			checkBefore(() => source.upload(file, signal, onprogress)),
		sendMutation: (mutation, signal) => checkBefore(() => source.sendMutation(mutation, signal))
	};
}

/** @returns undefined after an expected failure */
async function ignoreFailure<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
	try {
		return await answer;
	} catch (error) {
		if (error instanceof SourceError) return undefined;
		throw error;
	}
}

/** @returns undefined for an empty list */
async function readFirst<Item>(items: AsyncIterable<Item>): Promise<Item | undefined> {
	for await (const item of items) return item;
	return undefined;
}
