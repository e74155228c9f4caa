import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Bytes } from './serialize';

/** Values are unknown: stored data is trusted only after decryption with the owner's key. */
interface Stores extends DBSchema {
	salts: { key: string; value: unknown };
	/** By the name of the cache. */
	heads: { key: string; value: unknown };
	/** By the name of the cache and the mark of the chunk. */
	chunks: { key: [name: string, mark: string]; value: unknown };
	/** By the address of the server and the day. */
	snapshots: { key: [server: string, taken: string]; value: unknown };
}

export type Database = IDBPDatabase<Stores>;

const NAME = 'beeper-dashboard';
/** Version 1 had no snapshots. */
const VERSION = 2;
const STORES = ['salts', 'heads', 'chunks', 'snapshots'] as const;
const SALT_LENGTH = 32;
/** Milliseconds. A deletion that waits for a sleeping tab blocks all later requests. */
const LONGEST_WAIT = 1_000;

/** Opens the database of all caches and snapshots. @throws DOMException if the browser forbids it */
export async function openDatabase(): Promise<Database> {
	const database = await openDB<Stores>(NAME, VERSION, {
		upgrade(earlier) {
			for (const store of STORES)
				if (!earlier.objectStoreNames.contains(store)) earlier.createObjectStore(store);
		},
		// Another tab is signing out and must not wait for this one, which stores nothing from here on.
		blocking: () => database.close()
	});
	return database;
}

/** The database’s salt, created on first use. @throws DOMException */
export async function getSalt(database: Database): Promise<Bytes> {
	const transaction = database.transaction('salts', 'readwrite');

	async function findOrMake(): Promise<Bytes> {
		const known = await transaction.store.get('salt');
		if (known instanceof Uint8Array) return Uint8Array.from(known);
		const salt = crypto.getRandomValues(new Uint8Array(SALT_LENGTH));
		await transaction.store.put(salt, 'salt');
		return salt;
	}

	return settleTransaction(transaction, findOrMake());
}

/** True where the browser has everything that stored chats and snapshots need. */
export function isStoragePossible(): boolean {
	try {
		// Absent in an insecure context, in old browsers and in some private windows.
		return [indexedDB, crypto.subtle, CompressionStream].every(Boolean);
	} catch {
		// Even reading a forbidden global may throw.
		return false;
	}
}

/** Storage may be forbidden, fail or be closed: what is stored is optional, so `otherwise` is the result. */
export async function runIfAllowed<Result>(
	work: () => Promise<Result>,
	otherwise: Result
): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof DOMException) return otherwise;
		throw error;
	}
}

interface TransactionEnd {
	readonly done: Promise<void>;
	readonly error: DOMException | null;
}

/** The result of `work` once the transaction has completed. Quota errors appear only on the transaction. */
export async function settleTransaction<Result>(
	transaction: TransactionEnd,
	work: Promise<Result>
): Promise<Result> {
	try {
		const [result] = await Promise.all([work, transaction.done]);
		return result;
	} catch (error) {
		throw transaction.error ?? error;
	}
}

/**
 * Deletes the caches and snapshots of all servers, for Sign out. Open caches, in other tabs too, store
 * nothing from then on.
 *
 * @returns false if the browser refused, or has not finished; most often it stores nothing for this page
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
		await settleTransaction(transaction, Promise.all(cleared));
	} finally {
		database.close();
	}
}

/** A sleeping tab may hold the database open: it is empty then and is deleted later. */
async function remove() {
	await new Promise<void>((resolve, reject) => {
		deleteDB(NAME, { blocked: () => resolve() }).then(resolve, reject);
	});
}

/** Resolves to true when the work is done within a time limit; it goes on after that. */
async function isDone(work: () => Promise<void>): Promise<boolean> {
	const done = work().then(
		() => true,
		// A failure counts as not done, so the other way is still tried.
		() => false
	);
	const late = new Promise<false>((resolve) => setTimeout(resolve, LONGEST_WAIT, false));
	return Promise.race([done, late]);
}
