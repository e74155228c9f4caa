import {
	failsForAll,
	getLosses,
	getSideEffects,
	type MutationResult
} from '$lib/domain/mutations/result';
import type { Plan } from '$lib/domain/mutations/plan';
import { getChatID, type Mutation } from '$lib/domain/mutations/mutation';
import { describeFailure, type ChatReason } from '$lib/domain/mutations/bulk';
import type { Chat, ChatID } from '$lib/domain/chat/chat';
import { getMutationWords } from '$lib/domain/mutations/describe-change';
import {
	countSideEffects,
	formatLosses,
	formatSideEffect,
	type SideEffect
} from '$lib/domain/mutations/side-effects';
import { formatCount, formatNumber } from '$lib/format/number';

/** How one write of many ended. */
export interface Ended {
	mutation: Mutation;
	result: MutationResult;
}

/** How many writes ended. Taking back what was done to one chat may be several of them. */
export interface Ending {
	plan: Plan;
	/** What ended is the undoing of the plan. */
	isUndo: boolean;
	done: readonly Ended[];
	failed: readonly Ended[];
	/** Nobody knows whether these happened. */
	unknown: readonly Ended[];
	/** Not begun: stopped, or hopeless after how another failed. */
	untried: readonly Mutation[];
}

/** Chats of which there is something to be told. */
export interface SummaryList {
	words: string;
	items: readonly ChatReason[];
}

/**
 * `Archived: 403 chats, 9 skipped; 37 were also marked as read`, `Undone: 300 chats, 103 not undone`
 */
export function formatHeadline(ending: Ending): string {
	const { plan, isUndo, done } = ending;
	const { changed, surprising, failed, unknown, unstarted, incomplete } = sortByOutcome(ending);
	const left = isUndo
		? [count(failed.size + unstarted.size, 'not undone')]
		: [count(plan.skipped.length, 'skipped'), count(failed.size, 'failed')];
	const counts = [
		changed.size > 0 ? formatCount(changed.size, 'chat') : 'none',
		count(surprising.size, 'otherwise'),
		...left,
		count(unknown.size, 'unknown'),
		!isUndo && count(unstarted.size, 'not started')
	];
	const [first] = plan.mutations;
	if (!first) return plan.words;
	const besides = isUndo
		? [count(incomplete.size, 'could not be restored in full')]
		: countSideEffects(done.flatMap(({ result }) => getSideEffects(result)));
	const words = `${isUndo ? 'Undone' : getMutationWords(first).done}: ${counts.filter(Boolean).join(', ')}`;
	return [words, ...besides.filter(Boolean)].join('; ');
}

/** Chats that were skipped, turned out otherwise, failed …, each with the reason. */
export function toSummaryLists(
	ending: Ending,
	findChat: (id: ChatID) => Chat | undefined
): readonly SummaryList[] {
	const { surprising, failed, unknown, unstarted, besides, incomplete } = sortByOutcome(ending);
	const lists = [
		{ words: 'Turned out otherwise', items: reasoned(surprising) },
		{ words: ending.isUndo ? 'Not undone' : 'Failed', items: reasoned(failed) },
		{ words: 'Unknown, look whether it happened', items: reasoned(unknown) },
		{ words: 'Not started', items: reasoned(unstarted) },
		ending.isUndo
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

/** Whether a write did not happen for a reason that holds for all: it is told with those not begun. */
export function isHeldUp({ result }: Ended): boolean {
	return result.kind === 'refused' || (result.kind === 'failed' && failsForAll(result.error));
}

type Places = ReadonlyMap<ChatID, string>;

/** Each chat in one place only, the worst that can be said of it, with the reason. */
function sortByOutcome({ done, failed, unknown, untried }: Ending) {
	const told = new Set<ChatID>();
	return {
		unknown: place(unknown),
		failed: place(failed.filter((ended) => !isHeldUp(ended))),
		unstarted: place([
			...failed.filter(isHeldUp),
			...untried.map((mutation) => ({ mutation, reason: 'Stopped before its turn' }))
		]),
		surprising: place(done.filter(({ result }) => describeFailure(result) !== '')),
		changed: place(done),
		besides: gather(done, ({ result }) => getSideEffects(result).map(formatAlso).join(' · ')),
		incomplete: gather(done, ({ result }) => {
			const losses = getLosses(result);
			return losses.length > 0 ? formatLosses(losses) : '';
		})
	};

	function place(items: readonly (Ended | { mutation: Mutation; reason: string })[]): Places {
		const places = new Map<ChatID, string>();
		for (const item of items) {
			const id = getChatID(item.mutation);
			if (id === undefined || told.has(id)) continue;
			told.add(id);
			places.set(id, 'reason' in item ? item.reason : describeFailure(item.result));
		}
		return places;
	}
}

/** Chats of which there is something to be said beside where they are placed. */
function gather(items: readonly Ended[], say: (ended: Ended) => string): Places {
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

function count(chats: number, words: string): string {
	return chats > 0 ? `${formatNumber(chats)} ${words}` : '';
}
