import type { Diagnosis } from '$lib/domain/connection/diagnosis';

export interface VisitOptions {
	/** Look on every port that Beeper may have. */
	isWide?: boolean;
}

/** Tells what is found at an address, each time more, until `signal` aborts. */
export type Diagnose = (
	address: string,
	signal: AbortSignal,
	options: VisitOptions
) => AsyncIterable<Diagnosis>;

/** What the doctor says of the address typed last. */
export class Checkup {
	readonly #diagnose: Diagnose;
	#diagnosis = $state.raw<Diagnosis | null>(null);
	#visit: AbortController | null = null;

	constructor(diagnose: Diagnose) {
		this.#diagnose = diagnose;
	}

	get diagnosis() {
		return this.#diagnosis;
	}

	/** Look at an address, and leave the one before alone. A bug is thrown. */
	async visit(address: string, options: VisitOptions = {}): Promise<void> {
		this.end();
		const visit = new AbortController();
		this.#visit = visit;
		for await (const diagnosis of this.#diagnose(address, visit.signal, options)) {
			if (visit.signal.aborted) return;
			this.#diagnosis = diagnosis;
		}
	}

	/** Show what was found otherwise, such as what a token is worth. */
	note(diagnosis: Diagnosis) {
		this.end();
		this.#diagnosis = diagnosis;
	}

	end() {
		this.#visit?.abort();
	}
}
