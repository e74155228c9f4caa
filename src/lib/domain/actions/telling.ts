import { titleOf, type Chat } from '../chat';
import { explain } from '../failure';
import { isolateName } from '../name';
import type { Result } from './outcome';
import { wordsOf } from './words';
import type { Write } from './write';

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
			if (result.surprise === null) return { tone: 'plain', text: done + about };
			return { tone: 'bad', text: verb + about, detail: result.surprise };
		case 'refused':
			return { tone: 'bad', text: failed + about, detail: result.reason };
		case 'failed': {
			const { title, details } = explain(result.error);
			return { tone: 'bad', text: failed + about, detail: [title, ...details].join(' · ') };
		}
		case 'unknown':
			return {
				tone: 'bad',
				text: `${verb}: unknown — check${chat ? ` “${isolateName(titleOf(chat))}”` : ''}`,
				detail:
					result.found === true
						? 'No answer came, but the chat is as you wanted it.'
						: 'No answer came. Look at the chat before you try again.'
			};
	}
}
