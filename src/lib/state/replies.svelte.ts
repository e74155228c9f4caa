import { groupBy } from '$lib/format/list';
import { isSameDraft, type Chat, type ChatID, type Draft } from '$lib/domain/chat/chat';
import type { Message } from '$lib/domain/chat/message';
import type { MessageLookup } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';
import { hasDraft } from '$lib/domain/mutations/draft';
import type { MessageMutation } from '$lib/domain/mutations/mutation';
import { findOutgoing, type OutgoingMessage } from '$lib/domain/mutations/outgoing';
import {
	hasHappened,
	isDone,
	wasTried,
	type AcceptedMessage,
	type LogEntry,
	type MutationResult
} from '$lib/domain/mutations/result';
import type { ActivityLog } from './activity-log.svelte';
import type { DraftStorage, StoredDraft } from './drafts.svelte';
import type { MutationQueue } from './mutation-queue.svelte';
import type { MutationToasts } from './toasts.svelte';

/** A message that is being written. */
export interface WrittenReply {
	/** Plain text or Markdown. */
	text: string;
	/** ID of the message that it answers; absent: none. */
	replyToMessageID?: string;
	/** The draft that its text began with; absent: none. */
	draft?: Draft;
	/** The page was left while it was being sent, so it may have been sent. */
	isInDoubt?: true;
}

interface WrittenTo {
	chatID: ChatID;
	reply: WrittenReply;
}

/** Sends mutations and tells the user of their results: the `Mutations`. */
export interface ReplySender extends Pick<MutationQueue, 'perform' | 'readChat' | 'verify'> {
	/** @param options - with `showsSuccess` only problems and side effects are told */
	run(mutation: MessageMutation, options: { showsSuccess: true }): Promise<MutationResult>;
}

export interface RepliesOptions {
	source: Pick<MessageLookup, 'message'>;
	activity: ActivityLog;
	notifier: MutationToasts;
	/** Absent: half-written replies are kept in memory only. */
	storage?: DraftStorage | undefined;
	wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
	/** Aborts at the end of the connection. */
	signal: AbortSignal;
}

/** Milliseconds before each look at a message on its way to the network; about a minute in all. */
const DELIVERY_CHECKS = [300, 700, 1_500, 3_000, 5_000, 10_000, 20_000, 20_000];

/**
 * The messages that are being written to each chat, and those sent from this tab until the server
 * lists them. Texts are stored until it is certain that they were sent.
 */
export class Replies {
	readonly #mutations: ReplySender;
	readonly #options: RepliesOptions;
	#written = $state.raw<readonly WrittenTo[]>([]);
	#dismissedIDs = $state.raw<readonly number[]>([]);
	#deliveries = $state.raw(0);
	/** Messages that are being sent, or may not have been sent. */
	#unsettled: readonly MessageMutation[] = [];

	constructor(mutations: ReplySender, options: RepliesOptions) {
		this.#mutations = mutations;
		this.#options = options;
		this.#written = restore(options.storage?.drafts ?? []);
	}

	/** Increases when a message has been delivered or refused: its conversation is then to be read. */
	get deliveries() {
		return this.#deliveries;
	}

	/** The reply that is being written to a chat; undefined when none was since the page was opened. */
	getWritten(chatID: ChatID): WrittenReply | undefined {
		return this.#written.find((one) => one.chatID === chatID)?.reply;
	}

	write(chatID: ChatID, { isInDoubt, ...reply }: WrittenReply) {
		const kept = { ...reply, ...(isInDoubt && reply.text !== '' && { isInDoubt }) };
		this.#drop(chatID);
		this.#written = [...this.#written, { chatID, reply: kept }];
		this.#store();
	}

	/** The text of a chat’s reply field: its draft, which may still change elsewhere, until the user writes. */
	getReply({ id, draft }: Chat): WrittenReply {
		return this.getWritten(id) ?? { text: draft?.markdown ?? '', ...(draft && { draft }) };
	}

