import type { TextStore } from './persisted.svelte';

/** The name drafts are kept by in a store. */
export const SHELF_NAME = 'drafts';

/** Where drafts are kept over a reload: see `DraftShelf`. */
export interface ShelfPlace {
	store: TextStore;
	/** What tells a server from others: its address. */
	server: string;
}
