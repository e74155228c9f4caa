import type { Chat } from '$lib/domain/chat/chat';
import { BatchQueue, forEachConcurrent } from './concurrency';
import type { SenderOptions } from './send-mutation';

/** Writes under way together: real people and networks are at the other end. */
const AT_ONCE = 4;

/** Does what belongs to one deed, a few things at a time, and shows the answers many at a time. */
export class Deeds {
	readonly #options: Pick<SenderOptions, 'chats' | 'now' | 'signal'>;
	#running: readonly number[] = [];

	constructor(options: Pick<SenderOptions, 'chats' | 'now' | 'signal'>) {
		this.#options = options;
	}

	isRunning(groupId: number): boolean {
		return this.#running.includes(groupId);
	}

	/** @param signal - stops what has not begun; the connection's end unless told */
	async run<Item>(
		groupId: number,
		items: readonly Item[],
		signal: AbortSignal = this.#options.signal,
		run: (item: Item, show: (chat: Chat) => void) => Promise<void>
	): Promise<void> {
		const { chats, now } = this.#options;
		const batch = new BatchQueue<{ chat: Chat; known: Chat | undefined }>((waiting) => {
			// A chat that was put into the store meanwhile is newer there.
			const current = waiting.filter(({ chat, known }) => chats.get(chat.id) === known);
			chats.put(current.map(({ chat }) => chat));
		}, now);
		this.#running = [...this.#running, groupId];
		try {
			await forEachConcurrent(items, AT_ONCE, signal, (item) =>
				run(item, (chat) => batch.add({ chat, known: chats.get(chat.id) }))
			);
		} finally {
			batch.flush();
			this.#running = this.#running.filter((other) => other !== groupId);
		}
	}
}
