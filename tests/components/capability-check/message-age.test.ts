import { expect, test } from 'vitest';
import { getAgeInSeconds, type MessageAge } from '$lib/components/capability-check/message-age';

/** 1 August 2026, 14:00 in Vienna. */
const NOW = Date.UTC(2026, 7, 1, 12);
const FIRST = Date.UTC(2025, 9, 26, 0, 30);

test.for<[string, MessageAge, number | { problem: string }]>([
	['minutes ago', { kind: 'ago', count: 4, unit: 60 }, 240],
	['parts of an hour ago', { kind: 'ago', count: 0.5, unit: 3_600 }, 1_800],
	['just now', { kind: 'ago', count: 0, unit: 60 }, 0],
	['nothing written', { kind: 'ago', count: Number.NaN, unit: 60 }, { problem: '' }],
	['before nothing', { kind: 'ago', count: -1, unit: 60 }, { problem: 'Write a number from 0.' }],
	['at a time', { kind: 'at', input: '2026-08-01T13:00' }, 3_600],
	[
		'at a time to come',
		{ kind: 'at', input: '2026-08-01T15:00' },
		{ problem: 'That’s in the future.' }
	],
	['at a time that came twice', { kind: 'at', input: '2025-10-26T02:30' }, (NOW - FIRST) / 1000],
	[
		'at the second of two',
		{ kind: 'at', input: '2025-10-26T02:30', isSecond: true },
		(NOW - FIRST) / 1000 - 3_600
	],
	['at no time', { kind: 'at', input: '' }, { problem: '' }]
])('sent %s', ([, age, expected]) => {
	expect(getAgeInSeconds(age, NOW, 'Europe/Vienna')).toEqual(expected);
});
