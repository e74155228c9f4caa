import type { Result } from '$lib/domain/actions/outcome';
import type { Plan } from '$lib/domain/actions/plan';
import { wordsOf } from '$lib/domain/actions/words';
import { chatIDOf, type Write } from '$lib/domain/actions/write';
import { reasonFor, type Reasoned } from '$lib/domain/bulk';
import { counted, numberWords } from '$lib/domain/capabilities/quantity';
import type { Chat, ChatID } from '$lib/domain/chat';

/** How one write of many ended. */
export interface Ended {
	write: Write;
	result: Result;
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
	untried: readonly Write[];
}

/** Chats of which there is something to be told. */
export interface SummaryList {
	words: string;
	items: readonly Reasoned[];
}

/** `Archived: 403 chats, 9 skipped`, `Undone: 300 chats, 103 not undone` */
export function headlineOf(ending: Ending): string {
	const { plan, isUndo } = ending;
	const { changed, surprising, failed, unknown, untried } = placesOf(ending);
	const left = isUndo
		? [count(failed.size + untried.size, 'not undone')]
		: [count(plan.skipped.length, 'skipped'), count(failed.size, 'failed')];
	const counts = [
		changed.size > 0 ? counted(changed.size, 'chat') : 'none',
		count(surprising.size, 'otherwise'),
		...left,
		count(unknown.size, 'unknown'),
		!isUndo && count(untried.size, 'not begun')
	];
	const [first] = plan.writes;
	if (!first) return plan.words;
	return `${isUndo ? 'Undone' : wordsOf(first).done}: ${counts.filter(Boolean).join(', ')}`;
}

/** Chats that were skipped, turned out otherwise, failed …, each with the reason. */
export function listsOf(
	ending: Ending,
	chatOf: (id: ChatID) => Chat | undefined
): readonly SummaryList[] {
	const { surprising, failed, unknown, untried } = placesOf(ending);
	const lists = [
		{ words: 'Turned out otherwise', items: reasoned(surprising) },
		{ words: ending.isUndo ? 'Not undone' : 'Failed', items: reasoned(failed) },
		{ words: 'Unknown, look whether it happened', items: reasoned(unknown) }
	];
	const waiting = { words: 'Not begun', items: reasoned(untried) };
	return [...lists, waiting].filter(({ items }) => items.length > 0);

	function reasoned(places: ReadonlyMap<ChatID, string>): readonly Reasoned[] {
		return [...places].flatMap(([id, reason]) => {
			const chat = chatOf(id);
			return chat ? [{ chat, reason }] : [];
		});
	}
}

type Places = ReadonlyMap<ChatID, string>;

/** Each chat in one place only, the worst that can be said of it, with the reason. */
function placesOf({ done, failed, unknown, untried }: Ending) {
	const told = new Set<ChatID>();
	return {
		unknown: place(unknown),
		failed: place(failed),
		untried: place(untried.map((write) => ({ write, reason: 'Stopped before its turn' }))),
		surprising: place(done.filter(({ result }) => reasonFor(result) !== '')),
		changed: place(done)
	};

	function place(items: readonly (Ended | { write: Write; reason: string })[]): Places {
		const places = new Map<ChatID, string>();
		for (const item of items) {
			const id = chatIDOf(item.write);
			if (id === undefined || told.has(id)) continue;
			told.add(id);
			places.set(id, 'reason' in item ? item.reason : reasonFor(item.result));
		}
		return places;
	}
}

function count(chats: number, words: string): string {
	return chats > 0 ? `${numberWords(chats)} ${words}` : '';
}
