import { groupBy } from '$lib/format/list';
import { formatCount } from '$lib/format/number';
import { getTitle } from '../chat/chat';
import { isolateName } from '../chat/name';
import { getMutationWords } from './describe-change';
import { getChatID } from './mutation';
import { groupByChat, hasHappened, type LogEntry } from './result';
import { canUndoLate } from './undo';

/** One user action in the activity log: its mutations, and those that have undone it. */
export interface ActionGroup {
	/** See `LogEntry.groupId`. */
	id: number;
	/** Epoch milliseconds of the first mutation. */
	at: number;
	/** Newest first; at least one. */
	entries: readonly LogEntry[];
	/** Newest first; often none. */
	undoing: readonly LogEntry[];
}

/**
 * The user actions of the log, newest first.
 *
 * @param entries - newest first
 */
export function groupByAction(entries: readonly LogEntry[]): readonly ActionGroup[] {
	const undoing = groupBy(
		entries.filter(({ undoes }) => undoes !== undefined),
		({ undoes }) => undoes
	);
	const actions = groupBy(
		entries.filter(({ undoes }) => undoes === undefined),
		({ groupId }) => groupId
	);
	return [...actions]
		.map(([id, ofAction]) => ({
			id,
			at: ofAction.at(-1)?.at ?? 0,
			entries: ofAction,
			undoing: undoing.get(id) ?? []
		}))
		.sort((one, other) => other.id - one.id);
}

/** The mutations of an action about one chat, newest first, those that undid it included. */
export interface ChatChanges {
	/** The mutation of the action that counts: the latest. */
	entry: LogEntry;
	/** All of them, newest first. */
	requests: readonly LogEntry[];
}

/** The chats of an action, each with its mutations, in the order in which they were changed. */
export function listChatChanges({ entries, undoing }: ActionGroup): readonly ChatChanges[] {
	const byChat = new Map(groupByChat(undoing).map((ofChat) => [getKey(ofChat), ofChat]));
	return groupByChat(entries)
		.flatMap((ofChat) => {
			const [entry] = ofChat;
			const undone = byChat.get(getKey(ofChat)) ?? [];
			return entry ? [{ entry, requests: [...undone, ...ofChat] }] : [];
		})
		.reverse();
}

function getKey([entry]: readonly LogEntry[]): string | undefined {
	return entry && (getChatID(entry.mutation) ?? entry.after?.id);
}

/** `Archived 1,264 chats`, `Muted Family`, `Mark as read: Family`; the last where it did not happen. */
export function describeAction({ entries }: ActionGroup): string {
	const [entry] = entries;
	if (!entry) return '';
	const { label, done } = getMutationWords(entry.mutation);
	const words = entries.some(hasHappened) ? done : label;
	const chats = groupByChat(entries).length;
	const chat = entry.after ?? entry.before;
	const title = chat ? isolateName(getTitle(chat)) : '';
	const object = chats > 1 ? formatCount(chats, 'chat') : title;
	return object ? joinObject(words, object) : words;
}

function joinObject(words: string, object: string): string {
	return words.includes(' ') ? `${words}: ${object}` : `${words} ${object}`;
}

/** `Archived 1,264 chats`, without the title of a single chat; empty if nothing has happened. */
export function summarizeAction({ entries }: ActionGroup): string {
	const happened = entries.filter(hasHappened);
	const [entry] = happened;
	if (!entry) return '';
	const { done } = getMutationWords(entry.mutation);
	return joinObject(done, formatCount(groupByChat(happened).length, 'chat'));
}

/** Numbers of chats by the outcome of an action. */
export interface ActionCounts {
	pending: number;
	failed: number;
	unknown: number;
	/** Accepted by the server, with another effect. */
	different: number;
	undone: number;
	/** Chats whose change can be undone. */
	undoable: number;
}

export function countOutcomes({ entries }: ActionGroup): ActionCounts {
	function count(fits: (entry: LogEntry) => boolean): number {
		return groupByChat(entries.filter(fits)).length;
	}
	return {
		pending: count(({ outcome }) => outcome.kind === 'pending'),
		failed: count(({ outcome }) => outcome.kind === 'failed'),
		unknown: count((entry) => entry.outcome.kind === 'unknown' && !hasHappened(entry)),
		different: count(({ outcome }) => outcome.kind === 'done' && outcome.mismatch !== null),
		undone: count(({ isUndone }) => isUndone),
		undoable: count(canUndoLate)
	};
}
