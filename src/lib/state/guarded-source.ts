import type { Beeper, ChatPage } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';
import { getChatIDs, type FoundIdentity } from '$lib/domain/connection/identity';
import type { ServerIdentity } from './server-identity.svelte';

/** Milliseconds after which a question whom somebody talks to is not waited for any more. */
const PATIENCE = 2_000;
/** Milliseconds for which an answer of the known Beeper stands for what is sent: no program restarts sooner. */
const SURE_TO_WRITE = 100;
/** Milliseconds for which it stands for what is read. */
const SURE_TO_READ = 2_000;
/** Milliseconds after an answer of the known Beeper in which its accounts alone confirm that it is the same. */
const SURE_BY_ACCOUNTS = 5_000;
/** Chats that are enough to know a Beeper by. */
const FEW_CHATS = 25;

/**
 * A source that answers for one Beeper only. Once another answers at its address, every call throws
 * `other-server`: nothing that it says is taken in, and no change is sent to it.
 */
export function guardSource(source: Beeper, identity: ServerIdentity): Beeper {
	/** Shared by all calls that ask at once, so it does not end when the first of them is cancelled. */
	async function ask(): Promise<FoundIdentity> {
		const patience = AbortSignal.timeout(PATIENCE);
		const reading = answered(source.accounts(patience));
		if (identity.wasSureWithin(SURE_BY_ACCOUNTS)) {
			const found = { accounts: (await reading)?.items ?? [] };
			if (identity.isSame(found)) return found;
		}
		const [server, accounts, chats] = await Promise.all([
			answered(source.server(patience)),
			reading,
			answered(firstOf(source.chats(patience, { limit: FEW_CHATS })))
		]);
		return {
			...(server && { bundleID: server.bundleID }),
			...(accounts && { accounts: accounts.items }),
			...(chats && { chatIDs: getChatIDs(chats.items) })
		};
	}

	/** A server that was away may come back as another. */
	async function watched<Answer>(answer: Promise<Answer>): Promise<Answer> {
		try {
			return await answer;
		} catch (error) {
			if (error instanceof SourceError && error.failure === 'unreachable') identity.doubt();
			throw error;
		}
	}

	/** Which app it is, where that can be compared. */
	async function bundleIDIn(signal: AbortSignal): Promise<string | undefined> {
		if (identity.bundleID === undefined) return undefined;
		return (await answered(source.server(signal)))?.bundleID;
	}

	/** The first page of a list is of chats that should be known, whatever comes after. */
	async function* checked(
		pages: (signal: AbortSignal) => AsyncIterable<ChatPage>,
		signal: AbortSignal
	): AsyncGenerator<ChatPage> {
		const bundleID = bundleIDIn(signal);
		const rest = pages(signal)[Symbol.asyncIterator]();
		try {
			for (let isFirst = true; ; isFirst = false) {
				const next = await watched(rest.next());
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

	/** For what tells nothing of whose it is. */
	async function unlessOther<Answer>(read: () => Promise<Answer>) {
		if (identity.isOther) await identity.check({}, ask);
		return watched(read());
	}

	async function checkedBefore<Answer>(send: () => Promise<Answer>) {
		await identity.checkNow(ask, SURE_TO_WRITE);
		return watched(send());
	}

	/** Asked meanwhile, so that nobody waits for it who opens a chat. */
	async function checkedMeanwhile<Answer>(read: () => Promise<Answer>) {
		const [answer] = await Promise.all([watched(read()), identity.checkNow(ask, SURE_TO_READ)]);
		return answer;
	}

	return {
		async server(signal) {
			const server = await watched(source.server(signal));
			await identity.check({ bundleID: server.bundleID }, ask);
			return server;
		},
		access: (signal) => source.access(signal),
		async accounts(signal) {
			const [page, bundleID] = await Promise.all([
				watched(source.accounts(signal)),
				bundleIDIn(signal)
			]);
			await identity.check({ accounts: page.items, bundleID }, ask);
			return page;
		},
		labels: (signal) => checkedMeanwhile(() => source.labels(signal)),
		chats: (signal, options) => checked((ending) => source.chats(ending, options), signal),
		inventory: (signal) => checked(source.inventory, signal),
		chat: (id, signal, options) => checkedMeanwhile(() => source.chat(id, signal, options)),
		messages: (chatID, cursor, signal) =>
			unlessOther(() => source.messages(chatID, cursor, signal)),
		contacts: (accountID, query, cursor, signal) =>
			unlessOther(() => source.contacts(accountID, query, cursor, signal)),
		findContacts: (accountID, query, signal) =>
			unlessOther(() => source.findContacts(accountID, query, signal)),
		upload: (file, signal, onprogress) =>
			checkedBefore(() => source.upload(file, signal, onprogress)),
		sendMutation: (mutation, signal) => checkedBefore(() => source.sendMutation(mutation, signal))
	};
}

/** @returns undefined where no answer comes that can be read */
async function answered<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
	try {
		return await answer;
	} catch (error) {
		if (error instanceof SourceError) return undefined;
		throw error;
	}
}

/** @returns undefined for a list that is over before it begins */
async function firstOf<Item>(items: AsyncIterable<Item>): Promise<Item | undefined> {
	for await (const item of items) return item;
	return undefined;
}
