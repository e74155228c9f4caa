import { titleOf, type Chat } from '../chat/chat';
import { explain } from '../connection/error-messages';
import { isolateName } from '../chat/name';
import { formatDoubt } from './doubt';
import { getLosses, getSideEffects, type Result } from './result';
import { formatLosses, joinSideEffects } from './side-effects';
import { wordsOf } from './actions';
import type { Write } from './mutation';

/** How a write ended, told in passing. */
export interface Telling {
	tone: 'plain' | 'bad';
	text: string;
	/** Why, or what the server did besides. */
	detail?: string;
}

/**
 * @param chat - the one it was about; undefined when there is none, or nobody knows it
 * @returns null for what nobody needs to hear of: a press that was ignored
 */
export function tellingOf(write: Write, result: Result, chat: Chat | undefined): Telling | null {
	const { verb, done, failed } = wordsOf(write);
	const about = chat ? `: ${isolateName(titleOf(chat))}` : '';
	switch (result.kind) {
		case 'ignored':
			return null;
		case 'done':
			if (result.surprise === null) return { tone: 'plain', text: doneWords() + about };
			return { tone: 'bad', text: verb + about, detail: result.surprise };
		case 'refused':
			return { tone: 'bad', text: failed + about, detail: result.reason };
		case 'failed': {
			const { title, details } = explain(result.error);
			return { tone: 'bad', text: failed + about, detail: [title, ...details].join(' · ') };
		}
		case 'unknown':
			if (result.found === true)
				return { tone: 'plain', text: doneWords() + about, detail: formatDoubt(result) };
			return {
				tone: 'bad',
				text: `${verb}: unknown — check${chat ? ` “${isolateName(titleOf(chat))}”` : ''}`,
				detail: formatDoubt(result)
			};
	}

	function doneWords(): string {
		return joinSideEffects(done, getSideEffects(result));
	}
}

/** What is told of a write without a clear answer while its chat is read again. */
export function tellDoubt(write: Write, chat: Chat | undefined): Telling {
	const about = chat ? ` at “${isolateName(titleOf(chat))}”` : '';
	return { tone: 'plain', text: `${wordsOf(write).verb}: unknown — looking again${about}` };
}

/** @returns null where everything was brought back: then there is nothing to be told */
export function tellUndone(result: Result, chat: Chat | undefined): Telling | null {
	const losses = getLosses(result);
	if (losses.length === 0) return null;
	const about = chat ? `: ${isolateName(titleOf(chat))}` : '';
	return { tone: 'plain', text: `Undone${about}`, detail: formatLosses(losses) };
}
