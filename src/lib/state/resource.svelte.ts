import type { AsyncState } from '$lib/domain/connection/async-state';
import { SourceError } from '$lib/domain/connection/source-error';

/** One value from the server, which is loaded again whenever its dependencies change. */
export class Resource<Value> {
	#phase = $state.raw<AsyncState<Value>>({ name: 'idle' });

	get phase() {
		return this.#phase;
	}

	/** Undefined while it is not ready. */
	get value(): Value | undefined {
		return this.#phase.name === 'ready' ? this.#phase.value : undefined;
	}

	/**
	 * An expected failure sets `phase`; a bug is thrown. If `signal` aborts, `phase` does not change,
	 * since another load has started or the resource is no longer used.
	 */
	async load(read: (signal: AbortSignal) => Promise<Value>, signal: AbortSignal): Promise<void> {
		this.#phase = { name: 'loading' };
		try {
			const value = await read(signal);
			if (!signal.aborted) this.#phase = { name: 'ready', value };
		} catch (error) {
			if (signal.aborted) return;
			if (!(error instanceof SourceError)) throw error;
			this.#phase = { name: 'failed', error };
		}
	}
}

/** The place in a list that is read page by page. */
export class PageCursor {
	#next = $state.raw<string | undefined>(undefined);
	#used: readonly string[] = [];

	/** The cursor of the next page; undefined at the end, and before the first page. */
	get next() {
		return this.#next;
	}

	/**
	 * Goes on behind a page. If a server repeats an earlier cursor, there are no more pages.
	 *
	 * @param cursor - of the page; undefined for the first
	 * @param next - as the page names it; undefined for the last
	 */
	advance(cursor: string | undefined, next: string | undefined) {
		if (cursor !== undefined) this.#used = [...this.#used, cursor];
		this.#next = next !== undefined && this.#used.includes(next) ? undefined : next;
	}

	/** Goes back before the first page. */
	reset() {
		this.#next = undefined;
		this.#used = [];
	}
}
