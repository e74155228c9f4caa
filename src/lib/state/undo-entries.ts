import {
	getSideEffects,
	isDone,
	type LogEntry,
	type MutationResult
} from '$lib/domain/mutations/result';
import { findLosses } from '$lib/domain/mutations/side-effects';
import { invertMutation, isSuperseded, SUPERSEDED } from '$lib/domain/mutations/undo';
import type { Mutation } from '$lib/domain/mutations/mutation';
import type { Chat } from '$lib/domain/chat/chat';
import type { Activity } from './activity-log.svelte';

export interface UndoingOptions {
	activity: Pick<Activity, 'entries' | 'strike'>;
	/** The chat as it is known now. */
	chat: Chat | undefined;
	/**
	 * Do one of the writes that take something back.
	 *
	 * @param from - the chat as it is before it
	 * @param left - the chat as that which is taken back had left it
	 */
	attempt: (
		mutation: Mutation,
		chats: { from: Chat | undefined; left?: Chat | undefined }
	) => Promise<MutationResult>;
	onresult?: ((mutation: Mutation, result: MutationResult) => void) | undefined;
}

/**
 * Take back what was done to one chat, until something cannot be. The last result tells what could not
 * be brought back although all was done.
 *
 * @param entries - newest first
 */
export async function undoEntries(
	entries: readonly LogEntry[],
	{ activity, chat: known, attempt, onresult }: UndoingOptions
): Promise<void> {
	const steps = entries.flatMap((entry) =>
		entry.undo.map((mutation) => ({ mutation, left: entry.after }))
	);
	const origin = entries.at(-1)?.before;
	/** All that has changed the chat: what was done, what came with it, and what takes it back. */
	const touched: Mutation[] = entries.flatMap(({ mutation, undo, outcome }) => [
		...[mutation, ...undo],
		...(outcome.kind === 'pending' ? [] : getSideEffects(outcome))
	]);
	let chat = known;

	for (const { mutation, left } of steps) {
		const before = chat;
		const result = isSuperseded(mutation, left, before)
			? SUPERSEDED
			: await attempt(mutation, { from: before, left });
		note(mutation);
		if (!isDone(result)) return onresult?.(mutation, result);
		activity.strike(mutation);
		for (const extra of findRedress(result, before, touched)) {
			await attempt(extra, { from: chat });
			note(extra);
		}
		touched.push(...getSideEffects(result));
		onresult?.(mutation, mutation === steps.at(-1)?.mutation ? withLosses(result) : result);
	}

	/** The store may take its time to show what the server has said. */
	function note(mutation: Mutation) {
		chat = activity.entries.find((entry) => entry.mutation === mutation)?.after ?? chat;
	}

	function withLosses(result: MutationResult): MutationResult {
		const losses = origin && chat ? findLosses(origin, chat, touched) : [];
		return losses.length > 0 && 'mismatch' in result ? { ...result, losses } : result;
	}
}

/**
 * Setting a reminder again may archive a chat that nobody has archived: back to the inbox with it.
 *
 * @param touched - what the undoing is about anyway, and brings back in its turn
 */
function findRedress(
	result: MutationResult,
	before: Chat | undefined,
	touched: readonly Mutation[]
): readonly Mutation[] {
	if (!before || touched.some(({ kind }) => kind === 'archive')) return [];
	return getSideEffects(result)
		.filter(({ kind }) => kind === 'archive')
		.flatMap((effect) => invertMutation(before, effect));
}
