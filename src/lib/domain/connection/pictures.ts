import type { AsyncState } from './async-state';

/** The server's pictures, as URLs that a page can show. */
export interface Pictures {
	/**
	 * A URL for an image element, valid while the picture is held. `idle`: not requested yet;
	 * `failed`: not a picture, or not available.
	 */
	get(url: string): AsyncState<string>;
	/** Loads a picture, and keeps it until the returned function is called. */
	hold(url: string): () => void;
}
