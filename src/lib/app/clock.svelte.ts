import { createSubscriber } from 'svelte/reactivity';

/** The time, for texts such as "5 min ago". Ticks while an effect reads it. */
export class Clock {
	readonly #subscribe: () => void;

	/** @param period - milliseconds between two ticks */
	constructor(period = 30_000) {
		this.#subscribe = createSubscriber((update) => {
			const timer = setInterval(update, period);
			return () => clearInterval(timer);
		});
	}

	/** Epoch milliseconds. */
	get now() {
		this.#subscribe();
		return Date.now();
	}
}
