import type { Diagnosis } from '$lib/domain/connection/diagnosis';

export interface DiagnoseOptions {
	/** True when every port that Beeper may use is tried. */
	isWide?: boolean;
}

/** Yields increasingly complete diagnoses of an address, until `signal` aborts. */
export type Diagnose = (
	address: string,
	signal: AbortSignal,
	options: DiagnoseOptions
) => AsyncIterable<Diagnosis>;

/** The diagnosis of the address that was typed last. */
export class ConnectionCheck {
	readonly #diagnose: Diagnose;
	#diagnosis = $state.raw<Diagnosis | null>(null);
	#running: AbortController | null = null;

	constructor(diagnose: Diagnose) {
		this.#diagnose = diagnose;
	}

	get diagnosis() {
		return this.#diagnosis;
	}

	/** Checks an address, and ends the previous check. A bug is thrown. */
	async check(address: string, options: DiagnoseOptions = {}): Promise<void> {
		this.end();
		const running = new AbortController();
		this.#running = running;
		for await (const diagnosis of this.#diagnose(address, running.signal, options)) {
			if (running.signal.aborted) return;
			this.#diagnosis = diagnosis;
		}
	}

	/** Shows a diagnosis from elsewhere, such as that of a token, and ends the check. */
	show(diagnosis: Diagnosis) {
		this.end();
		this.#diagnosis = diagnosis;
	}

	end() {
		this.#running?.abort();
	}
}
