import type { Pictures } from '$lib/domain/connection/pictures';

/** Milliseconds without scrolling after which pictures are asked for. */
const REST = 150;

/**
 * Holds the pictures of a list's rows in sight. None is asked for while the list scrolls: a picture
 * would have left the screen before it came.
 */
export class PicturesInSight {
	readonly #pictures: Pictures;
	/** Releases each picture, by its URL. */
	#held: ReadonlyMap<string, () => void> = new Map();
	#wanted: ReadonlySet<string> = new Set();
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(pictures: Pictures) {
		this.#pictures = pictures;
	}

	/** Asks for these pictures after a rest, and releases all others. Calls without a change are free. */
	show(urls: readonly string[]) {
		const wanted = new Set(urls);
		if (wanted.size === this.#wanted.size && urls.every((url) => this.#wanted.has(url))) return;
		this.#wanted = wanted;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#hold(wanted), REST);
	}

	/** Releases every picture. */
	close() {
		clearTimeout(this.#timer);
		this.#hold(new Set());
	}

	/**
	 * Holds the wanted pictures before the others are released, so that a picture in both is never
	 * without a holder.
	 */
	#hold(wanted: ReadonlySet<string>) {
		const before = this.#held;
		this.#held = new Map(
			[...wanted].map((url) => [url, before.get(url) ?? this.#pictures.hold(url)] as const)
		);
		for (const [url, release] of before) if (!wanted.has(url)) release();
	}
}
