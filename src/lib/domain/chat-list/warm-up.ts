import type { ChatIndex, IndexedChat } from './chat-index';
import { filterChats } from './filter';
import { getSearchText } from './search';
import { sortChats } from './sort';
import { ALL_CHATS } from './view';

/** Chats in one step, so that it takes about a millisecond. */
const STEP = 50;
/** Calls after which browsers have compiled the code that they interpret at first. */
const CALLS = 2_000;

/**
 * Prepares the first search and the first sort by title: folds every text, ranks every title, and
 * runs the code often enough for browsers to compile it. May be stopped after any step.
 *
 * @returns an iterator whose steps take a millisecond or two each
 */
export function* warmUp(
	chats: readonly IndexedChat[],
	{ titles }: ChatIndex
): Generator<void, void> {
	for (let start = 0; start < chats.length; start += STEP) {
		for (const indexed of chats.slice(start, start + STEP)) {
			titles.add(indexed.title.title);
			getSearchText(indexed.chat);
		}
		yield;
	}
	for (let calls = 0; calls < CALLS; calls += STEP) {
		const some = chats.slice(0, STEP);
		filterChats(some, { ...ALL_CHATS.filter, q: 'warm up' }, Date.now);
		sortChats(some, { key: 'title', reversed: false }, titles);
		yield;
	}
}
