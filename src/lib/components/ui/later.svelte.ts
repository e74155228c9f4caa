/** Parts that somebody asked for and that could not be fetched. */
let missing = $state.raw<readonly Later<unknown>[]>([]);
const all: Later<unknown>[] = [];
let isAhead = false;

/**
 * A part of the program that the first rows do without: fetched when it is first asked for, at the
 * latest. What could not be fetched is fetched anew when it is asked for again.
 */
export class Later<Part> {
	readonly #load: () => Promise<Part>;
	#part = $state.raw<Part>();
	#coming: Promise<Part> | undefined;

	constructor(load: () => Promise<Part>) {
		this.#load = load;
		all.push(this);
		if (isAhead) this.fetch().catch(() => {});
	}

	/** Undefined until it is here, which this does not hasten. */
	get here(): Part | undefined {
		return this.#part;
	}

	/** Undefined until it is here; to look for it is to have it fetched. */
	get part(): Part | undefined {
		if (!this.#part) void this.ask();
		return this.#part;
	}

	/** @returns undefined for what could not be fetched; then it is among what is missing */
	async ask(): Promise<Part | undefined> {
		try {
			return await this.fetch();
		} catch {
			missing = [...missing.filter((other) => other !== this), this];
			return undefined;
		}
	}

	/** @throws whatever kept it from coming */
	fetch(): Promise<Part> {
		return (this.#coming ??= this.#fetch());
	}

	async #fetch(): Promise<Part> {
		try {
			this.#part = await this.#load();
			missing = missing.filter((other) => other !== this);
			return this.#part;
		} catch (error) {
			this.#coming = undefined;
			throw error;
		}
	}
}

/** Whether something that was asked for could not be fetched. */
export function isSomethingMissing(): boolean {
	return missing.length > 0;
}

/** Fetch anew what was asked for and could not be fetched. */
export function askAgain(): void {
	for (const part of missing) void part.ask();
}

/** From now on fetch everything before somebody asks for it; what does not come may come then. */
export async function fetchAhead(): Promise<void> {
	isAhead = true;
	await Promise.allSettled(all.map((part) => part.fetch()));
}
