import { SnapshotSlot, type SnapshotReading } from './snapshot-slot.svelte';

/** A file on its way. */
interface Arrival {
	fileName: string;
	reading: Promise<SnapshotReading>;
}

/** Two snapshots to be compared, or one to be looked at. */
export class SnapshotPair {
	/** Swapped as wholes, so that what is on its way arrives where it now belongs. */
	#before = $state.raw(new SnapshotSlot());
	#after = $state.raw(new SnapshotSlot());

	get before() {
		return this.#before;
	}

	/** Where a single one goes. */
	get after() {
		return this.#after;
	}

	swap() {
		[this.#before, this.#after] = [this.#after, this.#before];
	}

	/** One or two, for whichever place is free; the older one of two comes before. More are left out. */
	async add([first, second]: readonly Arrival[]) {
		if (!first) return;
		const place = this.#after.opened && !this.#before.opened ? this.#before : this.#after;
		const other = place === this.#after ? this.#before : this.#after;
		await Promise.all([
			place.open(first.reading, first.fileName),
			second && other.open(second.reading, second.fileName)
		]);
		this.#order();
	}

	#order() {
		const [before, after] = [this.#before.opened, this.#after.opened];
		if (before && after && before.snapshot.taken > after.snapshot.taken) this.swap();
	}
}
