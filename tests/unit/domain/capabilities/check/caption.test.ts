import { expect, test } from 'vitest';
import type { AttachmentCapability } from '$lib/domain/capabilities/model';
import { findCaptionObjections, readTextFacts } from '$lib/domain/capabilities/check/text';
import { toVerdict } from '$lib/domain/capabilities/check/verdict';
import { makeAttachment } from '../../../../fixtures/capabilities';

const FORMATTING = { formatting: { bold: 'full' } } as const;

test.for<[string, Partial<AttachmentCapability>, string, string, readonly string[]]>([
	['none stands against nothing', { caption: 'rejected' }, '', 'yes', []],
	['carried in full', { caption: 'full' }, 'Look', 'yes', []],
	['partly', { caption: 'partial' }, 'Look', 'changed', ['caption is changed']],
	[
		'unsupported',
		{ caption: 'unsupported' },
		'Look',
		'changed',
		['captions aren’t supported; it may come separately']
	],
	['dropped', { caption: 'dropped' }, 'Look', 'changed', ['caption is dropped']],
	[
		'refused',
		{ caption: 'rejected' },
		'Look',
		'no',
		['LINE refuses captions; send the text on its own']
	],
	['not stated', {}, 'Look', 'unknown', ['captions aren’t stated; it may be lost']],
	[
		'too long',
		{ caption: 'full', maxCaptionLength: 3 },
		'Look',
		'no',
		['caption of 4 characters, LINE takes 3']
	],
	[
		'its length is counted in characters, not in UTF-16 units',
		{ caption: 'full', maxCaptionLength: 2 },
		'👍👍',
		'yes',
		[]
	],
	[
		'a limit beside a level that carries nothing is none',
		{ caption: 'dropped', maxCaptionLength: 3 },
		'Look',
		'changed',
		['caption is dropped']
	],
	['formatting that is carried', { caption: 'full' }, '**Look**', 'yes', []],
	[
		'formatting that is lost',
		{ caption: 'full' },
		'~~Look~~',
		'changed',
		['caption: formatting lost: strikethrough']
	]
])('a caption: %s', ([, attachment, caption, kind, reasons]) => {
	const objections = findCaptionObjections(
		FORMATTING,
		makeAttachment(attachment),
		readTextFacts(caption),
		'LINE'
	);
	expect(toVerdict(objections)).toEqual({ kind, reasons });
});
