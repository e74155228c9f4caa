import type { Chat, ChatID } from '../chat/chat';
import type { SourceError, SourceFailure } from '../connection/source';
import type { SideEffect } from './side-effects';
import { getChatID, type Mutation } from './mutation';

/** What became of a chat by a write that happened, where that is not just what was asked for. */
export interface Consequences {
	/** What else changed by it; absent: nothing. */
	sideEffects?: readonly SideEffect[];
	/** Of an undoing: what it could not bring back, as `findLosses` words it; absent: nothing. */
	losses?: readonly string[];
}

/** How a write that was sent ended. */
export type MutationOutcome =
	/** `mismatch`: what the server did instead; a sentence. `chatID`: of an opened chat. */
	| ({ kind: 'done'; mismatch: string | null; chatID?: ChatID } & Consequences)
	/** The server refused, or it never came to sending. */
	| { kind: 'failed'; error: SourceError }
	/**
	 * No clear answer came: it may have happened, or may still happen. `found`: whether the chat, read
	 * again, is as it was asked for; undefined when that could not be told.
	 */
	| ({ kind: 'unknown'; error: SourceError; found: boolean | undefined } & Consequences);

/** How an attempt ended, sent or not. */
export type MutationResult =
	| MutationOutcome
	/** Nothing may be changed at all. */
	| { kind: 'refused'; reason: string }
	/** The same is under way already: a double click. */
	| { kind: 'ignored' };

const UNCLEAR: ReadonlySet<SourceFailure> = new Set([
	'unreachable',
	'blocked',
	'timed-out',
	'cancelled',
	'malformed',
	'redirected',
	// A server that fails may do so after it has done what it was asked.
	'server-fault',
	'network-failed'
]);

/** True where the server may have done it although it did not say so. */
export function isOutcomeUnknown(error: SourceError): boolean {
	return UNCLEAR.has(error.failure);
}

const HOPELESS: ReadonlySet<SourceFailure> = new Set([
	'token-missing',
	'token-refused',
	'token-expired',
	'read-only',
	'scope',
	'unreachable',
	'blocked',
	'rate-limited',
	'not-sent',
	'other-server',
	'cancelled'
]);

/** True where all other writes would end the same, so that none should be tried. */
export function failsForAll(error: SourceError): boolean {
	return HOPELESS.has(error.failure);
}

/** Whether it happened, as far as anybody knows. */
export function isDone(result: MutationResult): boolean {
	return result.kind === 'done' || (result.kind === 'unknown' && result.found === true);
}

/** What else a write changed in its chat. */
export function getSideEffects(result: MutationResult): readonly SideEffect[] {
	return 'sideEffects' in result ? (result.sideEffects ?? []) : [];
}

/** What an undoing could not bring back. */
export function getLosses(result: MutationResult): readonly string[] {
	return 'losses' in result ? (result.losses ?? []) : [];
}

/** One write in the log of this tab. */
export interface LogEntry {
	id: number;
	/** What the person did in one go has one number, however many writes that took. */
	groupId: number;
	/** Epoch milliseconds. */
	at: number;
	mutation: Mutation;
	/** The chat as it was known; undefined when it was not. */
	before: Chat | undefined;
	/** The chat as the server described it afterwards; undefined when it did not. */
	after: Chat | undefined;
	outcome: MutationOutcome | { kind: 'pending' };
	/** HTTP status; undefined when no answer came. */
	status: number | undefined;
	/** The answer as it came, or what the server said of its refusal. */
	answer: string;
	/** What would take it back, in order; empty when nothing can. */
	undo: readonly Mutation[];
	/** Epoch milliseconds until which it may be taken back. */
	undoUntil: number;
	isUndone: boolean;
}

/** Entries of each chat together, in their order; those about no chat are each on their own. */
export function groupByChat(entries: readonly LogEntry[]): readonly (readonly LogEntry[])[] {
	const groups = new Map<string | number, LogEntry[]>();
	for (const entry of entries) {
		const key = getChatID(entry.mutation) ?? entry.id;
		const group = groups.get(key);
		if (group) group.push(entry);
		else groups.set(key, [entry]);
	}
	return [...groups.values()];
}
