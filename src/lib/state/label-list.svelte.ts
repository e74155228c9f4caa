import type { Label } from '$lib/domain/chat/chat';
import type { Oddity, Source } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';

/** The labels that a server lists; those on chats only are not among them. */
export class LabelList {
	#labels = $state.raw<readonly Label[]>([]);
	#oddities = $state.raw<readonly Oddity[]>([]);

	get labels() {
		return this.#labels;
	}

	/** What could not be read of them. */
	get oddities() {
		return this.#oddities;
	}

	/** Chats name their own labels, so a failure here is noted and no more. */
	async read(source: Pick<Source, 'labels'>, signal: AbortSignal) {
		try {
			const page = await source.labels(signal);
			this.#labels = page.items;
			this.#oddities = page.oddities;
		} catch (error) {
			if (!(error instanceof SourceError)) throw error;
			if (signal.aborted) return;
			this.#oddities = [{ item: 'all', path: '', found: 'an error', leftOut: true }];
		}
	}
}
