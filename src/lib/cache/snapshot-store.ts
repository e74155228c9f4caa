import type { KeptSnapshot } from '$lib/domain/capabilities/snapshot/history';
import {
	isStoragePossible,
	openDatabase,
	runIfAllowed,
	settleTransaction,
	type Database
} from './database';

/** `unwanted`: nothing was written, as the caller decided. `full` and `unavailable`: nothing was lost. */
export type KeepResult = 'kept' | 'unwanted' | 'full' | 'unavailable';

/**
 * The snapshots that this browser keeps of one server, unencrypted: no names are in them. Each method
 * opens the database for itself, so that it never holds up a sign-out.
 */
export class SnapshotStore {
	readonly #server: string;

	/** @param server - its address */
	constructor(server: string) {
		this.#server = server;
	}

	/** Latest first; empty where the browser allows no storage. */
	async list(): Promise<readonly KeptSnapshot[]> {
		const values = await this.#use((database) => database.getAll('snapshots', this.#range), []);
		return values.filter(isKept).reverse();
	}

	/** The days of all snapshots, ISO, earliest first. */
	async listDays(): Promise<readonly string[]> {
		const keys = await this.#use((database) => database.getAllKeys('snapshots', this.#range), []);
		return keys.map(([, day]) => day);
	}

	/**
	 * Keeps a snapshot, in place of one of the same day.
	 *
	 * @param isWanted - called right before writing, with the days of the kept snapshots, in one
	 * transaction: of two tabs the second one sees the first one's snapshot
	 */
	async keep(
		snapshot: KeptSnapshot,
		isWanted: (days: readonly string[]) => boolean
	): Promise<KeepResult> {
		const range = this.#range;
		const key: [string, string] = [this.#server, snapshot.taken];
		try {
			return await useDatabase(async (database) => {
				const transaction = database.transaction('snapshots', 'readwrite');
				const { store } = transaction;
				async function put(): Promise<KeepResult> {
					const days = (await store.getAllKeys(range)).map(([, day]) => day);
					if (!isWanted(days)) return 'unwanted';
					await store.put(snapshot, key);
					return 'kept';
				}
				return settleTransaction(transaction, put());
			});
		} catch (error) {
			if (!(error instanceof DOMException)) throw error;
			return error.name === 'QuotaExceededError' ? 'full' : 'unavailable';
		}
	}

	async remove(taken: string): Promise<void> {
		await this.#use((database) => database.delete('snapshots', [this.#server, taken]), undefined);
	}

	/** Removes all snapshots of this server. */
	async erase(): Promise<void> {
		await this.#use((database) => database.delete('snapshots', this.#range), undefined);
	}

	/** IndexedDB sorts arrays after strings, so `[]` is an upper bound. */
	get #range(): IDBKeyRange {
		return IDBKeyRange.bound([this.#server], [this.#server, []]);
	}

	#use<Result>(work: (database: Database) => Promise<Result>, otherwise: Result): Promise<Result> {
		return runIfAllowed(() => useDatabase(work), otherwise);
	}
}

/** @throws DOMException where the browser allows no storage */
async function useDatabase<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
	if (!isStoragePossible()) throw new DOMException('', 'NotSupportedError');
	const database = await openDatabase();
	try {
		return await work(database);
	} finally {
		database.close();
	}
}

function isKept(value: unknown): value is KeptSnapshot {
	if (typeof value !== 'object' || value === null) return false;
	return ['taken', 'about', 'fragment'].every((key) => typeof Reflect.get(value, key) === 'string');
}
