import { groupBy } from '$lib/format/list';
import type { Chat, ChatID } from '../chat/chat';
import { getChatID, type Mutation } from './mutation';
import type { SourceError, SourceFailure } from '../connection/source-error';
import type { SideEffect } from './side-effects';

/** Effects of a successful mutation beyond its purpose. */
export interface Consequences {
	/** Absent: none. */
	sideEffects?: readonly SideEffect[];
	/** Values that an undo could not restore, worded by `findLosses`; absent: none. */
	losses?: readonly string[];
}

/** A message that Beeper has accepted, on its way to the network. */
export interface AcceptedMessage {
	/** Changes once the network has taken the message. */
	id: string;
	/** `untraced`: Beeper doesn’t know the message any more, or its status. */
	delivery: 'sending' | 'sent' | 'failed' | 'untraced';
}

/** The outcome of a mutation that was sent. */
export type MutationOutcome =
	/**
	 * `mismatch`: a sentence about the server's different behaviour, or null. `chatID`: ID of an
	 * opened chat, or of the one that a message went to.
	 */
	| ({
			kind: 'done';
			mismatch: string | null;
			chatID?: ChatID;
			message?: AcceptedMessage;
	  } & Consequences)
	/** The server refused the mutation, or it could not be sent. */
	| { kind: 'failed'; error: SourceError }
	/**
	 * No clear response arrived: the mutation may have happened, or may still happen. `found`: true
	 * when the chat, read again, has the wanted value, false when it has not; undefined when unknown.
	 */
	| ({ kind: 'unknown'; error: SourceError; found: boolean | undefined } & Consequences);

/** The result of an attempt, sent or not. */
export type MutationResult =
	| MutationOutcome
	/** All changes are blocked. */
	| { kind: 'refused'; reason: string }
	/** The same mutation is already in progress, as after a double click. */
	| { kind: 'ignored' };

interface FailureMeaning {
	/** The server may have carried out the mutation despite the failure. */
	isUnclear: boolean;
	/** Every other mutation would fail for the same reason. */
	isFatalForAll: boolean;
}

const MEANINGS: Readonly<Record<SourceFailure, FailureMeaning>> = {
	unreachable: { isUnclear: true, isFatalForAll: true },
	blocked: { isUnclear: true, isFatalForAll: true },
	'token-missing': { isUnclear: false, isFatalForAll: true },
	'token-refused': { isUnclear: false, isFatalForAll: true },
	'token-expired': { isUnclear: false, isFatalForAll: true },
	'read-only': { isUnclear: false, isFatalForAll: true },
	scope: { isUnclear: false, isFatalForAll: true },
	'not-found': { isUnclear: false, isFatalForAll: false },
	conflict: { isUnclear: false, isFatalForAll: false },
	invalid: { isUnclear: false, isFatalForAll: false },
	'rate-limited': { isUnclear: false, isFatalForAll: true },
	'network-failed': { isUnclear: true, isFatalForAll: false },
	// A server may fail after it has carried out the mutation.
	'server-fault': { isUnclear: true, isFatalForAll: false },
	malformed: { isUnclear: true, isFatalForAll: false },
	redirected: { isUnclear: true, isFatalForAll: false },
	'not-sent': { isUnclear: false, isFatalForAll: true },
	'timed-out': { isUnclear: true, isFatalForAll: false },
	'other-server': { isUnclear: false, isFatalForAll: true },
	cancelled: { isUnclear: true, isFatalForAll: true }
};

/** True when the server may have carried out the mutation despite the error. */
export function isOutcomeUnknown(error: SourceError): boolean {
	return MEANINGS[error.failure].isUnclear;
}

/** True when every other mutation would fail for the same reason, so that none should be sent. */
export function failsForAll(error: SourceError): boolean {
	return MEANINGS[error.failure].isFatalForAll;
}

/** False when nothing was sent, and nothing logged. */
export function wasTried({ kind }: MutationResult): boolean {
	return kind !== 'refused' && kind !== 'ignored';
}

/** True when a mutation happened, as far as known. */
export function isDone(result: MutationResult): boolean {
	return result.kind === 'done' || (result.kind === 'unknown' && result.found === true);
}

export function getSideEffects(result: MutationResult): readonly SideEffect[] {
	return 'sideEffects' in result ? (result.sideEffects ?? []) : [];
}

export function getLosses(result: MutationResult): readonly string[] {
	return 'losses' in result ? (result.losses ?? []) : [];
}

/** A mutation in the activity log of this tab. */
export interface LogEntry {
	id: number;
	/** Shared by all mutations of one user action, which are undone together. */
	groupId: number;
	/** ID of the group that this mutation undoes; absent: it's no undo. */
	undoes?: number | undefined;
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
	/** The response body, or the server's reason for refusing. */
	answer: string;
	/** The mutations that undo this one, in order; empty when it cannot be undone. */
	undo: readonly Mutation[];
	/** Epoch milliseconds until which it can be undone without reading the chat first. */
	undoUntil: number;
	isUndone: boolean;
}

/** True when the mutation of an entry happened, as far as known. */
export function hasHappened({ outcome }: LogEntry): boolean {
	return outcome.kind !== 'pending' && isDone(outcome);
}

/** Group entries by chat, in their order; an entry about no chat is a group of its own. */
export function groupByChat(entries: readonly LogEntry[]): readonly (readonly LogEntry[])[] {
	return [...groupBy(entries, ({ id, mutation }) => getChatID(mutation) ?? id).values()];
}
