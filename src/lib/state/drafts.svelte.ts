import { isDone, type MutationOutcome } from '$lib/domain/mutations/result';
import { findUnsavedDrafts, type RecoveredDraft, hasDraft } from '$lib/domain/mutations/draft';
import { isSuperseded, SUPERSEDED } from '$lib/domain/mutations/undo';
import { toSteps, type DraftMutation } from '$lib/domain/mutations/mutation';
import { isSameDraft, type Chat, type ChatID, type Draft } from '$lib/domain/chat/chat';
import type { ChatStore } from './chat-store.svelte';
import type { Sender, SendOptions } from './send-mutation';
import type { DraftShelf, KeptDraft } from './draft-storage';

/**
 * Sets and clears drafts. Beeper takes a new one only after the old one is cleared, so that replacing
 * one is two steps; from before the first until after the second, the old one is kept here, and on
 * the shelf.
 */
export class Drafts {
	readonly #sender: Sender;
	readonly #chats: ChatStore;
	readonly #shelf: DraftShelf | undefined;
	#rescued = $state.raw<readonly (KeptDraft & RecoveredDraft)[]>([]);
	#underWay: readonly KeptDraft[] = [];

	constructor(sender: Sender, chats: ChatStore, shelf?: DraftShelf) {
		this.#sender = sender;
		this.#chats = chats;
		this.#shelf = shelf;
		this.#rescued = (shelf?.kept ?? []).map((kept) => ({ ...kept, cause: 'left' }));
	}

	/** What was in the chat before a replacement that did not come to its end: to be offered again. */
	rescued(id: ChatID): readonly RecoveredDraft[] {
		const ofChat = this.#rescued.filter(({ chatID }) => chatID === id);
		return findUnsavedDrafts(ofChat, this.#chats.get(id));
	}

	/** The person does not want a rescued draft. */
	forget(id: ChatID, draft: Draft) {
		this.#drop((one) => one.chatID === id && isSameDraft(one.draft, draft));
	}

	/** Forget all of them, as when the person signs out. */
	erase() {
		this.#shelf?.erase();
		this.#rescued = [];
	}

	async set(mutation: DraftMutation, options: SendOptions): Promise<MutationOutcome> {
		const { chatID, value } = mutation;
		const { left, canUndo } = options;
		// What is cleared must be what is kept, so look at what is there now.
		if (left || toSteps(this.#chats.get(chatID), mutation).length > 1) {
			await this.#sender.read(chatID, options);
		}
		const old = this.#chats.get(chatID);
		if (isSuperseded(mutation, left, old)) return SUPERSEDED;

		const wanted = value?.text ?? '';
		const kept: KeptDraft[] = [];
		if (value && old?.draft && hasDraft(old)) kept.push({ chatID, draft: old.draft, wanted });
		// Nobody typed this now: it is in no field of the page.
		if (value && !canUndo) {
			const draft = { text: wanted, markdown: wanted, attachments: [] };
			kept.push({ chatID, draft, wanted: '' });
		}
		this.#keep(kept);
		let outcome: MutationOutcome | undefined;
		try {
			outcome = await this.#send(mutation, old, options);
			return outcome;
		} finally {
			this.#release(kept, outcome);
			if (outcome && isDone(outcome)) this.#settle(mutation, old, canUndo);
		}
	}

	async #send(
		mutation: DraftMutation,
		old: Chat | undefined,
		options: SendOptions
	): Promise<MutationOutcome> {
		const [first = mutation, second] = toSteps(old, mutation);
		const outcome = await this.#sender.send(first, options);
		if (!second || !isDone(outcome)) return outcome;
		const last = await this.#sender.send(second, { ...options, from: old });
		if (isDone(last)) this.#sender.dropUndo(first);
		return last;
	}

	#keep(kept: readonly KeptDraft[]) {
		this.#underWay = [...this.#underWay, ...kept];
		this.#store();
	}

	/** @param outcome - undefined when a bug ended it */
	#release(kept: readonly KeptDraft[], outcome: MutationOutcome | undefined) {
		this.#underWay = this.#underWay.filter((one) => !kept.includes(one));
		if (!outcome || !isDone(outcome)) {
			const isKnown = outcome?.kind === 'failed';
			const lost = kept
				.map((one) => ({ ...one, cause: 'failed' as const }))
				.filter(
					(one) => !isKnown || findUnsavedDrafts([one], this.#chats.get(one.chatID)).length > 0
				)
				.filter((one) => !this.#rescued.some((other) => isSameKept(one, other)));
			this.#rescued = [...this.#rescued, ...lost];
		}
		this.#store();
	}

	/** A draft was set or cleared: what was rescued for it has done its service. */
	#settle({ chatID, value }: DraftMutation, old: Chat | undefined, canUndo: boolean) {
		const now = value?.text ?? old?.draft?.markdown;
		const isBack = this.#rescued.some((one) => one.chatID === chatID && one.draft.markdown === now);
		const isNew = value !== null && canUndo && !isBack;
		this.#drop((one) => one.chatID === chatID && (isNew || one.draft.markdown === now));
	}

	#drop(isDropped: (one: KeptDraft) => boolean) {
		this.#rescued = this.#rescued.filter((one) => !isDropped(one));
		this.#store();
	}

	#store() {
		this.#shelf?.replace([...this.#rescued, ...this.#underWay]);
	}
}

function isSameKept(one: KeptDraft, other: KeptDraft): boolean {
	return one.chatID === other.chatID && isSameDraft(one.draft, other.draft);
}
