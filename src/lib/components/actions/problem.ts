import { explain } from '$lib/domain/failure';
import type { Result } from '$lib/domain/actions/outcome';
import { wordsOf } from '$lib/domain/actions/words';
import type { Write } from '$lib/domain/actions/write';

/** What there is to say about a write that did not simply work. */
export interface Problem {
	tone: 'fair' | 'bad';
	title: string;
	lines: readonly string[];
	/** Whether the chat should be read again to know more. */
	isOpen: boolean;
	/** Whether the person may do the same once more: it is known not to have happened. */
	canRepeat: boolean;
}

const FOUND = {
	true: 'No answer came, but the chat is as you wanted it.',
	false: 'No answer came, and the chat is not as you wanted it. It may still happen.',
	undefined: 'No answer came, so nobody knows whether it happened. Look before you try again.'
} as const;

/**
 * @param network - of the chat, by name
 * @returns null where all went well, or nothing was tried
 */
export function problemOf(write: Write, result: Result, network: string): Problem | null {
	const { verb, failed } = wordsOf(write);
	switch (result.kind) {
		case 'ignored':
			return null;
		case 'done':
			if (result.surprise === null) return null;
			return {
				tone: 'fair',
				title: verb,
				lines: [result.surprise],
				isOpen: false,
				canRepeat: false
			};
		case 'refused':
			return {
				tone: 'bad',
				title: failed,
				lines: [result.reason],
				isOpen: false,
				canRepeat: false
			};
		case 'unknown': {
			const { title } = explain(result.error);
			return {
				tone: 'fair',
				title: `${verb}: unknown — check`,
				lines: [`${title}.`, FOUND[`${result.found}`]],
				isOpen: result.found !== true,
				canRepeat: false
			};
		}
		case 'failed': {
			const { title, next, details } = explain(result.error);
			const who = result.error.failure === 'network-failed' ? network : 'Beeper';
			return {
				tone: 'bad',
				title: `${who} ${failed.charAt(0).toLowerCase()}${failed.slice(1)}`,
				lines: [`${title}. ${next}`, ...details],
				isOpen: false,
				canRepeat: true
			};
		}
	}
}
