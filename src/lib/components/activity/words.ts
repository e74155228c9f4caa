import type { Entry } from '$lib/domain/actions/outcome';
import { reactionValues, valueWords } from '$lib/domain/actions/value';
import { isReaction } from '$lib/domain/actions/write';
import { explain } from '$lib/domain/failure';

/** How a write stands, for people. */
export interface StatusWords {
	word: string;
	/** One sentence more; often empty. */
	more: string;
	tone: 'plain' | 'good' | 'fair' | 'bad';
}

export function statusOf({ outcome, isUndone }: Entry): StatusWords {
	switch (outcome.kind) {
		case 'pending':
			return { word: 'Sending', more: '', tone: 'plain' };
		case 'done':
			return {
				word: isUndone ? 'Done, then undone' : 'Done',
				more: outcome.surprise ?? '',
				tone: outcome.surprise ? 'fair' : 'good'
			};
		case 'failed':
			return { word: 'Failed', more: explain(outcome.error).title, tone: 'bad' };
		case 'unknown':
			return { word: 'Unknown: check', more: unknownWords(outcome.found), tone: 'fair' };
	}
}

/** No answer came; then the chat was read again. */
function unknownWords(found: boolean | undefined): string {
	if (found === undefined) return 'No answer came. It may have happened.';
	return found
		? 'No answer came, but the chat is as it was asked for.'
		: 'No answer came, and the chat is as it was.';
}

/** What was there before; empty for a write that changes nothing that could be told. */
export function beforeWords({ write, before }: Entry): string {
	return isReaction(write) ? reactionValues(write).before : valueWords(write, before);
}

/** What the chat says afterwards about that which was to be changed. */
export function afterWords({ write, after, outcome }: Entry): string {
	if (isReaction(write) && outcome.kind === 'done') return reactionValues(write).after;
	if (after) return valueWords(write, after);
	if (outcome.kind === 'pending') return '…';
	return outcome.kind === 'failed' ? 'not changed' : 'unknown';
}

/** `14:05:09`, in local time. */
export function clockTime(ms: number): string {
	const date = new Date(ms);
	return [date.getHours(), date.getMinutes(), date.getSeconds()]
		.map((part) => String(part).padStart(2, '0'))
		.join(':');
}

/** The first characters of a text, at most `most` of them; none is cut in half. */
export function beginningOf(text: string, most: number): string {
	const cut = text.slice(0, most);
	return text.length > most ? cut.replace(/[\uD800-\uDBFF]$/, '') : cut;
}
