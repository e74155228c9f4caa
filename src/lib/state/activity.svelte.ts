import type { Entry } from '$lib/domain/mutations/result';
import { canUndo } from '$lib/domain/mutations/undoable';
import type { Chat } from '$lib/domain/chat/chat';
import type { Write } from '$lib/domain/mutations/mutation';

/** Every write of this tab, newest first. Gone with the tab. */
export class Activity {
	#entries = $state.raw<readonly Entry[]>([]);
	#lastID = 0;

	get entries() {
		return this.#entries;
	}

	/** A number for what a person does next: see `Entry.deed`. */
	nextDeed(): number {
		return ++this.#lastID;
	}

	/** @returns the ID of the entry, which is pending until it is settled */
	begin(entry: { deed: number; at: number; write: Write; before: Chat | undefined }): number {
		const id = ++this.#lastID;
		const pending: Entry = {
			...entry,
			id,
			after: undefined,
			outcome: { kind: 'pending' },
			status: undefined,
			answer: '',
			undo: [],
			undoUntil: 0,
			isUndone: false
		};
		this.#entries = [pending, ...this.#entries];
		return id;
	}

	settle(id: number, change: Partial<Omit<Entry, 'id' | 'deed'>>) {
		this.#entries = this.#entries.map((entry) =>
			entry.id === id ? { ...entry, ...change } : entry
		);
	}

	/** The writes of a deed that can still be taken back, newest first. */
	undoable(deed: number, now: number): readonly Entry[] {
		return this.#entries.filter((entry) => entry.deed === deed && canUndo(entry, now));
	}

	/** A write that takes something back was done: it is not to be done again. */
	strike(write: Write) {
		this.#entries = this.#entries.map((entry) => {
			if (!entry.undo.includes(write)) return entry;
			const undo = entry.undo.filter((other) => other !== write);
			return { ...entry, undo, isUndone: undo.length === 0 };
		});
	}

	/**
	 * Until when what is left of a deed may be taken back: epoch milliseconds, which may have passed.
	 *
	 * @returns null when nothing of it is left to be taken back
	 */
	undoUntil(deed: number): number | null {
		const left = this.#entries.find(
			(entry) => entry.deed === deed && entry.undo.length > 0 && !entry.isUndone
		);
		return left?.undoUntil ?? null;
	}

	/** The newest deed that can be taken back; undefined when there is none. */
	latestDeed(now: number): number | undefined {
		return this.#entries.find((entry) => canUndo(entry, now))?.deed;
	}

	/** A deed that took long, or whose undoing did, may be taken back from its end on. */
	renew(deed: number, undoUntil: number) {
		this.#entries = this.#entries.map((entry) =>
			entry.deed === deed ? { ...entry, undoUntil } : entry
		);
	}

	/** Forget everything, as when the person signs out. */
	clear() {
		this.#entries = [];
	}
}
