import type { Snapshot } from '$lib/domain/capabilities/snapshot/snapshot';
import {
	SnapshotError,
	type SnapshotFailure
} from '$lib/domain/capabilities/snapshot/snapshot-error';
import type { Oddity } from '$lib/domain/connection/source';

/** A snapshot that somebody opened. */
export interface OpenedSnapshot {
	snapshot: Snapshot;
	/** What in it could not be read and was left out. */
	oddities: readonly Oddity[];
	/** The name of its file; absent when it came by link. */
	fileName?: string;
}

/** What comes of reading a snapshot. */
export type SnapshotReading = Pick<OpenedSnapshot, 'snapshot' | 'oddities'>;

/** A place for one snapshot. One that cannot be opened leaves the earlier one where it is. */
export class SnapshotSlot {
	#opened = $state.raw<OpenedSnapshot>();
	#failure = $state.raw<SnapshotFailure>();
	#turn = 0;

	get opened() {
		return this.#opened;
	}

	/** Why the last one could not be opened. */
	get failure() {
		return this.#failure;
	}

	/** When several are on their way, the last one asked for stays. */
	async open(reading: Promise<SnapshotReading>, fileName?: string) {
		const turn = ++this.#turn;
		this.#failure = undefined;
		try {
			const { snapshot, oddities } = await reading;
			if (turn !== this.#turn) return;
			this.put({ snapshot, oddities, ...(fileName !== undefined && { fileName }) });
		} catch (error) {
			if (!(error instanceof SnapshotError)) throw error;
			if (turn === this.#turn) this.#failure = error.failure;
		}
	}

	/** @param opened - undefined empties it */
	put(opened: OpenedSnapshot | undefined) {
		this.#turn += 1;
		this.#failure = undefined;
		this.#opened = opened;
	}
}
