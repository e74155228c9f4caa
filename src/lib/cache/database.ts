import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Bytes } from './bytes';

/** Values are unknown: what a disk holds is believed once the owner's key has opened it. */
interface Stores extends DBSchema {
	salts: { key: string; value: unknown };
	/** By the name of the cache. */
	heads: { key: string; value: unknown };
	/** By the name of the cache and the mark of the chunk. */
	chunks: { key: [name: string, mark: string]; value: unknown };
}

export type Database = IDBPDatabase<Stores>;

const NAME = 'beeper-dashboard';
const STORES = ['salts', 'heads', 'chunks'] as const;
const SALT_LENGTH = 32;
/** Milliseconds: behind a deletion that waits for a tab that sleeps, everything else waits too. */
const LONGEST_WAIT = 1_000;

/** One for all caches. @throws DOMException where the browser forbids it */
export async function openDatabase(): Promise<Database> {
	const database = await openDB<Stores>(NAME, 1, {
		upgrade(fresh) {
			for (const store of STORES) fresh.createObjectStore(store);
		},
		// Another tab signs out: it must not wait for this one, which from here on keeps nothing.
		blocking: () => database.close()
	});
	return database;
}

/** The database's own; made when there is none. @throws DOMException */
export async function saltOf(database: Database): Promise<Bytes> {
	const transaction = database.transaction('salts', 'readwrite');

	async function findOrMake(): Promise<Bytes> {
		const known = await transaction.store.get('salt');
		if (known instanceof Uint8Array) return Uint8Array.from(known);
		const salt = crypto.getRandomValues(new Uint8Array(SALT_LENGTH));
		await transaction.store.put(salt, 'salt');
		return salt;
	}

	return settle(transaction, findOrMake());
}

interface Ending {
	readonly done: Promise<void>;
	readonly error: DOMException | null;
}

/** The work's result once the transaction is over. What fails for want of room says so there only. */
export async function settle<Result>(transaction: Ending, work: Promise<Result>): Promise<Result> {
	try {
		const [result] = await Promise.all([work, transaction.done]);
		return result;
	} catch (error) {
		throw transaction.error ?? error;
	}
}

/**
 * Forget the chats of every server, for Sign out. Caches that are open, in other tabs too, keep
 * nothing from here on.
 *
 * @returns false where the browser would not, or not yet: most often it keeps nothing for this page anyway
 */
export async function eraseCaches(): Promise<boolean> {
	const isEmpty = await isDone(empty);
	const isGone = await isDone(remove);
	return isEmpty || isGone;
}

async function empty() {
	const database = await openDatabase();
	const transaction = database.transaction(STORES, 'readwrite');
	try {
		const cleared = STORES.map((store) => transaction.objectStore(store).clear());
		await settle(transaction, Promise.all(cleared));
	} finally {
		database.close();
	}
}

/** A tab that sleeps may hold the database open: then it is empty already and goes later. */
async function remove() {
	await new Promise<void>((resolve, reject) => {
		deleteDB(NAME, { blocked: () => resolve() }).then(resolve, reject);
	});
}

/** Done within reason: it goes on all the same, and in its turn. */
async function isDone(work: () => Promise<void>): Promise<boolean> {
	const done = work().then(
		() => true,
		// Whatever is wrong with the storage, the other way is still tried.
		() => false
	);
	const late = new Promise<false>((resolve) => setTimeout(resolve, LONGEST_WAIT, false));
	return Promise.race([done, late]);
}
