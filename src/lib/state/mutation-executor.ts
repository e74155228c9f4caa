import { mergeResponse, applyMutation } from '$lib/domain/mutations/optimistic';
import {
	isDone,
	isOutcomeUnknown,
	type Consequences,
	type LogEntry,
	type MutationOutcome
} from '$lib/domain/mutations/result';
import { isApplied, findMismatch } from '$lib/domain/mutations/verify';
import { findSideEffects } from '$lib/domain/mutations/side-effects';
import { toUndo, UNDO_FOR } from '$lib/domain/mutations/undo';
import {
	getChatID,
	isFieldMutation,
	type MessageMutation,
	type Mutation
} from '$lib/domain/mutations/mutation';
import { wasSent } from '$lib/domain/mutations/sent-message';
import { addMessages } from '$lib/domain/chat/message-list';
import type {
	MessageSource,
	MutationResponse,
	MutationSender,
	Source
} from '$lib/domain/connection/source';
import type { Chat, ChatID } from '$lib/domain/chat/chat';
import { SourceError } from '$lib/domain/connection/source-error';
import type { ActivityLog } from './activity-log.svelte';
import type { ChatStore } from './chat-store.svelte';

/** Delays in milliseconds before each refetch of a chat that does not show the mutation yet. */
const REFETCH_DELAYS = [500, 2_500];

export interface ExecutorOptions {
	source: MutationSender & Pick<Source, 'chat'> & Pick<MessageSource, 'messages'>;
	chats: ChatStore;
	activity: ActivityLog;
	/** Epoch milliseconds. */
	now: () => number;
	/** Resolves after this time, or at once when the signal aborts. */
	wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
	/** Aborts at the end of the connection: leaving a page does not cancel a sent mutation. */
	signal: AbortSignal;
}

export interface SendOptions {
	/** See `LogEntry.groupId`. */
	groupId: number;
	/** False for a mutation that is itself an undo. */
	canUndo: boolean;
	/** Called with a chat as the server returns it. */
	show: (chat: Chat) => void;
	/** Called when no clear response has arrived, before the chat is read again. */
	ondoubt?: ((error: SourceError) => void) | undefined;
	/** The chat before the first of several steps; by default that of the store. */
	from?: Chat | undefined;
	/** For an undo: the chat as the original mutation left it. */
	left?: Chat | undefined;
	/** For an undo: the group that it undoes. */
	undoes?: number | undefined;
}

/** A mutation that is being sent. */
interface SentMutation {
	/** ID of its log entry. */
	entry: number;
	mutation: Mutation;
	/** The chat before the mutation; undefined if it is not known. */
	from: Chat | undefined;
	options: Pick<SendOptions, 'canUndo' | 'show' | 'ondoubt'>;
}

/**
 * Sends one mutation, logs it, and verifies the chat. The chat is shown once it has the requested
 * state, or has been read often enough: servers may return its previous state for a moment.
 */
export class MutationExecutor {
	readonly #options: ExecutorOptions;

	constructor(options: ExecutorOptions) {
		this.#options = options;
	}

	/** Sends one request. An expected failure is an outcome; a bug is logged and thrown. */
	async send(mutation: Mutation, options: SendOptions): Promise<MutationOutcome> {
		const { chats, activity, now } = this.#options;
		const id = getChatID(mutation);
		const before = id === undefined ? undefined : chats.get(id);
		const { groupId, undoes } = options;
		const entry = activity.begin({ groupId, undoes, at: now(), mutation, before });
		const sending: SentMutation = { entry, mutation, from: options.from ?? before, options };
		try {
			return await this.#exchange(sending);
		} catch (bug) {
			// The effect of a bug is unknown.
			const error = new SourceError('malformed');
			activity.settle(entry, { outcome: { kind: 'unknown', error, found: undefined } });
			throw bug;
		}
	}

	/** Marks the mutation as no longer undoable, since it is undone together with a later one. */
	dropUndo(mutation: Mutation) {
		const entry = this.#findEntry(mutation);
		if (entry) this.#options.activity.settle(entry.id, { undo: [] });
	}

	/** @returns undefined when the chat cannot be read now */
	async read(id: ChatID, { show }: Pick<SendOptions, 'show'>): Promise<Chat | undefined> {
		const chat = await this.#read(id);
		if (chat) show(chat);
		return chat;
	}

