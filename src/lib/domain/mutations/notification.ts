import { getTitle, type Chat } from '../chat/chat';
import { describeError } from '../connection/error-messages';
import { isolateName } from '../chat/name';
import { formatDoubt } from './doubt';
import { getLosses, getSideEffects, type MutationResult } from './result';
import { formatLosses, joinSideEffects } from './side-effects';
import { getActionWords } from './actions';
import type { Mutation } from './mutation';

/** How a write ended, told in passing. */
export interface MutationNotification {
	tone: 'plain' | 'bad';
	text: string;
	/** Why, or what the server did besides. */
	detail?: string;
}

/**
 * @param chat - the one it was about; undefined when there is none, or nobody knows it
 * @returns null for what nobody needs to hear of: a press that was ignored
 */
export function toNotification(
	mutation: Mutation,
	result: MutationResult,
	chat: Chat | undefined
): MutationNotification | null {
	const { verb, done, failed } = getActionWords(mutation);
	const about = chat ? `: ${isolateName(getTitle(chat))}` : '';
	switch (result.kind) {
		case 'ignored':
			return null;
		case 'done':
			if (result.mismatch === null) return { tone: 'plain', text: doneWords() + about };
			return { tone: 'bad', text: verb + about, detail: result.mismatch };
		case 'refused':
			return { tone: 'bad', text: failed + about, detail: result.reason };
		case 'failed': {
			const { title, details } = describeError(result.error);
			return { tone: 'bad', text: failed + about, detail: [title, ...details].join(' · ') };
		}
		case 'unknown':
			if (result.found === true)
				return { tone: 'plain', text: doneWords() + about, detail: formatDoubt(result) };
			return {
				tone: 'bad',
				text: `${verb}: unknown — check${chat ? ` “${isolateName(getTitle(chat))}”` : ''}`,
				detail: formatDoubt(result)
			};
	}

	function doneWords(): string {
		return joinSideEffects(done, getSideEffects(result));
	}
}

/** What is told of a write without a clear answer while its chat is read again. */
export function toDoubtNotification(
	mutation: Mutation,
	chat: Chat | undefined
): MutationNotification {
	const about = chat ? ` at “${isolateName(getTitle(chat))}”` : '';
	return {
		tone: 'plain',
		text: `${getActionWords(mutation).verb}: unknown — looking again${about}`
	};
}

/** @returns null where everything was brought back: then there is nothing to be told */
export function toUndoNotification(
	result: MutationResult,
	chat: Chat | undefined
): MutationNotification | null {
	const losses = getLosses(result);
	if (losses.length === 0) return null;
	const about = chat ? `: ${isolateName(getTitle(chat))}` : '';
	return { tone: 'plain', text: `Undone${about}`, detail: formatLosses(losses) };
}
