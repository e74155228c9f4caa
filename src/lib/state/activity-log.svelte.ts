import { SvelteMap } from 'svelte/reactivity';
import type { LogEntry } from '$lib/domain/mutations/result';
import { canUndo, canUndoLate } from '$lib/domain/mutations/undo';
import { getTargetKey, type Mutation } from '$lib/domain/mutations/mutation';

/** Every mutation of this tab, newest first. Not stored. */
export class ActivityLog {
	/** Oldest first. Changed in place: a copy for each of 10,000 mutations would take seconds. */
	readonly #byID = new SvelteMap<number, LogEntry>();
	/** IDs of the latest entry of each mutation. */
	readonly #ids = new WeakMap<Mutation, number>();
	/** IDs of the entries of mutations with the same target: see `getTargetKey`. */
	readonly #idsByTarget = new SvelteMap<string, readonly number[]>();
	/** IDs of the entries that were undone, by each mutation of their undo. */
	readonly #undoneIDs = new WeakMap<Mutation, number>();
	readonly #entries = $derived([...this.#byID.values()].reverse());
	#lastID = 0;

	/**
	 * A copy of the whole log, made at the first use after a change: too slow to be read for each of
	 * many mutations.
	 */
	get entries(): readonly LogEntry[] {
		return this.#entries;
	}

	/** The last entry of a mutation; undefined when it was not sent. */
	find(mutation: Mutation): LogEntry | undefined {
		const id = this.#ids.get(mutation);
		return id === undefined ? undefined : this.#byID.get(id);
	}

	/** The entries of all mutations with the same target. */
	findSameTarget(mutation: Mutation): readonly LogEntry[] {
		const ids = this.#idsByTarget.get(getTargetKey(mutation)) ?? [];
		return ids.flatMap((id) => this.#byID.get(id) ?? []);
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
		this.#ids.set(entry.mutation, id);
		this.#byID.set(id, pending);
		const target = getTargetKey(entry.mutation);
		this.#idsByTarget.set(target, [...(this.#idsByTarget.get(target) ?? []), id]);
		return id;
	}

	settle(id: number, change: Partial<Omit<LogEntry, 'id' | 'groupId'>>) {
		const entry = this.#byID.get(id);
		if (!entry) return;
		for (const mutation of change.undo ?? []) this.#undoneIDs.set(mutation, id);
		this.#byID.set(id, { ...entry, ...change });
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
		const entry = this.#byID.get(this.#undoneIDs.get(mutation) ?? 0);
		if (!entry?.undo.includes(mutation)) return;
		const undo = entry.undo.filter((other) => other !== mutation);
		this.#byID.set(entry.id, { ...entry, undo, isUndone: undo.length === 0 });
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
		for (const entry of this.#byID.values())
			if (entry.groupId === groupId) this.#byID.set(entry.id, { ...entry, undoUntil });
	}

	/** Removes all entries, as on signing out. */
	clear() {
		this.#byID.clear();
		this.#idsByTarget.clear();
	}
}
