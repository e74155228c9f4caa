import type { Account } from '$lib/domain/chat/account';
import type { Capabilities } from '$lib/domain/capabilities/model';
import type { Chat } from '$lib/domain/chat/chat';
import type { ChatCache, CachedChats, SaveResult } from '$lib/domain/chat-cache';
import { createInterner } from '$lib/domain/capabilities/intern';
import {
	pack,
	unpack,
	toChats,
	toChatTable,
	VERSION,
	type EncryptedHeader,
	isEncryptedHeader
} from './serialize';
import { cutChats } from './chunks';
import { openDatabase, getSalt, isStoragePossible, runIfAllowed, type Database } from './database';
import { createEncryption, type Encryption, type Owner } from './encryption';
import { DatabaseStore, type StoredCache, type Header } from './database-store';

export interface CacheOptions extends Owner {
	/** Interns capabilities, so that equal ones are one object in the whole app. */
	share?: (capabilities: Capabilities) => Capabilities;
	/** Awaited before each chunk is compressed, which takes most of a frame. */
	rest?: () => Promise<void>;
}

interface Opened {
	database: Database;
	store: DatabaseStore;
	lock: Encryption;
}

/** Chats stored under a mark. */
interface Chunk {
	mark: string;
	chats: readonly Chat[];
}

/** Attempts to save: after so many failures, another tab has saved nearly the same chats. */
const TRIES = 3;

/**
 * Chunks are written one by one, each under a digest of its content, and never changed. The header
 * that names them is written last, in the transaction that deletes chunks of the previous header. So
 * an interrupted save changes nothing, and tabs with the same chats share their chunks.
 */
export class EncryptedCache implements ChatCache {
	readonly #opening: Promise<Opened | null>;
	readonly #share: (capabilities: Capabilities) => Capabilities;
	readonly #rest: () => Promise<void>;
	/** Stored chunks by their first chat: these need not be compressed again to find their mark. */
	#known = new Map<Chat, Chunk>();
	#isSaving = false;
	#isFull = false;
	#isForgotten = false;

	constructor({ share = createInterner(), rest = async () => {}, ...owner }: CacheOptions) {
		this.#share = share;
		this.#rest = rest;
		this.#opening = runIfAllowed(() => open(owner), null);
	}

