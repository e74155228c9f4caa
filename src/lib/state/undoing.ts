import { getSideEffects, isDone, type Entry, type Result } from '$lib/domain/mutations/result';
import { findLosses } from '$lib/domain/mutations/side-effects';
import { inverseOf, isSuperseded, SUPERSEDED } from '$lib/domain/mutations/undo';
import type { Write } from '$lib/domain/mutations/mutation';
import type { Chat } from '$lib/domain/chat/chat';
import type { Activity } from './activity.svelte';

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
		write: Write,
		chats: { from: Chat | undefined; left?: Chat | undefined }
	) => Promise<Result>;
	onresult?: ((write: Write, result: Result) => void) | undefined;
}

/**
 * Take back what was done to one chat, until something cannot be. The last result tells what could not
 * be brought back although all was done.
 *
 * @param entries - newest first
 */
export async function undoEntries(
	entries: readonly Entry[],
	{ activity, chat: known, attempt, onresult }: UndoingOptions
): Promise<void> {
	const steps = entries.flatMap((entry) =>
		entry.undo.map((write) => ({ write, left: entry.after }))
	);
	const origin = entries.at(-1)?.before;
	/** All that has changed the chat: what was done, what came with it, and what takes it back. */
	const touched: Write[] = entries.flatMap(({ write, undo, outcome }) => [
		...[write, ...undo],
		...(outcome.kind === 'pending' ? [] : getSideEffects(outcome))
	]);
	let chat = known;

	for (const { write, left } of steps) {
		const before = chat;
		const result = isSuperseded(write, left, before)
			? SUPERSEDED
			: await attempt(write, { from: before, left });
		note(write);
		if (!isDone(result)) return onresult?.(write, result);
		activity.strike(write);
		for (const extra of findRedress(result, before, touched)) {
			await attempt(extra, { from: chat });
			note(extra);
		}
		touched.push(...getSideEffects(result));
		onresult?.(write, write === steps.at(-1)?.write ? withLosses(result) : result);
	}

	/** The store may take its time to show what the server has said. */
	function note(write: Write) {
		chat = activity.entries.find((entry) => entry.write === write)?.after ?? chat;
	}

	function withLosses(result: Result): Result {
		const lost = origin && chat ? findLosses(origin, chat, touched) : [];
		return lost.length > 0 && 'surprise' in result ? { ...result, lost } : result;
	}
}

/**
 * Setting a reminder again may archive a chat that nobody has archived: back to the inbox with it.
 *
 * @param touched - what the undoing is about anyway, and brings back in its turn
 */
function findRedress(
	result: Result,
	before: Chat | undefined,
	touched: readonly Write[]
): readonly Write[] {
	if (!before || touched.some(({ kind }) => kind === 'archive')) return [];
	return getSideEffects(result)
		.filter(({ kind }) => kind === 'archive')
		.flatMap((effect) => inverseOf(before, effect));
}
