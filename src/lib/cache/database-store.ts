import type { Bytes } from './serialize';
import { settleTransaction, type Database } from './database';

/** The header of a cache names its chunks. It is written last, when all chunks are stored. */
export interface Header {
	/** Epoch milliseconds at which its chats were current. */
	at: number;
	/** The marks of its chunks, in order. */
	marks: readonly string[];
	sealed: unknown;
}

/** A stored cache, read in one transaction. */
export interface StoredCache {
	head: Header;
	/** In the order of the header’s marks; not validated. */
	chunks: readonly Promise<unknown>[];
}

/** Milliseconds. Unused caches are deleted: the tokens of most are gone by then. */
const LONGEST_UNUSED = 30 * 86_400_000;

/** Reads and writes the header and chunks of one cache. Methods throw `DOMException` if storage is denied. */
export class DatabaseStore {
	readonly #database: Database;
	readonly #name: string;

	constructor(database: Database, name: string) {
		this.#database = database;
		this.#name = name;
	}

	/** @returns null if there is no cache, `damaged` if its header is invalid */
	async read(): Promise<StoredCache | 'damaged' | null> {
		const transaction = this.#database.transaction(['heads', 'chunks']);
		const store = transaction.objectStore('chunks');
		const head = await transaction.objectStore('heads').get(this.#name);
		if (head === undefined) return null;
		if (!isHeader(head)) return 'damaged';
		// All reads start in one transaction: another tab may write right after it.
		const chunks = head.marks.map((mark) => store.get([this.#name, mark]));
		// A caller that stops early leaves promises unawaited; their errors must not be unhandled.
		for (const chunk of [...chunks, transaction.done]) chunk.catch(() => undefined);
		return { head, chunks };
	}

	/** The marks of all stored chunks, named by the header or not. */
	async marks(): Promise<Set<string>> {
		const keys = await this.#database.getAllKeys('chunks', getChunkRange(this.#name));
		return new Set(keys.map(([, mark]) => mark));
	}

	async put(mark: string, sealed: Bytes): Promise<void> {
		const transaction = this.#database.transaction('chunks', 'readwrite');
		await settleTransaction(transaction, transaction.store.put(sealed, [this.#name, mark]));
	}

	/**
	 * Replaces the header and deletes unused chunks and caches.
	 *
	 * @returns false, with nothing changed, if one of its chunks was deleted by another tab
	 */
	async commit(head: Header): Promise<boolean> {
		const transaction = this.#database.transaction(['heads', 'chunks'], 'readwrite');
		const heads = transaction.objectStore('heads');
		const chunks = transaction.objectStore('chunks');
		const name = this.#name;

		async function replace(): Promise<boolean> {
			const keys = await chunks.getAllKeys();
			const there = new Set(keys.filter(([owner]) => owner === name).map(([, mark]) => mark));
			if (!head.marks.every((mark) => there.has(mark))) return false;
			await heads.put(head, name);
			const owners = await deleteUnused();
			const needed = new Set(head.marks);
			const idle = keys.filter(([owner, mark]) =>
				owner === name ? !needed.has(mark) : !owners.has(owner)
			);
			await Promise.all(idle.map((key) => chunks.delete(key)));
			return true;
		}

		async function deleteUnused(): Promise<Set<string>> {
			const owners = new Set(await heads.getAllKeys());
			for (const owner of owners) {
				const other = await heads.get(owner);
				if (isHeader(other) && other.at > head.at - LONGEST_UNUSED) continue;
				await heads.delete(owner);
				owners.delete(owner);
			}
			return owners;
		}

		return settleTransaction(transaction, replace());
	}

	/** Deletes this cache only. */
	async forget(): Promise<void> {
		const transaction = this.#database.transaction(['heads', 'chunks'], 'readwrite');
		const heads = transaction.objectStore('heads').delete(this.#name);
		const chunks = transaction.objectStore('chunks').delete(getChunkRange(this.#name));
		await settleTransaction(transaction, Promise.all([heads, chunks]));
	}
}

/** IndexedDB sorts arrays after strings, so `[]` is an upper bound. */
function getChunkRange(name: string): IDBKeyRange {
	return IDBKeyRange.bound([name], [name, []]);
}

export function isHeader(value: unknown): value is Header {
	if (typeof value !== 'object' || value === null) return false;
	if (!('at' in value && 'marks' in value && 'sealed' in value)) return false;
	const { at, marks } = value;
	return (
		typeof at === 'number' &&
		Array.isArray(marks) &&
		marks.every((mark) => typeof mark === 'string')
	);
}
