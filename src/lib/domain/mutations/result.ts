import type { Chat, ChatID } from '../chat/chat';
import { getChatID, type Mutation } from './mutation';
import type { SourceError, SourceFailure } from '../connection/source-error';
import type { SideEffect } from './side-effects';

/** What a mutation that happened did beyond what it was asked to. */
export interface Consequences {
	/** Absent: none. */
	sideEffects?: readonly SideEffect[];
	/** What an undo could not restore, in the words of `findLosses`; absent: nothing. */
	losses?: readonly string[];
}

/** How a mutation that was sent ended. */
export type MutationOutcome =
	/** `mismatch`: what the server did instead; a sentence. `chatID`: of an opened chat. */
	| ({ kind: 'done'; mismatch: string | null; chatID?: ChatID } & Consequences)
	/** The server refused it, or it could not be sent. */
	| { kind: 'failed'; error: SourceError }
	/**
	 * No clear response arrived: it may have happened, or may still happen. `found`: whether the chat, read
	 * again, is as it should be; undefined when that is unknown.
	 */
	| ({ kind: 'unknown'; error: SourceError; found: boolean | undefined } & Consequences);

/** How an attempt ended, sent or not. */
export type MutationResult =
	| MutationOutcome
	/** Nothing may be changed at all. */
	| { kind: 'refused'; reason: string }
	/** The same is in progress already: a double click. */
	| { kind: 'ignored' };

const UNCLEAR: ReadonlySet<SourceFailure> = new Set([
	'unreachable',
	'blocked',
	'timed-out',
	'cancelled',
	'malformed',
	'redirected',
	// A server may fail after it has carried out the mutation.
	'server-fault',
	'network-failed'
]);

/** Whether the server may have carried out the mutation although it did not say so. */
export function isOutcomeUnknown(error: SourceError): boolean {
	return UNCLEAR.has(error.failure);
}

const FATAL_FOR_ALL: ReadonlySet<SourceFailure> = new Set([
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

/** Whether every other mutation would fail for the same reason, so that none should be tried. */
export function failsForAll(error: SourceError): boolean {
	return FATAL_FOR_ALL.has(error.failure);
}

/** Whether a mutation happened, as far as is known. */
export function isDone(result: MutationResult): boolean {
	return result.kind === 'done' || (result.kind === 'unknown' && result.found === true);
}

export function getSideEffects(result: MutationResult): readonly SideEffect[] {
	return 'sideEffects' in result ? (result.sideEffects ?? []) : [];
}

export function getLosses(result: MutationResult): readonly string[] {
	return 'losses' in result ? (result.losses ?? []) : [];
}

/** One mutation in the log of this tab. */
export interface LogEntry {
	id: number;
	/** Shared by all mutations of one action of the user, which are undone together. */
	groupId: number;
	/** Epoch milliseconds. */
	at: number;
	mutation: Mutation;
	/** The chat before the mutation; undefined when unknown. */
	before: Chat | undefined;
	/** The chat as the server described it afterwards; undefined when unknown. */
	after: Chat | undefined;
	outcome: MutationOutcome | { kind: 'pending' };
	/** HTTP status; undefined when no response arrived. */
	status: number | undefined;
	/** The body as it came, or the server's reason for refusing. */
	answer: string;
	/** The mutations that undo it, in order; empty when nothing can. */
	undo: readonly Mutation[];
	/** Epoch milliseconds until which it can be undone. */
	undoUntil: number;
	isUndone: boolean;
}

/** The entries of each chat, in their order; entries about no chat are groups of their own. */
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
