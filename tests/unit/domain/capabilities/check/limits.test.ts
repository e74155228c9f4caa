import { expect, test } from 'vitest';
import type { AttachmentCapability } from '$lib/domain/capabilities/model';
import type { FileFacts } from '$lib/domain/capabilities/check/file-facts';
import {
	formatClock,
	formatConversion,
	findLimitObjections
} from '$lib/domain/capabilities/check/limits';

const MiB = 2 ** 20;

test.for<[string, Partial<AttachmentCapability>, Partial<FileFacts>, string | undefined]>([
	['no stated limit, nothing known', {}, {}, undefined],
	['too large', { maxSize: 10 * MiB }, { size: 27_000_000 }, '27 MB, Discord allows 10 MB'],
	[
		'too large by a byte',
		{ maxSize: 10 * MiB },
		{ size: 10 * MiB + 1 },
		'10,485,761 bytes, Discord allows 10,485,760 bytes'
	],
	['just small enough', { maxSize: 10 * MiB }, { size: 10 * MiB }, undefined],
	[
		'a little smaller, though its rounded size is larger than the limit’s',
		{ maxSize: 10 * MiB },
		{ size: 10_200_000 },
		'10,200,000 bytes, Discord allows 10,485,760 bytes'
	],
	['clearly smaller', { maxSize: 10 * MiB }, { size: 9_900_000 }, undefined],
	['empty, where nothing is taken', { maxSize: 0 }, { size: 0 }, undefined],
	['too wide', { maxWidth: 4_096 }, { width: 5_000 }, '5,000 px wide, Discord allows 4,096 px'],
	['too tall', { maxHeight: 4_096 }, { height: 4_097 }, '4,097 px tall, Discord allows 4,096 px'],
	['too long', { maxDuration: 60 }, { duration: 249.2 }, '4:10 min, Discord allows 1 min'],
	[
		'too long by a moment',
		{ maxDuration: 60 },
		{ duration: 60.1 },
		'1:01 min, Discord allows 1 min'
	],
	['not measured', { maxDuration: 300 }, {}, 'duration unknown, not checked (Discord allows 5 min)']
])('%s', ([, limits, facts, reason]) => {
	const file = { name: 'a', mimeType: 'a/b', size: 1, ...facts };
	expect(findLimitObjections({ mimeTypes: {}, ...limits }, file, 'Discord')).toEqual(
		reason === undefined ? [] : [expect.objectContaining({ reason })]
	);
});

test('a refusal and an unknown limit are different objections', () => {
	const limits = { mimeTypes: {}, maxSize: 0, maxWidth: 1 };
	const file = { name: 'a', mimeType: 'a/b', size: 1 };
	const kinds = findLimitObjections(limits, file, 'Discord').map(({ kind }) => kind);
	expect(kinds).toEqual(['no', 'unknown']);
});

test.for([
	[59.2, '1:00 min'],
	[0.1, '1 s'],
	[59, '59 s'],
	[3_723, '1:02:03 h']
] as const)('%d seconds are %s', ([seconds, words]) => {
	expect(formatClock(seconds)).toBe(words);
});

test.for([
	['video/webm', 'webm is converted'],
	['video/x-matroska', 'matroska is converted'],
	['image/svg+xml', 'svg is converted'],
	['audio/ogg; codecs=opus', 'ogg is converted'],
	['application/vnd.ms-powerpoint', 'application/vnd.ms-powerpoint is converted']
] as const)('%s: %s', ([mimeType, words]) => {
	expect(formatConversion(mimeType)).toBe(words);
});
