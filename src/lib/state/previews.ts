import type { ChatID, MessagePreview } from '$lib/domain/chat/chat';
import { toPreview } from '$lib/domain/chat/message-list';
import type { MessageSource } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';
import { getMessagesChatID } from '$lib/domain/chat/merge';
import type { Inbox } from './inbox.svelte';
import { Paced } from './paced';

/** Requests under way together: there are others who ask more urgently. */
const AT_ONCE = 2;

/** Reads the last messages of chats that are looked at, where nobody has told them yet. */
export class Previews {
	readonly #inbox: Pick<Inbox, 'brief' | 'preview' | 'known'>;
	readonly #source: () => MessageSource;
	readonly #read: Paced<readonly [ChatID, MessagePreview]>;
	#wanted: readonly ChatID[] = [];
	#underWay = new Set<ChatID>();

	/**
	 * @param source - asked at each call
	 * @param now - epoch milliseconds
	 */
	constructor(
		inbox: Pick<Inbox, 'brief' | 'preview' | 'known'>,
		source: () => MessageSource,
		now = Date.now
	) {
		this.#inbox = inbox;
		this.#source = source;
		this.#read = new Paced((read) => inbox.preview(new Map(read)), now);
	}

	/** These are looked at now, and no others. */
	async look(ids: readonly ChatID[], signal: AbortSignal): Promise<void> {
		this.#wanted = ids;
		const free = AT_ONCE - this.#underWay.size;
		await Promise.all(Array.from({ length: free }, () => this.#readAll(signal)));
	}

	async #readAll(signal: AbortSignal): Promise<void> {
		try {
			for (let id = this.#next(); id !== undefined && !signal.aborted; id = this.#next()) {
				await this.#readOne(id, signal);
			}
		} catch (error) {
			// They go without until somebody looks again: the sweep tells them too, in time.
			if (!(error instanceof SourceError)) throw error;
			this.#wanted = [];
		}
		if (this.#underWay.size === 0) this.#read.flush();
	}

	#next(): ChatID | undefined {
		return this.#wanted.find((id) => this.#inbox.brief.has(id) && !this.#underWay.has(id));
	}

	async #readOne(id: ChatID, signal: AbortSignal): Promise<void> {
		this.#underWay.add(id);
		try {
			const chat = this.#inbox.known(id);
			const messagesID = chat ? getMessagesChatID(chat, (other) => this.#inbox.known(other)) : id;
			const { items } = await this.#source().messages(messagesID, undefined, signal);
			const preview = toPreview(items);
			if (preview) this.#read.add([id, preview]);
			this.#inbox.brief.settle([id]);
		} finally {
			this.#underWay.delete(id);
		}
	}
}
