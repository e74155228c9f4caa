import { createAnonymizer, type Anonymizer } from '$lib/domain/privacy/anonymizer';
import type { TextStore } from './persisted.svelte';

const NAME = 'privacy';
const SALT = 'privacy.salt';

/** The switch that shows made-up names and texts in place of all real ones; remembered on this device. */
export class Privacy {
	readonly #store: TextStore;
	#isOn = $state(false);

	/** What shows everything in disguise; null while the switch is off. */
	readonly disguise: Anonymizer | null = $derived(this.#isOn ? this.#made() : null);

	#disguise: Anonymizer | undefined;

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

	/** The same names on this device tomorrow, other names on every other device. */
	#made(): Anonymizer {
		if (this.#disguise) return this.#disguise;
		const salt = this.#store.read(SALT) ?? crypto.randomUUID();
		this.#store.write(SALT, salt);
		return (this.#disguise = createAnonymizer(salt));
	}
}
