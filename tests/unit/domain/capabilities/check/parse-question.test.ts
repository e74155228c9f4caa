import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FileFacts } from '$lib/domain/capabilities/check/file-facts';
import { parseFileQuestion, parseQuestion } from '$lib/domain/capabilities/check/parse-question';
import { formatQuestion } from '$lib/domain/capabilities/check/check-question';
import { question } from './questions';

const MP4 = 'video/mp4';

describe('a file in words', () => {
	test.for<[string, Partial<FileFacts> | null, number?]>([
		['120 MB mp4 with caption', { mimeType: MP4, size: 120e6 }, 1],
		[
			'video · mp4 · 120 MB · 2 min · 1920×1080 · caption 300',
			{ mimeType: MP4, size: 120e6, duration: 120, width: 1920, height: 1080 },
			300
		],
		[
			'video,mp4,120MB,2min,1920x1080',
			{ mimeType: MP4, size: 120e6, duration: 120, width: 1920, height: 1080 }
		],
		['a video of 2,000 MB', { mimeType: MP4, size: 2e9 }],
		['1.5GB mkv', { mimeType: 'video/x-matroska', size: 1.5e9 }],
		['1,5 GB mkv', { mimeType: 'video/x-matroska', size: 1.5e9 }],
		['100 MiB zip', { mimeType: 'application/zip', size: 104_857_600 }],
		['photo 12 mb', { mimeType: 'image/jpeg', size: 12e6 }],
		['photos', { mimeType: 'image/jpeg' }],
		['PNG 4k', { mimeType: 'image/png', width: 3840, height: 2160 }],
		['gif', { mimeType: 'image/gif' }],
		['GIFs', { mimeType: 'image/gif' }],
		['tif of 3 megabytes', { mimeType: 'image/tiff', size: 3e6 }],
		['2 gig bitmap', { mimeType: 'image/bmp', size: 2e9 }],
		['a 1080p film, 4:10 min', { mimeType: MP4, duration: 250, width: 1920, height: 1080 }],
		['song 1 min 30 s', { mimeType: 'audio/mpeg', duration: 90 }],
		['audio webm', { mimeType: 'audio/webm' }],
		['video/x-flv 3 MB', { mimeType: 'video/x-flv', size: 3e6 }],
		['document', { mimeType: '' }],
		['120 MB', { mimeType: '', size: 120e6 }],
		['1,234,567 bytes', { mimeType: '', size: 1_234_567 }],
		['mp4 caption of 1,024 characters', { mimeType: MP4 }, 1024],
		['caption 300', null, 300],
		['', null]
	])('“%s”', ([words, facts, caption]) => {
		const { file, caption: captionFacts, unknown } = parseFileQuestion(words);
		expect(file).toEqual(facts && { name: expect.any(String), isDescribed: true, ...facts });
		expect(captionFacts?.length).toBe(caption);
		expect(unknown).toEqual([]);
	});
});

test.for<[string, number, readonly string[]]>([
	['10,000 characters with bold', 10_000, ['bold']],
	['text 500 with bold, italics and a code block', 500, ['bold', 'italic', 'code_block']],
	['10k characters', 10_000, []],
	['message of 300 chars, spoiler reason', 300, ['spoiler.reason']],
	['bold', 1, ['bold']],
	['10000,bold,inline_code c', 1, ['bold', 'inline_code']]
])('a text in words: “%s”', ([words, length, features]) => {
	expect(parseQuestion(words).question.text).toEqual({ length, features });
});

test.for([
	['2 days old', 172_800],
	['a day old', 86_400],
	['2 yrs old', 63_072_000],
	['sent a week ago', 604_800],
	['after a day', 86_400],
	['15 min', 900],
	['1 day 4 h ago', 100_800],
	['yesterday', 86_400]
] as const)('an age in words: “%s”', ([words, age]) => {
	const { question, unknown } = parseQuestion(words);
	expect(question).toMatchObject({ age, files: [], text: null });
	expect(unknown).toEqual([]);
});

test('formatting belongs to the text that was named last, and an age to no file', () => {
	const { question } = parseQuestion(
		'mp4 2 min, caption 30 with bold, text 50 with italic, 2 days old'
	);
	expect(question).toMatchObject({
		files: [{ mimeType: MP4, duration: 120 }],
		caption: { length: 30, features: ['bold'] },
		text: { length: 50, features: ['italic'] },
		age: 172_800
	});
});

test('several files are set apart by a plus', () => {
	const { question } = parseQuestion('mp4 2 min + jpeg 3 MB');
	expect(question.files).toMatchObject([
		{ mimeType: MP4, duration: 120 },
		{ mimeType: 'image/jpeg', size: 3e6 }
	]);
});

test('words without a meaning are told, in their order', () => {
	expect(parseQuestion('flurb mp4 12 parsecs 17').unknown).toEqual([
		'flurb',
		'12',
		'parsecs',
		'17'
	]);
});

test('a question that is written in words is read as the same question', () => {
	fc.assert(
		fc.property(question, (asked) => {
			expect(parseQuestion(formatQuestion(asked))).toEqual({ question: asked, unknown: [] });
		})
	);
});

const WORDS = fc.constantFrom(
	...['mp4', 'a', 'video', 'gif', '120 MB', '1.1 GB', '2 min', '1.1 h', '1:30', 'caption', '300'],
	...['text', 'bold', 'link', 'old', 'ago', 'after', 'yesterday', '1920x1080', '4k', '9 px tall'],
	...[',', '+', '·', 'image/x-y', '9'.repeat(40), '9e9 GB', '5 letters', 'flurb', '1,5 kB', 'day']
);

test('any words mean what they are understood as', () => {
	fc.assert(
		fc.property(fc.array(WORDS, { maxLength: 8 }), (words) => {
			const { question: understood } = parseQuestion(words.join(' '));
			expect(parseQuestion(formatQuestion(understood)).question).toEqual(understood);
		}),
		{ numRuns: 500 }
	);
});

test('no text makes it fail', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (words) => {
			const { question } = parseQuestion(words);
			expect(question.files.length).toBeLessThanOrEqual(words.length);
		}),
		{ numRuns: 500 }
	);
});
