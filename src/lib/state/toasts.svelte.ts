import { getActionWords, type Action } from '$lib/domain/mutations/actions';
import { getChatID, type Mutation } from '$lib/domain/mutations/mutation';
import {
	toDoubtNotification,
	toNotification,
	toUndeliveredNotification,
	toUndoNotification,
	type MutationNotification
} from '$lib/domain/mutations/notification';
import { isDone, type MutationResult } from '$lib/domain/mutations/result';
import type { Anonymizer } from '$lib/domain/privacy/anonymizer';
import { anonymizeMutation } from '$lib/domain/privacy/anonymize-log';
import type { ActivityLog } from './activity-log.svelte';
import type { ChatStore } from './chat-store.svelte';

/** A notification in view. */
export interface Toast extends MutationNotification {
	/** ID of the group of mutations the toast is about: see `LogEntry.groupId`. */
	id: number;
	/** Epoch milliseconds until which the group can be undone; absent if it cannot. */
	undoUntil?: number;
	/** Repeats a mutation that certainly didn't happen; absent if that is not offered. */
	retry?: () => void;
}

/** The notifications in view, oldest first, until they are dismissed. */
export class Toasts {
	#shown = $state.raw<readonly Toast[]>([]);

	get shown() {
		return this.#shown;
	}

	/** Replaces an earlier notification with the same ID. */
	notify(toast: Toast) {
		this.#shown = [...this.#shown.filter(({ id }) => id !== toast.id), toast];
	}

	clear() {
		this.#shown = [];
	}

	dismiss(id: Toast['id']) {
		this.#shown = this.#shown.filter((other) => other.id !== id);
	}
}

export interface MutationToastsOptions {
	toasts: Toasts;
	activity: ActivityLog;
	store: ChatStore;
	/** Anonymizes names and texts; null: Privacy mode is off. Read at each use. */
	getAnonymizer: () => Anonymizer | null;
}

/** Notifies of mutations. */
export class MutationToasts {
	readonly #options: MutationToastsOptions;

	constructor(options: MutationToastsOptions) {
		this.#options = options;
	}

	/** Notifies that no clear response has arrived and the chat is being read again. */
	notifyDoubt(mutation: Mutation, groupId: number) {
		const notification = toDoubtNotification(this.#anonymize(mutation), this.#findChat(mutation));
		this.#options.toasts.notify({ ...notification, id: groupId });
	}

	/** Removes the group's notification, because it is obsolete or replaced. */
	dismiss(groupId: number) {
		this.#options.toasts.dismiss(groupId);
	}

	/** @param ways - what the toast offers */
	notifyResult(
		mutation: Mutation,
		result: MutationResult,
		groupId = this.#options.activity.newGroupId(),
		{ undoUntil, retry }: { undoUntil?: number | undefined; retry?: (() => void) | undefined } = {}
	) {
		const chat = this.#findChat(mutation, result);
		const notification = toNotification(this.#anonymize(mutation), result, chat);
		if (!notification) return;
		this.#options.toasts.notify({
			...notification,
			id: groupId,
			...(undoUntil !== undefined && { undoUntil }),
			...(retry && { retry })
		});
	}

	/** Replaces the group's notification, unless it is no longer shown. */
	updateResult(mutation: Mutation, result: MutationResult, groupId: number, undoUntil?: number) {
		const isShown = this.#options.toasts.shown.some(({ id }) => id === groupId);
		if (isShown) this.notifyResult(mutation, result, groupId, { undoUntil });
	}

	/** Notifies only of mutations that could not be undone, or not to the same state. */
	notifyUndone(mutation: Mutation, result: MutationResult) {
		if (!isDone(result)) return this.notifyResult(mutation, result);
		const notification = toUndoNotification(result, this.#findChat(mutation));
		if (notification) this.#notify(notification);
	}

	/** Notifies that an action was refused before it started. */
	notifyRefused(action: Action, reason: string) {
		this.#notify({ tone: 'bad', text: getActionWords(action).failed, detail: reason });
	}

	/** Notifies that a network has not taken a message that Beeper had accepted. */
	notifyUndelivered(mutation: Mutation) {
		this.#notify(toUndeliveredNotification(this.#findChat(mutation)));
	}

	/** Notifies that nothing else can be undone while an undo is running. */
	notifyBusy() {
		this.#notify({ tone: 'plain', text: 'Wait for the current action to finish, or stop it.' });
	}

	/** Notifies that a pending mutation will be undone. @returns the ID of the notification */
	notifyUndoLater(): number {
		return this.#notify({ tone: 'plain', text: 'Undoing as soon as the change is done…' });
	}

	#notify(notification: MutationNotification): number {
		const id = this.#options.activity.newGroupId();
		this.#options.toasts.notify({ ...notification, id });
		return id;
	}

	#findChat(mutation: Mutation, result?: MutationResult) {
		const openedID = result?.kind === 'done' ? result.chatID : undefined;
		const id = getChatID(mutation) ?? openedID;
		return id === undefined ? undefined : this.#options.store.find(id);
	}

	#anonymize(mutation: Mutation): Mutation {
		const anonymizer = this.#options.getAnonymizer();
		return anonymizer ? anonymizeMutation(anonymizer, mutation) : mutation;
	}
}