	/** Makes the reply that is being written an answer to one message. */
	answer(chat: Chat, replyToMessageID: string) {
		this.write(chat.id, { ...this.getReply(chat), replyToMessageID });
	}

	/** See {@link findOutgoing}; without those that were dismissed. */
	findOutgoing(chatID: ChatID, messages: readonly Message[]): readonly OutgoingMessage[] {
		return findOutgoing(this.#options.activity.entries, chatID, messages).filter(
			({ id }) => !this.#dismissedIDs.includes(id)
		);
	}

	/**
	 * Sends a message once. If Beeper has accepted it, the draft that it began with is cleared, and its
	 * way to the network is followed.
	 */
	async send(mutation: MessageMutation, draft?: Draft): Promise<MutationResult> {
		const { chatID, text } = mutation;
		const written = this.getWritten(chatID) ?? { text, ...(draft && { draft }) };
		this.write(chatID, { text: '' });
		const result = await this.#send(mutation, draft);
		const typed = this.getWritten(chatID);
		// A message that was not tried is in no log, so it returns to its field, where the user may have
		// typed on.
		if (!wasTried(result) && typed) this.write(chatID, joinReplies(written, typed));
		return result;
	}

	/** Sends again a message that was certainly not sent. */
	async retry({ id, mutation, outcome }: OutgoingMessage): Promise<void> {
		if (outcome.kind !== 'failed' || this.#dismissedIDs.includes(id)) return;
		this.dismiss({ id, mutation });
		const result = await this.#send({ ...mutation });
		if (wasTried(result)) return;
		this.#dismissedIDs = this.#dismissedIDs.filter((one) => one !== id);
		this.#keep(mutation);
	}

	/** Looks for a message of unknown outcome in its chat. */
	async lookAgain({ mutation }: Pick<OutgoingMessage, 'mutation'>): Promise<void> {
		const result = await this.#mutations.verify(mutation);
		if (result && isDone(result)) this.#release(mutation);
		this.#deliveries++;
	}

	/** Removes a message that was not sent, or may not have been. */
	dismiss({ id, mutation }: Pick<OutgoingMessage, 'id' | 'mutation'>) {
		this.#dismissedIDs = [...this.#dismissedIDs, id];
		this.#release(mutation);
	}

	/** Removes everything, as on signing out. */
	erase() {
		this.#options.storage?.erase();
		this.#written = [];
		this.#unsettled = [];
	}

	async #send(mutation: MessageMutation, draft?: Draft): Promise<MutationResult> {
		this.#keep(mutation);
		const result = await this.#mutations.run(mutation, { showsSuccess: true });
		if (isDone(result) || !wasTried(result)) this.#release(mutation);
		if (isDone(result))
			await Promise.all([this.#follow(mutation), this.#clearDraft(mutation.chatID, draft)]);
		return result;
	}

	/**
	 * Clears the draft that a sent message began with, unless Beeper has done so, or it was changed
	 * elsewhere. From then on the field may follow the chat’s draft again.
	 */
	async #clearDraft(chatID: ChatID, draft: Draft | undefined): Promise<void> {
		if (draft) {
			// The files of a draft are not sent with its text.
			if (draft.attachments.length > 0) return;
			const chat = await this.#mutations.readChat(chatID);
			if (!chat) return;
			if (chat.draft && hasDraft(chat) && isSameDraft(chat.draft, draft)) {
				const mutation = { kind: 'draft', chatID, value: null } as const;
				const result = await this.#mutations.perform(mutation, { canUndo: false });
				if (!isDone(result)) return this.#options.notifier.notifyResult(mutation, result);
			}
		}
		if (this.getWritten(chatID)?.text === '') this.#drop(chatID);
	}

	/** Looks at a message that Beeper has accepted until its network has taken or refused it. */
	async #follow(mutation: MessageMutation): Promise<void> {
		const { wait, signal, notifier } = this.#options;
		let last: AcceptedMessage | undefined;
		for (const pause of DELIVERY_CHECKS) {
			await wait(pause, signal);
			if (signal.aborted) return;
			last = await this.#look(mutation);
			if (last?.delivery === 'failed') notifier.notifyUndelivered(mutation);
			if (last && last.delivery !== 'untraced') this.#settle(mutation, last);
			if (last?.delivery === 'sent' || last?.delivery === 'failed') {
				this.#deliveries++;
				return;
			}
		}
		if (last?.delivery === 'untraced') this.#settle(mutation, last);
	}

