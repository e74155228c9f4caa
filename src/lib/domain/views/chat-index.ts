import type { Chat } from '../chat/chat';
import type { NetworkIndex } from '../chat/network';
import { readColumns, type Columns } from './columns';
import { Orders } from './orders';
import { rowComparisons } from './sort';
import { succession } from './succession';
import { Texts } from './texts';

/**
 * All that is needed to answer any view of some chats at once. A row is a chat's place among
 * `columns.chats`.
 */
export interface ChatIndex {
	columns: Columns;
	orders: Orders;
	texts: Texts;
	getNetwork: NetworkIndex;
}

/**
 * @param before - an index of earlier chats; of those that are still the very same objects nothing
 * is read again
 */
export function indexChats(
	chats: readonly Chat[],
	getNetwork: NetworkIndex,
	before?: ChatIndex
): ChatIndex {
	const isSameNetworks = before?.getNetwork === getNetwork;
	if (before && isSameNetworks && before.columns.chats === chats) return before;

	const steps = succession(before?.columns.chats ?? [], chats);
	const columns = readColumns(chats, getNetwork, steps, before?.columns, isSameNetworks);
	const sorted = before?.orders.succeed(steps, (key) => key !== 'network' || isSameNetworks);
	return {
		columns,
		orders: new Orders(chats.length, rowComparisons(columns), sorted),
		texts: new Texts(chats, steps, before?.texts),
		getNetwork
	};
}

/** {@link indexChats} from one list of chats to the next. */
export function keepIndex(): (chats: readonly Chat[], getNetwork: NetworkIndex) => ChatIndex {
	let before: ChatIndex | undefined;
	return (chats, getNetwork) => (before = indexChats(chats, getNetwork, before));
}

/**
 * Do in small steps, a millisecond or two each, what the first search and the first sort would
 * otherwise have to wait for. May be left off anywhere.
 */
export function* prepareIndex({ texts, orders }: ChatIndex): Generator<void, void> {
	while (texts.advance(200)) yield;
	while (orders.advance(500)) yield;
	texts.rehearse();
}
