import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AttachmentCapability, SUPPORT_LEVELS } from '$lib/domain/capabilities/model';
import { checkFile } from '$lib/domain/capabilities/check/file';
import type { FileFacts } from '$lib/domain/capabilities/check/file-facts';
import { readTextFacts } from '$lib/domain/capabilities/check/text';
import { rankVerdict } from '$lib/domain/capabilities/check/verdict';

const FILE: AttachmentCapability = { mimeTypes: { '*/*': 'full' }, maxSize: 25_000_000 };
const IMAGE: AttachmentCapability = {
	mimeTypes: { 'image/jpeg': 'full', 'image/webp': 'partial', 'image/bmp': 'unsupported' },
	maxSize: 10_485_760,
	maxWidth: 4_096
};
const VIDEO: AttachmentCapability = {
	mimeTypes: { 'video/mp4': 'full', 'video/webm': 'partial', 'video/x-flv': 'dropped' },
	maxDuration: 60
};
const ONLY_MEDIA = { 'm.image': IMAGE, 'm.video': VIDEO };
const WITH_FILES = { ...ONLY_MEDIA, 'm.file': FILE };

const photo: FileFacts = {
	name: 'a.jpg',
	mimeType: 'image/jpeg',
	size: 1_000,
	width: 800,
	height: 600
};
const film: FileFacts = { name: 'a.mp4', mimeType: 'video/mp4', size: 1_000, duration: 30 };

function check(attachments: Record<string, AttachmentCapability>, file: FileFacts, caption = '') {
	return checkFile({ attachments }, file, readTextFacts(caption), 'Discord');
}

describe('a file', () => {
	test.for<
		[string, Record<string, AttachmentCapability>, FileFacts, string, string, readonly string[]]
	>([
		['of a type that is taken', ONLY_MEDIA, photo, 'yes', 'm.image', []],
		[
			'that is converted',
			ONLY_MEDIA,
			{ ...film, mimeType: 'video/webm' },
			'changed',
			'm.video',
			['webm is converted']
		],
		[
			'of a type that nothing matches',
			ONLY_MEDIA,
			{ ...photo, mimeType: 'image/heic' },
			'no',
			'm.image',
			['Discord doesn’t accept image files of type image/heic']
		],
		[
			'of an unsupported type',
			ONLY_MEDIA,
			{ ...photo, mimeType: 'image/bmp' },
			'no',
			'm.image',
			['Discord doesn’t accept image files of type image/bmp']
		],
		[
			'that would be lost',
			ONLY_MEDIA,
			{ ...film, mimeType: 'video/x-flv' },
			'no',
			'm.video',
			['Discord silently drops video/x-flv']
		],
		[
			'that only a plain file may be',
			WITH_FILES,
			{ ...photo, mimeType: 'image/heic' },
			'changed',
			'm.file',
			['sent as a file', 'as an image: Discord doesn’t accept image files of type image/heic']
		],
		[
			'too large for an image, not for a file',
			WITH_FILES,
			{ ...photo, size: 20_000_000 },
			'changed',
			'm.file',
			['sent as a file', 'as an image: 20 MB, Discord allows 10 MB']
		],
		[
			'too large for both',
			WITH_FILES,
			{ ...photo, size: 27_000_000 },
			'no',
			'm.image',
			['27 MB, Discord allows 10 MB', 'as a file: 27 MB, Discord allows 25 MB']
		],
		['of no known type', WITH_FILES, { ...photo, mimeType: '' }, 'yes', 'm.file', []],
		[
			'of no known type, where files are not taken',
			ONLY_MEDIA,
			{ ...photo, mimeType: '' },
			'no',
			'm.file',
			['Discord doesn’t accept files of unknown type']
		],
		['with a hostile type', WITH_FILES, { ...photo, mimeType: '__proto__' }, 'yes', 'm.file', []]
	])('%s', ([, attachments, file, kind, as, reasons]) => {
		expect(check(attachments, file)).toMatchObject({ kind, as, reasons });
	});
});

describe('a file that is refused', () => {
	test.for<[string, Record<string, AttachmentCapability>, Partial<FileFacts>, string | undefined]>([
		['too large', ONLY_MEDIA, { size: 20_000_000 }, 'fits below 10 MB'],
		['too large, nearly', ONLY_MEDIA, { size: 10_485_761 }, 'fits below 10,485,760 bytes'],
		[
			'too large and too wide',
			ONLY_MEDIA,
			{ size: 20_000_000, width: 5_000 },
			'fits below 10 MB and up to 4,096 px wide'
		],
		['of a refused type', ONLY_MEDIA, { mimeType: 'image/heic' }, 'fits as jpeg or webp'],
		[
			'of a refused type, and too large',
			ONLY_MEDIA,
			{ mimeType: 'image/heic', size: 20_000_000 },
			'fits as jpeg or webp and below 10 MB'
		],
		[
			'of a refused type, too large for a plain file',
			WITH_FILES,
			{ mimeType: 'image/heic', size: 30_000_000 },
			'fits below 25 MB as a file'
		],
		['of a type that nothing is like', ONLY_MEDIA, { mimeType: 'text/plain' }, undefined]
	])('%s: what would help', ([, attachments, facts, help]) => {
		expect(check(attachments, { ...photo, ...facts }).help).toBe(help);
	});
});

