import type { Account } from '$lib/domain/chat/account';
import type { Capabilities } from '$lib/domain/capabilities/model';
import type { Chat } from '$lib/domain/chat/chat';
import { pack, unpack } from './bytes';
import type { ChatCache, Remembered, SaveResult } from '$lib/domain/chat-cache';
import { cutChats } from './chunks';
import { closeCover, openCover } from './cover';
import { openDatabase, saltOf, type Database } from './database';
import { createLock, type Lock, type Owner } from './encryption';
import { chatsOf, sheetOf, VERSION, type Cover } from './serialize';
import { createInterner } from '$lib/domain/capabilities/intern';
import { Store, type Found } from './database-store';

export interface CacheOptions extends Owner {
	/** Given equal capabilities, answers with one object: for all who read chats to have the same. */
	share?: (capabilities: Capabilities) => Capabilities;
	/** Waited for before each chunk is packed, which takes most of a frame. */
	rest?: () => Promise<void>;
}

interface Opened {
	database: Database;
	store: Store;
	lock: Lock;
}

/** Chats that lie in the database under a mark. */
interface Chunk {
	mark: string;
	chats: readonly Chat[];
}

/** Another tab that keeps coming first will have saved much the same. */
const TRIES = 3;

/**
 * Chunks are written one by one, each under a mark of its own content and never changed; the head
 * that names them comes last, in the transaction that deletes what the head before it named. So a
 * save that is cut off changes nothing, and tabs with the same chats share their chunks.
 */
export class StoredCache implements ChatCache {
	readonly #opening: Promise<Opened | null>;
	readonly #share: (capabilities: Capabilities) => Capabilities;
	readonly #rest: () => Promise<void>;
	/** By their first chat: what need not be packed again to know its mark. */
	#known = new Map<Chat, Chunk>();
	#isSaving = false;
	#isFull = false;
	#isForgotten = false;

	constructor({ share = createInterner(), rest = async () => {}, ...owner }: CacheOptions) {
		this.#share = share;
		this.#rest = rest;
		this.#opening = allowed(() => open(owner), null);
	}

	async *load(signal: AbortSignal): AsyncGenerator<Remembered> {
		const opened = await this.#opening;
		const found = opened && (await allowed(() => opened.store.read(), null));
		if (!found || signal.aborted) return;
		if (found === 'damaged' || !(yield* this.#read(opened, found, signal))) {
			await allowed(() => opened.store.forget(), undefined);
		}
	}

	/** @returns false when something is damaged */
	async *#read({ lock }: Opened, { head, chunks }: Found, signal: AbortSignal) {
		const cover = await openCover(lock, head);
		if (!cover) return false;
		const { accounts, bundleID } = cover;
		for (const [place, mark] of head.marks.entries()) {
			const sealed = await allowed(() => Promise.resolve(chunks[place]), undefined);
			const packed = await lock.open(sealed, mark);
			const chats = packed && chatsOf(await unpack(packed), this.#share);
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
			const cover: Cover = {
				version: VERSION,
				accounts,
				...(bundleID !== undefined && { bundleID })
			};
			return await this.#write(opened, cutChats(chats), cover, at);
		} catch (error) {
			if (!(error instanceof DOMException)) throw error;
			if (error.name !== 'QuotaExceededError') return 'unavailable';
			this.#isFull = true;
			// What cannot be renewed would grow ever older.
			await allowed(() => opened.store.forget(), undefined);
			return 'full';
		} finally {
			this.#isSaving = false;
		}
	}

	async #write(
		{ store, lock }: Opened,
		pieces: readonly (readonly Chat[])[],
		cover: Cover,
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
			const head = await closeCover(cover, lock, {
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

	/** Chats are never changed, so the same objects are the same content. */
	#knownAs(chats: readonly Chat[]): Chunk | undefined {
		const known = chats[0] && this.#known.get(chats[0]);
		if (known?.chats.length !== chats.length) return undefined;
		return known.chats.every((chat, place) => chat === chats[place]) ? known : undefined;
	}

	async forget() {
		this.#isForgotten = true;
		const opened = await this.#opening;
		if (opened) await allowed(() => opened.store.forget(), undefined);
	}

	close() {
		void this.#opening.then((opened) => opened?.database.close());
	}
}

async function open(owner: Owner): Promise<Opened> {
	const database = await openDatabase();
	const lock = await createLock(owner, await saltOf(database));
	return { database, lock, store: new Store(database, lock.name) };
}

async function writeChunk(
	chats: readonly Chat[],
	store: Store,
	lock: Lock,
	there: ReadonlySet<string>
): Promise<Chunk> {
	const packed = await pack(sheetOf(chats));
	const mark = await lock.mark(packed);
	if (!there.has(mark)) await store.put(mark, await lock.seal(packed, mark));
	return { mark, chats };
}

/** What may be forbidden, fail on disk or come after closing: none of it is more than a pity. */
async function allowed<Result>(work: () => Promise<Result>, otherwise: Result): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof DOMException) return otherwise;
		throw error;
	}
}
