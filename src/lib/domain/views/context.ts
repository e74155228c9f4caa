import type { NetworkIndex } from '../network';

/** What a view needs to know beyond the chats. */
export interface ViewContext {
	networkOf: NetworkIndex;
	/** Epoch milliseconds. */
	now: number;
}
