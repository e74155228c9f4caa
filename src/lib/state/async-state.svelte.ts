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
