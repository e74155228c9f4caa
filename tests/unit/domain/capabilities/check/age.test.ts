import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Capabilities } from '$lib/domain/capabilities/model';
import { checkAge, formatTimeLeft } from '$lib/domain/capabilities/check/age';
import { rankVerdict } from '$lib/domain/capabilities/check/verdict';

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

test.for<[string, Capabilities | undefined, number, string, string]>([
	['unreported', undefined, 0, 'unknown', 'not reported, so Beeper decides'],
	['unstated', {}, 0, 'unknown', 'not stated, so Beeper decides'],
	['in time', { edit: 'full', editMaxAge: 900 }, 4 * MINUTE, 'yes', '11 min left'],
	['partial', { edit: 'partial' }, 0, 'changed', 'no time limit stated, not in every way'],
	['without a limit', { edit: 'full' }, 900 * DAY, 'yes', 'no time limit stated'],
	['too late', { edit: 'full', editMaxAge: 900 }, 900, 'no', 'too late (15 min limit)'],
	['unstated, too late', { editMaxAge: 900 }, 901, 'no', 'too late (15 min limit)'],
	['never', { edit: 'rejected', editMaxAge: 900 }, 0, 'no', 'can’t be edited'],
	['once sent', { edit: 'full', editMaxAge: 0 }, 0, 'no', 'can’t be edited once sent'],
	[
		'so many times',
		{ edit: 'full', editMaxAge: DAY, editMaxCount: 10 },
		HOUR,
		'yes',
		'23 h left, 10 edits at most'
	],
	['never, so many times', { edit: 'dropped', editMaxCount: 10 }, 0, 'no', 'can’t be edited']
])('editing: %s', ([, capabilities, age, kind, text]) => {
	expect(checkAge(capabilities, age).edit).toEqual({ kind, text });
});

test.for<[string, Capabilities, number, string, string]>([
	['in time', { delete: 'full', deleteMaxAge: 2 * DAY }, HOUR, 'yes', '1 day 23 h left'],
	['never', { delete: 'rejected', deleteForMe: false }, 0, 'no', 'can’t be deleted for everyone'],
	[
		'only for yourself',
		{ delete: 'unsupported', deleteForMe: true },
		0,
		'changed',
		'only for yourself · can’t be deleted for everyone'
	],
	[
		'for everyone no longer',
		{ delete: 'full', deleteMaxAge: 120, deleteForMe: true },
		HOUR,
		'changed',
		'only for yourself · too late (2 min limit)'
	],
	[
		'for everyone not stated',
		{ deleteForMe: true },
		0,
		'unknown',
		'for yourself · for everyone: not stated, so Beeper decides'
	],
	[
		'for everyone and for yourself',
		{ delete: 'full', deleteForMe: true },
		0,
		'yes',
		'no time limit stated'
	]
])('deleting: %s', ([, capabilities, age, kind, text]) => {
	expect(checkAge(capabilities, age).delete).toEqual({ kind, text });
});

test.for([
	[0.4, '1 s'],
	[59.9, '59 s'],
	[60, '1 min'],
	[HOUR - 1, '59 min'],
	[HOUR, '1 h'],
	[HOUR + MINUTE, '1 h 1 min'],
	[2 * DAY - 1, '1 day 23 h'],
	[30 * DAY, '30 days']
] as const)('%d seconds are left: %s', ([seconds, words]) => {
	expect(formatTimeLeft(seconds)).toBe(words);
});

test('a newer message can never do less', () => {
	const age = fc.integer({ min: 0, max: 2_000 });
	const level = fc.constantFrom('full', 'partial', 'rejected', undefined);
	fc.assert(
		fc.property(level, age, fc.boolean(), age, age, (edit, max, deleteForMe, a, b) => {
			const capabilities: Capabilities = {
				...(edit && { edit, delete: edit }),
				editMaxAge: max,
				deleteMaxAge: max,
				deleteForMe
			};
			const newer = checkAge(capabilities, Math.min(a, b));
			const older = checkAge(capabilities, Math.max(a, b));
			expect(rankVerdict(newer.edit.kind)).toBeLessThanOrEqual(rankVerdict(older.edit.kind));
		})
	);
});