	/**
	 * Reads a chat beside its mutations: it is shown unless one has changed it meanwhile.
	 *
	 * @returns undefined when it cannot be read now
	 */
	async readBeside(id: ChatID): Promise<Chat | undefined> {
		const { chats } = this.#options;
		const requestTime = chats.getRequestTime();
		return this.read(id, { show: (chat) => chats.applyLatest([chat], requestTime) });
	}

	/** @throws SourceError when the chat cannot be read now */
	async readNow(id: ChatID): Promise<Chat> {
		const { source, chats, signal } = this.#options;
		const { chat } = await source.chat(id, signal);
		const isAsked = chat.id === id || chat.localChatID === id;
		if (!isAsked) throw new SourceError('malformed');
		return mergeResponse(chats.get(chat.id), chat);
	}

	/**
	 * The outcome, according to its chat, of a mutation whose outcome was unknown.
	 *
	 * @param chat - as read since
	 * @returns undefined for a mutation whose outcome is no longer unknown
	 */
	review(mutation: Mutation, chat: Chat): MutationOutcome | undefined {
		const entry = this.#findEntry(mutation);
		if (entry?.outcome.kind !== 'unknown') return undefined;
		const canUndo = entry.undoes === undefined;
		const sending = { entry: entry.id, mutation, from: entry.before, options: { canUndo } };
		return this.#judge(sending, entry.outcome.error, chat);
	}

	/**
	 * Looks again for a message whose outcome was unknown.
	 *
	 * @returns undefined if its outcome is no longer unknown, or its chat can’t be read now
	 */
	async reviewMessage(mutation: MessageMutation): Promise<MutationOutcome | undefined> {
		const entry = this.#findEntry(mutation);
		if (entry?.outcome.kind !== 'unknown') return undefined;
		const found = await this.#findMessage(mutation, entry.at);
		if (found === undefined) return undefined;
		const sending = { entry: entry.id, mutation, from: entry.before, options: { canUndo: false } };
		return this.#settle(sending, undefined, { ...entry.outcome, found });
	}

