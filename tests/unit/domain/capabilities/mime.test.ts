import { describe, expect, test } from 'vitest';
import { getMimeLevel, matchMime } from '$lib/domain/capabilities/mime';
import { makeAttachment } from '../../../fixtures/capabilities';

const attachment = makeAttachment({
	mimeTypes: {
		'image/png': 'unsupported',
		'audio/ogg': 'partial',
		'audio/ogg; codecs=opus': 'full',
		'image/*': 'full',
		'video/*': 'dropped'
	}
});

describe('a MIME type is carried as the most exact entry says', () => {
	test.for([
		['image/jpeg', 'full', 'a pattern of its kind'],
		['image/png', 'unsupported', 'the exact entry, although a pattern would allow more'],
		['audio/ogg; codecs=opus', 'full', 'the exact entry, parameters included'],
		['audio/ogg; codecs=vorbis', 'partial', 'the entry without parameters'],
		['audio/ogg;codecs=opus', 'partial', 'the entry without parameters, when spaces differ'],
		['video/mp4; codecs=avc1', 'dropped', 'a pattern, parameters left away'],
		['audio/mpeg', 'rejected', 'nothing'],
		['', 'rejected', 'nothing'],
		['constructor', 'rejected', 'nothing'],
		['IMAGE/PNG', 'rejected', 'nothing: letters are compared as they are']
	] as const)('%s is %s, by %s', ([mime, level]) => {
		expect(getMimeLevel(attachment, mime)).toBe(level);
	});

	test('*/* takes what nothing else names, and only that', () => {
		const open = makeAttachment({ mimeTypes: { '*/*': 'full', 'image/*': 'rejected' } });
		expect(getMimeLevel(open, 'application/zip')).toBe('full');
		expect(getMimeLevel(open, 'image/png')).toBe('rejected');
	});

	test('a missing type of attachment rejects everything', () => {
		expect(getMimeLevel(undefined, 'image/png')).toBe('rejected');
	});
});

test('the entry that decides can be named', () => {
	expect(matchMime(attachment, 'image/jpeg')).toEqual({ pattern: 'image/*', level: 'full' });
	expect(matchMime(attachment, 'text/plain')).toBeUndefined();
});
