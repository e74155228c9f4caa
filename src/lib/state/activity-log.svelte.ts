import type { LogEntry } from '$lib/domain/mutations/result';
import { canUndo } from '$lib/domain/mutations/undo';
import type { Chat } from '$lib/domain/chat/chat';
import type { Mutation } from '$lib/domain/mutations/mutation';

/** Every write of this tab, newest first. Gone with the tab. */
export class Activity {
	#entries = $state.raw<readonly LogEntry[]>([]);
	#lastID = 0;

	get entries() {
		return this.#entries;
	}

	/** A number for what a person does next: see `LogEntry.groupId`. */
	newGroupId(): number {
		return ++this.#lastID;
	}

	/** @returns the ID of the entry, which is pending until it is settled */
	begin(entry: {
		groupId: number;
		at: number;
		mutation: Mutation;
		before: Chat | undefined;
	}): number {
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

	/** The writes of a deed that can still be taken back, newest first. */
	undoable(groupId: number, now: number): readonly LogEntry[] {
		return this.#entries.filter((entry) => entry.groupId === groupId && canUndo(entry, now));
	}

	/** A write that takes something back was done: it is not to be done again. */
	strike(mutation: Mutation) {
		this.#entries = this.#entries.map((entry) => {
			if (!entry.undo.includes(mutation)) return entry;
			const undo = entry.undo.filter((other) => other !== mutation);
			return { ...entry, undo, isUndone: undo.length === 0 };
		});
	}

	/**
	 * Until when what is left of a deed may be taken back: epoch milliseconds, which may have passed.
	 *
	 * @returns null when nothing of it is left to be taken back
	 */
	undoUntil(groupId: number): number | null {
		const left = this.#entries.find(
			(entry) => entry.groupId === groupId && entry.undo.length > 0 && !entry.isUndone
		);
		return left?.undoUntil ?? null;
	}

	/** The newest deed that can be taken back; undefined when there is none. */
	latestGroupId(now: number): number | undefined {
		return this.#entries.find((entry) => canUndo(entry, now))?.groupId;
	}

	/** A deed that took long, or whose undoing did, may be taken back from its end on. */
	renew(groupId: number, undoUntil: number) {
		this.#entries = this.#entries.map((entry) =>
			entry.groupId === groupId ? { ...entry, undoUntil } : entry
		);
	}

	/** Forget everything, as when the person signs out. */
	clear() {
		this.#entries = [];
	}
}
