import type { VerdictKind } from '$lib/domain/capabilities/check/verdict';
import type { Tone } from '$lib/domain/capabilities/format';

/** How a verdict looks and reads; `tally` goes before a number of them. */
export const VERDICTS: Readonly<
	Record<VerdictKind, { word: string; tally: string; symbol: string; tone: Tone }>
> = {
	yes: { word: 'Yes', tally: 'yes in', symbol: '✓', tone: 'good' },
	changed: { word: 'Yes, but changed', tally: 'changed in', symbol: '◐', tone: 'fair' },
	unknown: { word: 'Not known', tally: 'not known in', symbol: '?', tone: 'silent' },
	no: { word: 'No', tally: 'no in', symbol: '⊘', tone: 'bad' }
};
