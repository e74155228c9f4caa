import type { Chat, ChatID } from '$lib/domain/chat/chat';
import type { Source } from '$lib/domain/connection/source';
import { SourceError, type SourceFailure } from '$lib/domain/connection/source-error';
import { forEachConcurrent } from './for-each-concurrent';
import type { Inbox } from './inbox.svelte';

/** Requests under way together. */
const AT_ONCE = 4;
/** The server is there, but cannot tell of this chat. */
const UNTOLD: readonly SourceFailure[] = ['not-found', 'server-fault', 'malformed'];

/**
 * Reads members of merged chats that no list has told, as the list of some servers leaves them out.
 * Each is asked for once: one that did not come is not asked for again.
 */
export class MemberReader {
	readonly #inbox: Pick<Inbox, 'merges' | 'known' | 'mark' | 'merge'>;
	readonly #askedIDs = new Set<ChatID>();

	constructor(inbox: Pick<Inbox, 'merges' | 'known' | 'mark' | 'merge'>) {
		this.#inbox = inbox;
	}

	/**
	 * Take in the members that no answer has described yet.
	 *
	 * @throws SourceError when the server is away, or the signal aborts
	 */
	async readUnknown(source: Pick<Source, 'chat'>, signal: AbortSignal): Promise<void> {
		const ids = [...this.#inbox.merges.memberIDs].filter(
			(id) => !this.#inbox.known(id) && !this.#askedIDs.has(id)
		);
		await this.#read(ids, source, signal);
	}

	/** Take in the members of one merged chat as they are now. Where the server is away they stay as they are. */
	async readAgain(
		{ merge }: Chat,
		source: Pick<Source, 'chat'>,
		signal: AbortSignal
	): Promise<void> {
		try {
			await this.#read(merge?.chatIDs ?? [], source, signal);
		} catch (error) {
			if (!signal.aborted && !(error instanceof SourceError)) throw error;
		}
	}

	async #read(
		ids: readonly ChatID[],
		source: Pick<Source, 'chat'>,
		signal: AbortSignal
	): Promise<void> {
		if (ids.length === 0) return;
		const mark = this.#inbox.mark();
		const chats: Chat[] = [];
		await forEachConcurrent(ids, AT_ONCE, signal, async (id) => {
			try {
				const answer = await source.chat(id, signal);
				chats.push(answer.chat);
			} catch (error) {
				if (!(error instanceof SourceError) || !UNTOLD.includes(error.failure)) throw error;
			}
			this.#askedIDs.add(id);
		});
		signal.throwIfAborted();
		this.#inbox.merge(chats, mark);
	}
}
