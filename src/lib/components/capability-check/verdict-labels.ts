import type { VerdictKind } from '$lib/domain/capabilities/check/verdict';
import type { Tone } from '$lib/domain/capabilities/format-value';

/** Word, symbol and colour of each verdict; `tally` precedes a number of chats. */
export const VERDICTS: Readonly<
	Record<VerdictKind, { word: string; tally: string; symbol: string; tone: Tone }>
> = {
	yes: { word: 'Yes', tally: 'yes in', symbol: '✓', tone: 'good' },
	changed: { word: 'Yes, but changed', tally: 'changed in', symbol: '◐', tone: 'fair' },
	unknown: { word: 'Not known', tally: 'not known in', symbol: '?', tone: 'silent' },
	no: { word: 'No', tally: 'no in', symbol: '⊘', tone: 'bad' }
};