describe('a file that is described', () => {
	const video = { name: 'video', mimeType: 'video/mp4', isDescribed: true } as const;

	test('may have any measure that is left open, up to the limit', () => {
		expect(check(ONLY_MEDIA, video)).toMatchObject({
			kind: 'yes',
			reasons: ['duration up to 1 min']
		});
	});
	test('fares as a measured one where the measure is given', () => {
		const long = { ...video, duration: 120 };
		expect(check(ONLY_MEDIA, long)).toEqual(check(ONLY_MEDIA, { ...long, isDescribed: false }));
	});
});

describe('a GIF', () => {
	const gif: FileFacts = { name: 'a.gif', mimeType: 'image/gif', size: 1, width: 1, height: 1 };
	const taking: AttachmentCapability = { mimeTypes: { 'image/gif': 'full' } };

	test('is a GIF where those are listed', () => {
		expect(check({ 'fi.mau.gif': taking, 'm.image': taking }, gif).as).toBe('fi.mau.gif');
	});
	test('is an image where they are not, and nothing is lost by that', () => {
		expect(check({ 'm.image': taking }, gif)).toMatchObject({ kind: 'yes', as: 'm.image' });
	});
	test('is an image, by way of exception, where GIFs take other types only', () => {
		const other: AttachmentCapability = { mimeTypes: { 'video/mp4': 'full' } };
		expect(check({ 'fi.mau.gif': other, 'm.image': taking }, gif)).toMatchObject({
			kind: 'changed',
			as: 'm.image',
			usual: 'no'
		});
	});
});

test.for([
	['no capabilities', undefined, 'Not reported, so Beeper decides'],
	['no attachments', {}, 'Attachments aren’t stated, so Beeper decides']
] as const)('where a chat reports %s, the server decides', ([, capabilities, reason]) => {
	expect(checkFile(capabilities, photo, null, 'Discord')).toEqual({
		kind: 'unknown',
		reasons: [reason],
		isSilent: true
	});
});

test('what a chat calls its types is never looked up in what every object inherits', () => {
	expect(checkFile({ attachments: {} }, photo, null, 'Discord').kind).toBe('no');
});

const limit = fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined });
const attachment = fc
	.record({
		level: fc.constantFrom(...SUPPORT_LEVELS),
		caption: fc.option(fc.constantFrom(...SUPPORT_LEVELS), { nil: undefined }),
		maxSize: limit,
		maxWidth: limit,
		maxDuration: limit
	})
	.map(({ level, caption, maxSize, maxWidth, maxDuration }): AttachmentCapability => ({
		mimeTypes: { 'image/gif': level },
		...(caption && { caption }),
		...(maxSize !== undefined && { maxSize }),
		...(maxWidth !== undefined && { maxWidth }),
		...(maxDuration !== undefined && { maxDuration })
	}));
const attachments = fc.dictionary(fc.constantFrom('m.image', 'm.file', 'fi.mau.gif'), attachment);
const measure = fc.integer({ min: 0, max: 120 });
const measures = fc.record(
	{ size: measure, width: measure, duration: measure },
	{ requiredKeys: ['size'] }
);

test('a smaller, narrower and shorter file never fares worse', () => {
	fc.assert(
		fc.property(
			attachments,
			measures,
			measure,
			fc.constantFrom('', 'Look'),
			(taken, { size, ...rest }, by, caption) => {
				const large: FileFacts = { name: 'a.gif', mimeType: 'image/gif', size, ...rest };
				const small: FileFacts = {
					...large,
					size: Math.max(0, size - by),
					...(rest.width !== undefined && { width: Math.max(0, rest.width - by) }),
					...(rest.duration !== undefined && { duration: Math.max(0, rest.duration - by) })
				};
				expect(rankVerdict(check(taken, small, caption).kind)).toBeLessThanOrEqual(
					rankVerdict(check(taken, large, caption).kind)
				);
			}
		)
	);
});

test('whatever is not a yes says why', () => {
	fc.assert(
		fc.property(attachments, measures, (taken, facts) => {
			const { kind, reasons } = check(taken, { name: 'a', mimeType: 'image/gif', ...facts }, 'Hi');
			if (kind !== 'yes') expect(reasons).not.toEqual([]);
		})
	);
});
