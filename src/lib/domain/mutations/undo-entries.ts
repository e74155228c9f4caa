import { getSideEffects, isDone, type LogEntry, type MutationResult } from './result';
import { findLosses } from './side-effects';
import { invertMutation, isOverwritten, isSuperseded, SUPERSEDED } from './undo';
import type { Mutation } from './mutation';
import { isApplied } from './verify';
import type { Chat } from '$lib/domain/chat/chat';

/** The log of the mutations: see `ActivityLog`. */
interface UndoLog {
	find(mutation: Mutation): LogEntry | undefined;
	findSameTarget(mutation: Mutation): readonly LogEntry[];
	markUndone(mutation: Mutation): void;
}

export interface UndoEntriesOptions {
	activity: UndoLog;
	/** The chat as it is known now. */
	chat: Chat | undefined;
	/**
	 * True long after the mutations, when much may have changed: then a later change is not
	 * overwritten, and a value that is back already is not sent.
	 */
	isLate?: boolean;
	/**
	 * Runs one mutation of an undo.
	 *
	 * @param from - the chat before it
	 * @param left - the chat as the original mutation left it
	 */
	attempt: (
		mutation: Mutation,
		chats: { from: Chat | undefined; left?: Chat | undefined }
	) => Promise<MutationResult>;
	onresult?: ((mutation: Mutation, result: MutationResult) => void) | undefined;
}

const ALREADY_DONE: MutationResult = { kind: 'done', mismatch: null };

/**
 * Undoes the mutations of one chat, until one cannot be undone. The last result states which values
 * could not be restored although all were undone.
 *
 * @param entries - newest first
 */
export async function undoEntries(
	entries: readonly LogEntry[],
	{ activity, chat: known, isLate = false, attempt, onresult }: UndoEntriesOptions
): Promise<void> {
	const steps = entries.flatMap((entry) => entry.undo.map((mutation) => ({ mutation, entry })));
	const origin = entries.at(-1)?.before;
	/** All changes of the chat: the mutations, their side effects, and their undo mutations. */
	const touched: Mutation[] = entries.flatMap(({ mutation, undo, outcome }) => [
		...[mutation, ...undo],
		...(outcome.kind === 'pending' ? [] : getSideEffects(outcome))
	]);
	let chat = known;

	for (const { mutation, entry } of steps) {
		const before = chat;
		const left = entry.after;
		const result =
			checkFirst(mutation, entry, before) ?? (await attempt(mutation, { from: before, left }));
		note(mutation);
		if (!isDone(result)) return onresult?.(mutation, result);
		activity.markUndone(mutation);
		for (const repair of findRepairs(result, before, touched)) {
			await attempt(repair, { from: chat });
			note(repair);
		}
		touched.push(...getSideEffects(result));
		onresult?.(mutation, mutation === steps.at(-1)?.mutation ? withLosses(result) : result);
	}

	/** @returns undefined if the mutation is to be sent */
	function checkFirst(
		mutation: Mutation,
		entry: LogEntry,
		now: Chat | undefined
	): MutationResult | undefined {
		const sameTarget = activity.findSameTarget(entry.mutation);
		// An earlier undo may have been found to have happened while this one waited for its turn.
		const current = sameTarget.find(({ id }) => id === entry.id);
		if (current && !current.undo.includes(mutation)) return ALREADY_DONE;
		if (isSuperseded(mutation, entry.after, now)) return SUPERSEDED;
		if (!isLate) return undefined;
		if (isOverwritten(entry, sameTarget)) return SUPERSEDED;
		return now && isApplied(mutation, now) === true ? ALREADY_DONE : undefined;
	}

	/** The log gets the chat at once; the store may get it later, in a batch. */
	function note(mutation: Mutation) {
		chat = activity.find(mutation)?.after ?? chat;
	}

	function withLosses(result: MutationResult): MutationResult {
		const losses = origin && chat ? findLosses(origin, chat, touched) : [];
		return losses.length > 0 && 'mismatch' in result ? { ...result, losses } : result;
	}
}

/**
 * Setting a reminder again may archive a chat that was not archived; the repair unarchives it.
 *
 * @param touched - mutations whose values the undo restores anyway
 */
function findRepairs(
	result: MutationResult,
	before: Chat | undefined,
	touched: readonly Mutation[]
): readonly Mutation[] {
	if (!before || touched.some(({ kind }) => kind === 'archive')) return [];
	return getSideEffects(result)
		.filter(({ kind }) => kind === 'archive')
		.flatMap((effect) => invertMutation(before, effect));
}
