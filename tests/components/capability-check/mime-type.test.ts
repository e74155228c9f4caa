import { expect, test } from 'vitest';
import { detectMimeType } from '$lib/components/capability-check/mime-type';

test.for([
	['the bytes say it', 'image/png', 'text/plain', 'a.txt', 'image/png'],
	['only the browser says it', undefined, 'text/css', 'a', 'text/css'],
	['only the name says it', undefined, '', 'a.MKV', 'video/x-matroska'],
	['the browser says just "bytes"', undefined, 'application/octet-stream', 'a.md', 'text/markdown'],
	['nobody says it', undefined, '', 'README', ''],
	['the name ends in a dot', undefined, '', 'a.', ''],
	[
		'it is a document in an archive',
		'application/zip',
		'application/epub+zip',
		'a.epub',
		'application/epub+zip'
	],
	['it is an archive and nothing more is known', 'application/zip', '', 'a', 'application/zip'],
	['it is a drawing', 'application/xml', 'image/svg+xml', 'a.svg', 'image/svg+xml'],
	['it is a sound in what may hold a film', 'video/webm', 'audio/webm', 'a.weba', 'audio/webm'],
	[
		'the bytes know the codec',
		'audio/ogg; codecs=opus',
		'audio/ogg',
		'a.ogg',
		'audio/ogg; codecs=opus'
	],
	['it has another name that networks list', 'audio/x-m4a', 'audio/x-m4a', 'a.m4a', 'audio/mp4'],
	['it is named like what every object has', undefined, '', 'a.constructor', '']
] as const)('%s', ([, found, declared, name, mimeType]) => {
	expect(detectMimeType(found, declared, name)).toBe(mimeType);
});
