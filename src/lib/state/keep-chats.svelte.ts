import type { TextStore } from './persisted.svelte';

const NAME = 'keep-chats';

/** Whether the last known chats are kept on this computer, encrypted, for the next visit. */
export class KeepChats {
	readonly #store: TextStore;
	#isOn = $state(true);

	constructor(store: TextStore) {
		this.#store = store;
		this.#isOn = store.read(NAME) !== 'no';
	}

	get isOn() {
		return this.#isOn;
	}

	set(isOn: boolean) {
		this.#isOn = isOn;
		if (isOn) this.#store.remove(NAME);
		else this.#store.write(NAME, 'no');
	}
}
