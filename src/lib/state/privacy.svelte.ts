import type { createDisguise, Disguise } from '$lib/domain/privacy/anonymizer';
import type { TextStore } from './storage';

const NAME = 'privacy';
const SALT = 'privacy.salt';

/** The switch that shows made-up names and texts in place of all real ones; remembered on this device. */
export class Privacy {
	readonly #store: TextStore;
	#isOn = $state(false);

	/**
	 * What shows everything in disguise; null while the switch is off.
	 *
	 * @throws Error when it is on and nobody has awaited `prepare`: better nothing than what is real
	 */
	readonly disguise: Disguise | null = $derived(this.#isOn ? this.#made() : null);

	#create = $state.raw<typeof createDisguise>();
	#disguise: Disguise | undefined;

	constructor(store: TextStore) {
		this.#store = store;
		this.#isOn = store.read(NAME) === 'yes';
	}

	get isOn() {
		return this.#isOn;
	}

	/** To be awaited before anything is shown. Throws when what is needed cannot be fetched. */
	async prepare(): Promise<void> {
		if (this.#isOn) await this.fetch();
	}

	/** Have here what a disguise is made of. */
	async fetch(): Promise<void> {
		const module = await import('$lib/domain/privacy/anonymizer');
		this.#create = module.createDisguise;
	}

	/** Once it is resolved the switch is as asked for; it throws, and stays off, where that cannot be. */
	async set(isOn: boolean): Promise<void> {
		if (isOn && !this.#create) await this.fetch();
		this.#isOn = isOn;
		if (isOn) this.#store.write(NAME, 'yes');
		else this.#store.remove(NAME);
	}

	/** The same names on this device tomorrow, other names on every other device. */
	#made(): Disguise {
		if (this.#disguise) return this.#disguise;
		if (!this.#create) throw new Error('Privacy mode is not prepared');
		const salt = this.#store.read(SALT) ?? crypto.randomUUID();
		this.#store.write(SALT, salt);
		return (this.#disguise = this.#create(salt));
	}
}
