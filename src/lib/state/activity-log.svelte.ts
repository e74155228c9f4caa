import type { LogEntry } from '$lib/domain/mutations/result';
import { canUndo, canUndoLate } from '$lib/domain/mutations/undo';
import type { Mutation } from '$lib/domain/mutations/mutation';

/** Every mutation of this tab, newest first. Not stored. */
export class ActivityLog {
	#entries = $state.raw<readonly LogEntry[]>([]);
	#lastID = 0;

	get entries() {
		return this.#entries;
	}

	/** The ID of a new group: see `LogEntry.groupId`. */
	newGroupId(): number {
		return ++this.#lastID;
	}

	/** @returns the ID of the entry, which is pending until it is settled */
	begin(
		entry: Pick<LogEntry, 'groupId' | 'at' | 'mutation' | 'before'> &
			Partial<Pick<LogEntry, 'undoes'>>
	): number {
		const id = ++this.#lastID;
		const pending: LogEntry = {
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

	settle(id: number, change: Partial<Omit<LogEntry, 'id' | 'groupId'>>) {
		this.#entries = this.#entries.map((entry) =>
			entry.id === id ? { ...entry, ...change } : entry
		);
	}

	/** The mutations of a group that can still be undone, newest first. */
	getUndoable(groupId: number, now: number): readonly LogEntry[] {
		return this.#entries.filter((entry) => entry.groupId === groupId && canUndo(entry, now));
	}

	/**
	 * The mutations of a group that can be undone at any time, newest first, if their chats are read
	 * first.
	 */
	getUndoableLate(groupId: number): readonly LogEntry[] {
		return this.#entries.filter((entry) => entry.groupId === groupId && canUndoLate(entry));
	}

	/** Records that a mutation was undone, so that it is not undone again. */
	markUndone(mutation: Mutation) {
		this.#entries = this.#entries.map((entry) => {
			if (!entry.undo.includes(mutation)) return entry;
			const undo = entry.undo.filter((other) => other !== mutation);
			return { ...entry, undo, isUndone: undo.length === 0 };
		});
	}

	/**
	 * Epoch milliseconds until which the rest of a group may be undone; may be in the past.
	 *
	 * @returns null if no mutation of the group can be undone any more
	 */
	getUndoUntil(groupId: number): number | null {
		const left = this.#entries.find((entry) => entry.groupId === groupId && canUndoLate(entry));
		return left?.undoUntil ?? null;
	}

	/** The newest group that can be undone; undefined when there is none. */
	getLatestGroupId(now: number): number | undefined {
		return this.#entries.find((entry) => canUndo(entry, now))?.groupId;
	}

	/**
	 * Moves the undo deadline of a group, which counts from the end of a long run or undo.
	 *
	 * @param undoUntil - epoch milliseconds
	 */
	renew(groupId: number, undoUntil: number) {
		this.#entries = this.#entries.map((entry) =>
			entry.groupId === groupId ? { ...entry, undoUntil } : entry
		);
	}

	/** Removes all entries, as on signing out. */
	clear() {
		this.#entries = [];
	}
}