	#findEntry(mutation: Mutation): LogEntry | undefined {
		return this.#options.activity.find(mutation);
	}

	async #exchange(sending: SentMutation): Promise<MutationOutcome> {
		const { source, activity, signal } = this.#options;
		const { entry, mutation } = sending;
		let answer: MutationResponse;
		try {
			answer = await source.sendMutation(mutation, signal);
		} catch (error) {
			if (!(error instanceof SourceError)) throw error;
			activity.settle(entry, { status: error.status, answer: error.says ?? '' });
			return isOutcomeUnknown(error)
				? await this.#resolveDoubt(sending, error)
				: await this.#fail(sending, error);
		}
		const { status, json, isUnexpected } = answer;
		activity.settle(entry, { status, answer: json });
		return isUnexpected
			? await this.#resolveDoubt(sending, new SourceError('malformed', { status }))
			: await this.#confirm(sending, answer);
	}

	/** Handles a mutation that the server has accepted. */
	async #confirm(
		sending: SentMutation,
		{ chat, chatID, messageID }: MutationResponse
	): Promise<MutationOutcome> {
		const { chats, activity } = this.#options;
		const { entry, mutation, options } = sending;
		const isKnown = isFieldMutation(mutation) || mutation.kind === 'message';
		const id = isKnown ? mutation.chatID : chatID;
		const from = sending.from ?? (id === undefined ? undefined : chats.get(id));
		// For a mutation that opens a chat, only the response contains the chat.
		if (!sending.from && from) activity.settle(entry, { before: from });
		const read = chat ?? (id === undefined ? undefined : await this.#read(id));
		const current = read && mergeResponse(chats.get(read.id), read);
		const isNotYet = current && isApplied(mutation, current, from) === false;
		const after = isNotYet ? await this.#refetch(mutation, from) : current;
		if (after) options.show(after);
		// The server accepted the mutation, but the chat cannot be read: the mutation is assumed to be
		// done.
		else if (from && isFieldMutation(mutation)) options.show(applyMutation(from, mutation));
		const mismatch = after ? findMismatch(mutation, from, after) : null;
		const outcome = {
			...{ kind: 'done' as const, mismatch },
			...(chatID !== undefined && { chatID }),
			...(messageID !== undefined && { message: { id: messageID, delivery: 'sending' as const } })
		};
		return this.#settle({ ...sending, from }, after, outcome);
	}

	/** The outcome is unknown, so the chat is read to determine it. */
	async #resolveDoubt(sending: SentMutation, error: SourceError): Promise<MutationOutcome> {
		const { entry, mutation, from, options } = sending;
		const outcome: MutationOutcome = { kind: 'unknown', error, found: undefined };
		this.#options.activity.settle(entry, { outcome });
		options.ondoubt?.(error);
		if (mutation.kind === 'message') {
			const found = await this.#awaitMessage(mutation);
			return this.#settle(sending, undefined, { kind: 'unknown', error, found });
		}
		const after = await this.#refetch(mutation, from);
		if (after) options.show(after);
		return this.#judge(sending, error, after);
	}

	#judge(
		sending: Omit<SentMutation, 'options'> & { options: Pick<SendOptions, 'canUndo'> },
		error: SourceError,
		after: Chat | undefined
	): MutationOutcome {
		const found = after && isApplied(sending.mutation, after, sending.from);
		return this.#settle(sending, after, { kind: 'unknown', error, found });
	}

	/** Handles a mutation that the server has rejected. */
	async #fail(sending: SentMutation, error: SourceError): Promise<MutationOutcome> {
		const { mutation, options } = sending;
		// The chat differs from what is shown.
		const isOutdated = error.failure === 'conflict' && isFieldMutation(mutation);
		const after = isOutdated ? await this.read(mutation.chatID, options) : undefined;
		return this.#settle(sending, after, { kind: 'failed', error });
	}

	#settle(
		{
			entry,
			mutation,
			from,
			options
		}: Omit<SentMutation, 'options'> & {
			options: Pick<SendOptions, 'canUndo'>;
		},
		after: Chat | undefined,
		ending: MutationOutcome
	): MutationOutcome {
		const { activity, now } = this.#options;
		const sideEffects =
			isDone(ending) && from && after ? findSideEffects(mutation, from, after, now()) : [];
		const consequences: Consequences = sideEffects.length > 0 ? { sideEffects } : {};
		const outcome: MutationOutcome =
			ending.kind === 'failed' ? ending : { ...ending, ...consequences };
		const undo =
			options.canUndo && isDone(outcome) ? toUndo(from, mutation, after, sideEffects) : [];
		activity.settle(entry, { after, outcome, undo, undoUntil: now() + UNDO_FOR });
		return outcome;
	}

	/**
	 * Reads a chat a few times, until it has the requested state.
	 *
	 * @returns the chat as last read; undefined if the last read failed
	 */
	async #refetch(mutation: Mutation, from: Chat | undefined): Promise<Chat | undefined> {
		if (!isFieldMutation(mutation)) return undefined;
		let seen: Chat | undefined;
		for (const pause of REFETCH_DELAYS) {
			await this.#options.wait(pause, this.#options.signal);
			seen = await this.#read(mutation.chatID);
			if (seen && isApplied(mutation, seen, from) !== false) break;
		}
		return seen;
	}

	/** Looks for a message of unknown outcome a few times, until it is there. */
	async #awaitMessage(mutation: MessageMutation): Promise<boolean | undefined> {
		const at = this.#findEntry(mutation)?.at ?? 0;
		let found: boolean | undefined;
		for (const pause of REFETCH_DELAYS) {
			await this.#options.wait(pause, this.#options.signal);
			found = await this.#findMessage(mutation, at);
			if (found) break;
		}
		return found;
	}

	/** @returns undefined when it is unknown, also when the messages can’t be read now */
	async #findMessage(mutation: MessageMutation, at: number): Promise<boolean | undefined> {
		const { source, chats, activity, signal } = this.#options;
		const memberIDs = chats.get(mutation.chatID)?.merge?.chatIDs ?? [];
		const knownIDs = activity.entries.flatMap(({ outcome }) =>
			outcome.kind === 'done' && outcome.message ? [outcome.message.id] : []
		);
		try {
			const found: (boolean | undefined)[] = [];
			for (const chatID of memberIDs.length > 0 ? memberIDs : [mutation.chatID]) {
				const { items } = await source.messages(chatID, undefined, signal);
				found.push(wasSent(addMessages([], items), mutation, at, new Set(knownIDs)));
			}
			if (found.includes(true)) return true;
			return found.includes(undefined) ? undefined : false;
		} catch (error) {
			if (!(error instanceof SourceError)) throw error;
			return undefined;
		}
	}

	async #read(id: ChatID): Promise<Chat | undefined> {
		try {
			return await this.readNow(id);
		} catch (error) {
			if (!(error instanceof SourceError)) throw error;
			return undefined;
		}
	}
}