	async *load(signal: AbortSignal): AsyncGenerator<CachedChats> {
		const opened = await this.#opening;
		const found = opened && (await runIfAllowed(() => opened.store.read(), null));
		if (!found || signal.aborted) return;
		if (found === 'damaged' || !(yield* this.#read(opened, found, signal))) {
			await runIfAllowed(() => opened.store.forget(), undefined);
		}
	}

	/** @returns false if something is damaged */
	async *#read({ lock }: Opened, { head, chunks }: StoredCache, signal: AbortSignal) {
		const cover = await decryptHeader(lock, head);
		if (!cover) return false;
		const { accounts, bundleID } = cover;
		for (const [place, mark] of head.marks.entries()) {
			const sealed = await runIfAllowed(() => Promise.resolve(chunks[place]), undefined);
			const packed = await lock.open(sealed, mark);
			const chats = packed && toChats(await unpack(packed), this.#share);
			if (!chats) return false;
			if (signal.aborted) return true;
			this.#know({ mark, chats });
			yield { chats, accounts, at: head.at, ...(bundleID !== undefined && { bundleID }) };
		}
		return true;
	}

	async save(
		chats: readonly Chat[],
		accounts: readonly Account[],
		at: number,
		bundleID?: string
	): Promise<SaveResult> {
		const opened = await this.#opening;
		if (!opened || this.#isForgotten) return 'unavailable';
		if (this.#isFull) return 'full';
		if (this.#isSaving) return 'busy';
		this.#isSaving = true;
		try {
			const cover: EncryptedHeader = {
				version: VERSION,
				accounts,
				...(bundleID !== undefined && { bundleID })
			};
			return await this.#write(opened, cutChats(chats), cover, at);
		} catch (error) {
			if (!(error instanceof DOMException)) throw error;
			if (error.name !== 'QuotaExceededError') return 'unavailable';
			this.#isFull = true;
			// A cache that cannot be updated would only become older.
			await runIfAllowed(() => opened.store.forget(), undefined);
			return 'full';
		} finally {
			this.#isSaving = false;
		}
	}

	async #write(
		{ store, lock }: Opened,
		pieces: readonly (readonly Chat[])[],
		cover: EncryptedHeader,
		at: number
	): Promise<SaveResult> {
		for (let tries = 0; tries < TRIES; tries++) {
			const there = await store.marks();
			const chunks: Chunk[] = [];
			for (const chats of pieces) {
				const known = this.#knownAs(chats);
				const isThere = known !== undefined && there.has(known.mark);
				if (!isThere) await this.#rest();
				chunks.push(isThere ? known : await writeChunk(chats, store, lock, there));
			}
			if (this.#isForgotten) return 'unavailable';
			const head = await encryptHeader(cover, lock, {
				at,
				marks: chunks.map(({ mark }) => mark)
			});
			this.#known.clear();
			for (const chunk of chunks) this.#know(chunk);
			if (await store.commit(head)) return 'saved';
		}
		return 'busy';
	}

	#know(chunk: Chunk) {
		if (chunk.chats[0]) this.#known.set(chunk.chats[0], chunk);
	}

	/**
	 * The stored chunk of these chats, if any: chats are immutable, so the same objects have the same
	 * content.
	 */
	#knownAs(chats: readonly Chat[]): Chunk | undefined {
		const known = chats[0] && this.#known.get(chats[0]);
		if (known?.chats.length !== chats.length) return undefined;
		return known.chats.every((chat, place) => chat === chats[place]) ? known : undefined;
	}

	async forget() {
		this.#isForgotten = true;
		const opened = await this.#opening;
		if (opened) await runIfAllowed(() => opened.store.forget(), undefined);
	}

	close() {
		void this.#opening.then((opened) => opened?.database.close());
	}
}

async function open(owner: Owner): Promise<Opened> {
	const database = await openDatabase();
	const lock = await createEncryption(owner, await getSalt(database));
	return { database, lock, store: new DatabaseStore(database, lock.name) };
}

async function writeChunk(
	chats: readonly Chat[],
	store: DatabaseStore,
	lock: Encryption,
	there: ReadonlySet<string>
): Promise<Chunk> {
	const packed = await pack(toChatTable(chats));
	const mark = await lock.mark(packed);
	if (!there.has(mark)) await store.put(mark, await lock.seal(packed, mark));
	return { mark, chats };
}

/** The unencrypted fields of a header, authenticated with the encrypted part. */
function toContext({ at, marks }: Pick<Header, 'at' | 'marks'>): string {
	return JSON.stringify([at, marks]);
}

export async function encryptHeader(
	cover: EncryptedHeader,
	lock: Encryption,
	plain: Pick<Header, 'at' | 'marks'>
): Promise<Header> {
	return { ...plain, sealed: await lock.seal(await pack(cover), toContext(plain)) };
}

/** @returns null if the header is damaged or of another version */
export async function decryptHeader(
	lock: Encryption,
	head: Header
): Promise<EncryptedHeader | null> {
	const packed = await lock.open(head.sealed, toContext(head));
	const cover = packed && (await unpack(packed));
	return isEncryptedHeader(cover) ? cover : null;
}

/** Stores nothing. */
export const NO_CACHE: ChatCache = {
	async *load() {},
	save: () => Promise.resolve('unavailable'),
	forget: () => Promise.resolve(),
	close: () => {}
};

/** Starts opening the database at once; the methods wait for it. */
export function openCache(options: CacheOptions): ChatCache {
	return isStoragePossible() ? new EncryptedCache(options) : NO_CACHE;
}
