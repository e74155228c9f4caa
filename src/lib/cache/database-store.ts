import type { Bytes } from './bytes';
import { settle, type Database } from './database';

/** What a cache consists of. It counts only once it is written, and then all its chunks are there. */
export interface Head {
	/** Epoch milliseconds of what it holds. */
	at: number;
	/** The marks of its chunks, in order. */
	marks: readonly string[];
	sealed: unknown;
}

/** A cache as it lay in the database at one moment. */
export interface Found {
	head: Head;
	/** In the order of the head's marks; unknown what is there. */
	chunks: readonly Promise<unknown>[];
}

/** Caches that nobody wrote to for so long go: nobody has the tokens of most of them any more. */
const LONGEST_UNUSED = 30 * 86_400_000;

/** Reads and writes one cache, whatever it holds. Every method throws `DOMException` when it may not. */
export class Store {
	readonly #database: Database;
	readonly #name: string;

	constructor(database: Database, name: string) {
		this.#database = database;
		this.#name = name;
	}

	/** @returns null when there is none, `damaged` when it is not one */
	async read(): Promise<Found | 'damaged' | null> {
		const transaction = this.#database.transaction(['heads', 'chunks']);
		const store = transaction.objectStore('chunks');
		const head = await transaction.objectStore('heads').get(this.#name);
		if (head === undefined) return null;
		if (!isHead(head)) return 'damaged';
		// All are asked for while the transaction lasts: another tab may write a moment later.
		const chunks = head.marks.map((mark) => store.get([this.#name, mark]));
		// Who stops early does not wait for the rest, and nobody else would catch what fails there.
		for (const chunk of [...chunks, transaction.done]) chunk.catch(() => undefined);
		return { head, chunks };
	}

	/** Of the chunks that are there, whether a head names them or not. */
	async marks(): Promise<Set<string>> {
		const keys = await this.#database.getAllKeys('chunks', chunksOf(this.#name));
		return new Set(keys.map(([, mark]) => mark));
	}

	async put(mark: string, sealed: Bytes): Promise<void> {
		const transaction = this.#database.transaction('chunks', 'readwrite');
		await settle(transaction, transaction.store.put(sealed, [this.#name, mark]));
	}

	/**
	 * Let a head count from now on, and delete what none needs.
	 *
	 * @returns false, with nothing changed, when one of its chunks is gone: another tab was faster
	 */
	async commit(head: Head): Promise<boolean> {
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
				if (isHead(other) && other.at > head.at - LONGEST_UNUSED) continue;
				await heads.delete(owner);
				owners.delete(owner);
			}
			return owners;
		}

		return settle(transaction, replace());
	}

	/** Delete this cache, and none else. */
	async forget(): Promise<void> {
		const transaction = this.#database.transaction(['heads', 'chunks'], 'readwrite');
		const heads = transaction.objectStore('heads').delete(this.#name);
		const chunks = transaction.objectStore('chunks').delete(chunksOf(this.#name));
		await settle(transaction, Promise.all([heads, chunks]));
	}
}

/** An array is greater than every text. */
function chunksOf(name: string): IDBKeyRange {
	return IDBKeyRange.bound([name], [name, []]);
}

export function isHead(value: unknown): value is Head {
	if (typeof value !== 'object' || value === null) return false;
	if (!('at' in value && 'marks' in value && 'sealed' in value)) return false;
	const { at, marks } = value;
	return (
		typeof at === 'number' &&
		Array.isArray(marks) &&
		marks.every((mark) => typeof mark === 'string')
	);
}
