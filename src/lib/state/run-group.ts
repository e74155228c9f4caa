import type { Chat } from '$lib/domain/chat/chat';
import type { OptimisticUpdate } from '$lib/domain/mutations/optimistic';
import type { ChatStore } from './chat-store.svelte';
import { BatchQueue, forEachConcurrent } from './concurrency';

/** Items of one group that run at once: few, since people and their networks receive them. */
const AT_ONCE = 4;

export interface GroupRun<Item> {
	chats: ChatStore;
	/** Epoch milliseconds. */
	now: () => number;
	/** Once it aborts, no further item starts. */
	signal: AbortSignal;
	/** Returns what is shown of an item until it has ended. */
	toUpdates: (item: Item) => readonly OptimisticUpdate[];
	/** @param show - shows a chat as the server returned it, with others in a batch */
	run: (item: Item, show: (chat: Chat) => void) => Promise<void>;
}

/** A chat to show, or optimistic updates that have ended. */
interface GroupNews {
	shown?: { chat: Chat; known: Chat | undefined };
	ended?: readonly OptimisticUpdate[];
}

/**
 * Runs the items of a group a few at a time. All are shown at once as they should become; those that
 * end otherwise are shown as they are, and those that don't start as soon as the run is stopped.
 */
export async function runGroup<Item>(
	items: readonly Item[],
	{ chats, now, signal, toUpdates, run }: GroupRun<Item>
): Promise<void> {
	const updates = new Map(items.map((item) => [item, toUpdates(item)]));
	const endUpdates = chats.applyOptimistic(...[...updates.values()].flat());
	const waiting = new Set(items);
	const batch = new BatchQueue<GroupNews>((news) => {
		// A chat that was put into the store since then is newer there.
		const current = news
			.flatMap(({ shown }) => shown ?? [])
			.filter(({ chat, known }) => chats.get(chat.id) === known);
		chats.put(current.map(({ chat }) => chat));
		endUpdates(news.flatMap(({ ended }) => ended ?? []));
	}, now);
	function endWaiting() {
		endUpdates([...waiting].flatMap((item) => updates.get(item) ?? []));
	}
	signal.addEventListener('abort', endWaiting);
	try {
		await forEachConcurrent(items, AT_ONCE, signal, async (item) => {
			waiting.delete(item);
			await run(item, (chat) => batch.add({ shown: { chat, known: chats.get(chat.id) } }));
			batch.add({ ended: updates.get(item) ?? [] });
		});
	} finally {
		signal.removeEventListener('abort', endWaiting);
		batch.flush();
		endUpdates();
	}
}
