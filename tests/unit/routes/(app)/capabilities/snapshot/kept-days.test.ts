import { expect, test } from 'vitest';
import { findMissingDays } from '../../../../../../src/routes/(app)/capabilities/snapshot/kept-days';

const KEPT = [{ taken: '2026-10-03', about: '3 October 2026', fragment: 'snapshot=x' }];

test.for([
	['', []],
	['before=2026-10-03', []],
	[
		'before=2026-10-03&after=2026-10-04',
		[{ key: 'after', value: '2026-10-04', words: 'No snapshot is kept for “2026-10-04”.' }]
	],
	['before=x', [{ key: 'before', value: 'x', words: 'No snapshot is kept for “x”.' }]],
	['after=', [{ key: 'after', value: '', words: 'No snapshot is kept for “”.' }]]
] as const)('of ?%s the missing days are told', ([query, problems]) => {
	expect(findMissingDays(KEPT, new URLSearchParams(query))).toEqual(problems);
});
