import type { Snapshot } from '$lib/domain/capabilities/snapshot/snapshot';
import {
	SnapshotError,
	type SnapshotFailure
} from '$lib/domain/capabilities/snapshot/snapshot-error';
import type { ParseIssue } from '$lib/domain/connection/source';

/** A snapshot that the user opened. */
export interface OpenedSnapshot {
	snapshot: Snapshot;
	/** Parts of it that could not be parsed and were left out. */
	parseIssues: readonly ParseIssue[];
	/** The name of its file; absent if it was opened by link. */
	fileName?: string;
}

/** A snapshot as it was read. */
type SnapshotReading = Pick<OpenedSnapshot, 'snapshot' | 'parseIssues'>;

/** Holds one snapshot. If another cannot be opened, the earlier one stays. */
export class SnapshotSlot {
	#opened = $state.raw<OpenedSnapshot>();
	#failure = $state.raw<SnapshotFailure>();
	#openCount = 0;

	get opened() {
		return this.#opened;
	}

	/** The reason why the last snapshot could not be opened; undefined if it could. */
	get failure() {
		return this.#failure;
	}

	/** If several are being read at once, the one requested last wins. */
	async open(reading: Promise<SnapshotReading>, fileName?: string) {
		const count = ++this.#openCount;
		this.#failure = undefined;
		try {
			const { snapshot, parseIssues } = await reading;
			if (count !== this.#openCount) return;
			this.put({ snapshot, parseIssues, ...(fileName !== undefined && { fileName }) });
		} catch (error) {
			if (!(error instanceof SnapshotError)) throw error;
			if (count === this.#openCount) this.#failure = error.failure;
		}
	}

	/** @param opened - undefined empties it */
	put(opened: OpenedSnapshot | undefined) {
		this.#openCount += 1;
		this.#failure = undefined;
		this.#opened = opened;
	}
}

/** A file that is being read. */
interface SnapshotFile {
	fileName: string;
	reading: Promise<SnapshotReading>;
}

/** Two snapshots to be compared, or one to be viewed. */
export class SnapshotPair {
	/** Swapped as a whole, so that a file that is still being read ends up on the correct side. */
	#before = $state.raw(new SnapshotSlot());
	#after = $state.raw(new SnapshotSlot());

	get before() {
		return this.#before;
	}

	/** The slot for a single snapshot. */
	get after() {
		return this.#after;
	}

	swap() {
		[this.#before, this.#after] = [this.#after, this.#before];
	}

	/**
	 * Adds one or two, into the free slot first; the older one of two becomes `before`. Further files
	 * are ignored.
	 */
	async add([first, second]: readonly SnapshotFile[]) {
		if (!first) return;
		const slot = this.#after.opened && !this.#before.opened ? this.#before : this.#after;
		const other = slot === this.#after ? this.#before : this.#after;
		await Promise.all([
			slot.open(first.reading, first.fileName),
			second && other.open(second.reading, second.fileName)
		]);
		this.#order();
	}

	#order() {
		const [before, after] = [this.#before.opened, this.#after.opened];
		if (before && after && before.snapshot.taken > after.snapshot.taken) this.swap();
	}
}
