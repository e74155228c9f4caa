import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { isInlinePicture, isServedAsset } from '$lib/domain/connection/asset-url';
import type { AsyncState } from '$lib/domain/connection/async-state';
import type { Pictures } from '$lib/domain/connection/pictures';
import type { AssetSource } from '$lib/domain/connection/source';
import { SourceError, type SourceFailure } from '$lib/domain/connection/source-error';
import { getElapsed } from './concurrency';

export interface PictureCacheOptions {
	/** Called at each use, since a new token creates a new source. */
	source: () => AssetSource;
	/** Returns epoch milliseconds. */
	now: () => number;
}

/** Requests at once. */
const CONCURRENCY = 3;
/** The most that is kept of pictures that are no longer shown. */
const MOST_KEPT = { pictures: 300, bytes: 48 * 1024 * 1024 };
/** Milliseconds after which a picture is asked for again, if its failure may have passed. */
const RETRY_AFTER = 60_000;

/** Failures due to the picture rather than the moment: it is not requested again. */
const LASTING: ReadonlySet<SourceFailure> = new Set(['not-found', 'invalid', 'malformed', 'scope']);

const IDLE: AsyncState<string> = { name: 'idle' };
const NEVER_ASKED: AsyncState<string> = { name: 'failed', error: new SourceError('invalid') };

/**
 * The pictures that are shown, as object URLs, and some that were shown last. The pictures
 * requested last are loaded first, as they are in sight; pictures no longer shown are not loaded.
 */
export class PictureCache implements Pictures {
	readonly #options: PictureCacheOptions;
	readonly #states = new SvelteMap<string, AsyncState<string>>();
	readonly #holders = new Map<string, number>();
	/** Bytes of each picture. */
	readonly #sizes = new Map<string, number>();
	/** Loaded and failed pictures without a holder, the last one shown last. */
	readonly #kept = new Set<string>();
	/** Epoch milliseconds of the failures that may pass, by URL. */
	readonly #failedAt = new Map<string, number>();
	readonly #running = new Map<string, AbortController>();
	/** URLs of pictures to load; the last one is loaded next. */
	readonly #waiting = new Set<string>();

	constructor(options: PictureCacheOptions) {
		this.#options = options;
	}

	get(url: string): AsyncState<string> {
		if (isInlinePicture(url)) return { name: 'ready', value: url };
		return isServedAsset(url) ? (this.#states.get(url) ?? IDLE) : NEVER_ASKED;
	}

	hold(url: string): () => void {
		if (!isServedAsset(url)) return () => {};
		this.#holders.set(url, (this.#holders.get(url) ?? 0) + 1);
		this.#kept.delete(url);
		if (this.#isWanted(url)) {
			this.#waiting.add(url);
			this.#askNext();
		}
		let isHeld = true;
		return () => {
			if (isHeld) this.#release(url);
			isHeld = false;
		};
	}

	/** Revokes every URL. */
	close() {
		this.#holders.clear();
		this.#waiting.clear();
		for (const controller of this.#running.values()) controller.abort();
		for (const url of this.#sizes.keys()) this.#forget(url);
		this.#states.clear();
		this.#failedAt.clear();
		this.#kept.clear();
	}

	#isWanted(url: string): boolean {
		if (this.#running.has(url)) return false;
		const name = untrack(() => this.get(url).name);
		if (name !== 'failed') return name === 'idle';
		const failedAt = this.#failedAt.get(url);
		return failedAt !== undefined && getElapsed(failedAt, this.#options.now()) >= RETRY_AFTER;
	}

	#release(url: string) {
		const others = (this.#holders.get(url) ?? 1) - 1;
		if (others > 0) {
			this.#holders.set(url, others);
			return;
		}
		this.#holders.delete(url);
		this.#waiting.delete(url);
		this.#running.get(url)?.abort();
		const { name } = untrack(() => this.get(url));
		if (name !== 'ready' && name !== 'failed') return;
		this.#kept.add(url);
		this.#trim();
	}

	/** Forgets the pictures that have not been shown for longest. */
	#trim() {
		let bytes = 0;
		for (const url of this.#kept) bytes += this.#sizes.get(url) ?? 0;
		for (const url of this.#kept) {
			if (this.#kept.size <= MOST_KEPT.pictures && bytes <= MOST_KEPT.bytes) return;
			bytes -= this.#sizes.get(url) ?? 0;
			this.#forget(url);
		}
	}

	#forget(url: string) {
		const state = untrack(() => this.#states.get(url));
		if (state?.name === 'ready') URL.revokeObjectURL(state.value);
		this.#states.delete(url);
		this.#sizes.delete(url);
		this.#failedAt.delete(url);
		this.#kept.delete(url);
	}

	#askNext() {
		while (this.#running.size < CONCURRENCY) {
			const url = [...this.#waiting].at(-1);
			if (url === undefined) return;
			this.#waiting.delete(url);
			void this.#ask(url);
		}
	}

	async #ask(url: string): Promise<void> {
		const controller = new AbortController();
		const { signal } = controller;
		this.#running.set(url, controller);
		this.#states.set(url, { name: 'loading' });
		try {
			const blob = await this.#options.source().asset(url, signal);
			signal.throwIfAborted();
			if (!blob.type.startsWith('image/')) throw new SourceError('malformed');
			this.#sizes.set(url, blob.size);
			this.#states.set(url, { name: 'ready', value: URL.createObjectURL(blob) });
		} catch (error) {
			if (signal.aborted) this.#states.delete(url);
			else if (error instanceof SourceError) this.#fail(url, error);
			else throw error;
		} finally {
			this.#running.delete(url);
			// A picture that was released while it was loading may be wanted again.
			if (signal.aborted && this.#holders.has(url)) this.#waiting.add(url);
			this.#askNext();
		}
	}

	#fail(url: string, error: SourceError) {
		this.#states.set(url, { name: 'failed', error });
		if (!LASTING.has(error.failure)) this.#failedAt.set(url, this.#options.now());
	}
}