	/** @returns undefined for a message that was not accepted, or can’t be read now */
	async #look(mutation: MessageMutation): Promise<AcceptedMessage | undefined> {
		const { source, signal } = this.#options;
		const outcome = this.#findEntry(mutation)?.outcome;
		if (outcome?.kind !== 'done' || !outcome.message) return undefined;
		const { id } = outcome.message;
		try {
			const chatID = outcome.chatID ?? mutation.chatID;
			const message = await source.message(chatID, id, signal);
			return { id: message.id, delivery: getDelivery(message) };
		} catch (error) {
			if (!(error instanceof SourceError)) throw error;
			return error.failure === 'not-found' ? { id, delivery: 'untraced' } : undefined;
		}
	}

	#settle(mutation: MessageMutation, message: AcceptedMessage) {
		const entry = this.#findEntry(mutation);
		if (entry?.outcome.kind !== 'done') return;
		this.#options.activity.settle(entry.id, { outcome: { ...entry.outcome, message } });
	}

	#findEntry(mutation: MessageMutation): LogEntry | undefined {
		return this.#options.activity.find(mutation);
	}

	/** Stores the text of a message until it is released. */
	#keep(mutation: MessageMutation) {
		this.#unsettled = [...this.#unsettled, mutation];
		this.#store();
	}

	#release(mutation: MessageMutation) {
		this.#unsettled = this.#unsettled.filter((other) => other !== mutation);
		this.#store();
	}

	#drop(chatID: ChatID) {
		this.#written = this.#written.filter((one) => one.chatID !== chatID);
	}

	#store() {
		// An unknown outcome may have become known by looking again.
		const unsettled = this.#unsettled.filter((mutation) => {
			const entry = this.#findEntry(mutation);
			return !entry || !hasHappened(entry);
		});
		const sending = unsettled.map((mutation) => toStored(mutation.chatID, mutation, mutation.text));
		const written = this.#written.map(({ chatID, reply }) => toStored(chatID, reply));
		this.#options.storage?.replace(
			[...sending, ...written].filter(({ draft }) => draft.text.trim() !== '')
		);
	}
}

/** @param wanted - the text of a message that was given up to be sent; empty: half-written */
function toStored(
	chatID: ChatID,
	{ text, replyToMessageID }: Pick<WrittenReply, 'text' | 'replyToMessageID'>,
	wanted = ''
): StoredDraft {
	return {
		...{ chatID, draft: { text, markdown: text, attachments: [] }, wanted },
		...(replyToMessageID !== undefined && { replyToMessageID })
	};
}

function getDelivery({ sendStatus }: Message): AcceptedMessage['delivery'] {
	if (sendStatus === 'PENDING') return 'sending';
	return sendStatus?.startsWith('FAIL') ? 'failed' : 'sent';
}

/** Texts of one chat are joined, in their order; those that were being sent are `wanted`. */
function restore(stored: readonly StoredDraft[]): readonly WrittenTo[] {
	return [...groupBy(stored, ({ chatID }) => chatID)].map(([chatID, texts]) => ({
		chatID,
		reply: texts
			.map(({ draft, wanted, replyToMessageID }): WrittenReply => ({
				text: draft.markdown,
				...(replyToMessageID !== undefined && { replyToMessageID }),
				...(wanted !== '' && { isInDoubt: true })
			}))
			.reduce(joinReplies)
	}));
}

/** One text under the other. It answers one message: that of the later text, if both have one. */
function joinReplies(earlier: WrittenReply, later: WrittenReply): WrittenReply {
	const texts = [earlier.text, later.text].filter((text) => text !== '');
	return { ...earlier, ...later, text: texts.join('\n\n') };
}
