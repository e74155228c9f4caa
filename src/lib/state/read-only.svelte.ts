import type { TextStore } from './persisted.svelte';

const NAME = 'read-only';

/** The switch that blocks every write; remembered on this device. */
export class ReadOnly {
	readonly #store: TextStore;
	#isOn = $state(false);

	constructor(store: TextStore) {
		this.#store = store;
		this.#isOn = store.read(NAME) === 'yes';
	}

	get isOn() {
		return this.#isOn;
	}

	set(isOn: boolean) {
		this.#isOn = isOn;
		if (isOn) this.#store.write(NAME, 'yes');
		else this.#store.remove(NAME);
	}
}
