import {
	failsForAll,
	getLosses,
	getSideEffects,
	type MutationResult
} from '$lib/domain/mutations/result';
import type { Plan } from '$lib/domain/mutations/plan';
import { getChatID, type Mutation } from '$lib/domain/mutations/mutation';
import { describeResult, type ChatReason } from '$lib/domain/mutations/bulk';
import type { Chat, ChatID } from '$lib/domain/chat/chat';
import { getMutationWords } from '$lib/domain/mutations/describe-change';
import {
	countSideEffects,
	formatLosses,
	formatSideEffect,
	type SideEffect
} from '$lib/domain/mutations/side-effects';
import { formatCount } from '$lib/format/number';

/** A finished mutation of a bulk action. */
export interface FinishedMutation {
	mutation: Mutation;
	result: MutationResult;
}

/** The results of a bulk action or of its undo. Undoing one chat may take several mutations. */
export interface BulkOutcome {
	plan: Plan;
	/** True when these are the results of undoing the plan. */
	isUndo: boolean;
	done: readonly FinishedMutation[];
	failed: readonly FinishedMutation[];
	/** Mutations with an unknown outcome. */
	unknown: readonly FinishedMutation[];
	/** Not started: the user stopped, or an earlier failure applies to all. */
	untried: readonly Mutation[];
}

/** Chats of a summary, under a common heading. */
export interface SummaryList {
	words: string;
	items: readonly ChatReason[];
}

/**
 * `Archived: 403 chats, 9 skipped. 37 were also marked as read`, `Undone: 300 chats, 103 not undone`
 */
export function formatHeadline(outcome: BulkOutcome): string {
	const { plan, isUndo, done } = outcome;
	const { changed, surprising, failed, unknown, unstarted, incomplete } = sortByOutcome(outcome);
	const left = isUndo
		? [count(failed.size + unstarted.size, 'not undone')]
		: [count(plan.skipped.length, 'skipped'), count(failed.size, 'failed')];
	const counts = [
		changed.size > 0 ? formatCount(changed.size, 'chat') : 'none',
		count(surprising.size, 'unexpected result', 'unexpected results'),
		...left,
		count(unknown.size, 'unknown'),
		!isUndo && count(unstarted.size, 'not started')
	];
	const [first] = plan.mutations;
	if (!first) return plan.words;
	const besides = isUndo
		? [count(incomplete.size, 'couldn’t be fully restored')]
		: countSideEffects(done.flatMap(({ result }) => getSideEffects(result)));
	const words = `${isUndo ? 'Undone' : getMutationWords(first).done}: ${counts.filter(Boolean).join(', ')}`;
	return [words, besides.filter(Boolean).join(', ')].filter(Boolean).join('. ');
}

/** Chats by outcome (skipped, different effect, failed …), each with the reason. */
export function toSummaryLists(
	outcome: BulkOutcome,
	findChat: (id: ChatID) => Chat | undefined
): readonly SummaryList[] {
	const { surprising, failed, unknown, unstarted, besides, incomplete } = sortByOutcome(outcome);
	const lists = [
		{ words: 'Unexpected result', items: reasoned(surprising) },
		{ words: outcome.isUndo ? 'Not undone' : 'Failed', items: reasoned(failed) },
		{ words: 'Outcome unknown', items: reasoned(unknown) },
		{ words: 'Not started', items: reasoned(unstarted) },
		outcome.isUndo
			? { words: 'Not restored in full', items: reasoned(incomplete) }
			: { words: 'Also changed', items: reasoned(besides) }
	];
	return lists.filter(({ items }) => items.length > 0);

	function reasoned(places: ReadonlyMap<ChatID, string>): readonly ChatReason[] {
		return [...places].flatMap(([id, reason]) => {
			const chat = findChat(id);
			return chat ? [{ chat, reason }] : [];
		});
	}
}

/**
 * True when a mutation failed for a reason that applies to all; it is listed with those not started.
 */
export function isHeldUp({ result }: FinishedMutation): boolean {
	return result.kind === 'refused' || (result.kind === 'failed' && failsForAll(result.error));
}

type ReasonsByChat = ReadonlyMap<ChatID, string>;

/** Put each chat into a single list, that of its worst outcome, with the reason. */
function sortByOutcome({ done, failed, unknown, untried }: BulkOutcome) {
	const placed = new Set<ChatID>();
	return {
		unknown: place(unknown),
		failed: place(failed.filter((ended) => !isHeldUp(ended))),
		unstarted: place([
			...failed.filter(isHeldUp),
			...untried.map((mutation) => ({ mutation, reason: 'Stopped before it started' }))
		]),
		surprising: place(done.filter(({ result }) => describeResult(result) !== '')),
		changed: place(done),
		besides: gather(done, ({ result }) => getSideEffects(result).map(formatAlso).join(' · ')),
		incomplete: gather(done, ({ result }) => {
			const losses = getLosses(result);
			return losses.length > 0 ? formatLosses(losses) : '';
		})
	};

	function place(
		items: readonly (FinishedMutation | { mutation: Mutation; reason: string })[]
	): ReasonsByChat {
		const places = new Map<ChatID, string>();
		for (const item of items) {
			const id = getChatID(item.mutation);
			if (id === undefined || placed.has(id)) continue;
			placed.add(id);
			places.set(id, 'reason' in item ? item.reason : describeResult(item.result));
		}
		return places;
	}
}

/** Chats with a further remark, in addition to the list of their outcome. */
function gather(
	items: readonly FinishedMutation[],
	say: (ended: FinishedMutation) => string
): ReasonsByChat {
	return new Map(
		items.flatMap((ended) => {
			const [id, words] = [getChatID(ended.mutation), say(ended)];
			return id === undefined || words === '' ? [] : [[id, words] as const];
		})
	);
}

function formatAlso(effect: SideEffect): string {
	return `Also ${formatSideEffect(effect)}`;
}

function count(chats: number, words: string, many = words): string {
	return chats > 0 ? formatCount(chats, words, many) : '';
}
