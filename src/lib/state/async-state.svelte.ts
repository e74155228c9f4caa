import { SourceError } from '$lib/domain/connection/source';

export type AnswerPhase<Value> =
	| { name: 'idle' }
	| { name: 'loading' }
	| { name: 'ready'; value: Value }
	| { name: 'failed'; error: SourceError };

/** The answer to one question, asked again whenever what it depends on changes. */
export class Answer<Value> {
	#phase = $state.raw<AnswerPhase<Value>>({ name: 'idle' });

	get phase() {
		return this.#phase;
	}

	/**
	 * Ask; an expected failure becomes `phase`, a bug is thrown.
	 * When `signal` aborts the answer is left as it was: whoever aborted is asking again, or gone.
	 */
	async ask(question: (signal: AbortSignal) => Promise<Value>, signal: AbortSignal): Promise<void> {
		this.#phase = { name: 'loading' };
		try {
			const value = await question(signal);
			if (!signal.aborted) this.#phase = { name: 'ready', value };
		} catch (error) {
			if (signal.aborted) return;
			if (!(error instanceof SourceError)) throw error;
			this.#phase = { name: 'failed', error };
		}
	}
}
