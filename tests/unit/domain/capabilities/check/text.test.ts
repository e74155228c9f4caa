import { expect, test } from 'vitest';
import type { Capabilities, AttachmentCapability } from '$lib/domain/capabilities/model';
import {
	checkText,
	readTextFacts,
	type TextFacts,
	findCaptionObjections
} from '$lib/domain/capabilities/check/text';
import { toVerdict } from '$lib/domain/capabilities/check/verdict';
import { makeAttachment } from '../../../../fixtures/capabilities';

const formatting = {
	bold: 'full',
	italic: 'partial',
	strikethrough: 'dropped',
	underline: 'rejected',
	headers: 'unsupported'
} as const;

function getTextFacts(text: string): TextFacts {
	const facts = readTextFacts(text);
	if (!facts) throw new Error('The text is empty');
	return facts;
}

test('an empty text is nothing to send', () => {
	expect(readTextFacts('')).toBeNull();
});

test.for<[string, Capabilities | undefined, string, string, readonly string[]]>([
	[
		'in a chat that reports nothing',
		undefined,
		'Hi',
		'unknown',
		['Not reported, so Beeper decides']
	],
	['without a stated limit', {}, 'a'.repeat(100_000), 'yes', []],
	[
		'that is too long',
		{ maxTextLength: 2_000 },
		'a'.repeat(2_600),
		'no',
		['2,600 characters, Signal allows 2,000']
	],
	['that just fits', { maxTextLength: 2 }, '👍👍', 'yes', []],
	['with formatting that is carried', { formatting }, '**a**', 'yes', []],
	[
		'with formatting that is not stated',
		{},
		'**a**',
		'unknown',
		['formatting may be lost (not stated)']
	],
	[
		'with formatting that is left out of what is reported',
		{ formatting },
		'[a](https://example.com) and `b`',
		'changed',
		['formatting lost: link text, inline code']
	],
	[
		'with some lost and some converted',
		{ formatting },
		'# A\n\n*b* ~~c~~',
		'changed',
		[
			'formatting dropped: strikethrough',
			'formatting lost: headings',
			'formatting converted: italic'
		]
	],
	[
		'with formatting that is refused',
		{ formatting },
		'<u>a</u> *b*',
		'no',
		['formatting refused: underline']
	]
])('a text %s', ([, capabilities, text, kind, reasons]) => {
	expect(checkText(capabilities, getTextFacts(text), 'Signal')).toMatchObject({ kind, reasons });
});

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
		['captions aren’t supported, so the text may arrive separately']
	],
	['dropped', { caption: 'dropped' }, 'Look', 'changed', ['caption is dropped']],
	[
		'refused',
		{ caption: 'rejected' },
		'Look',
		'no',
		['LINE refuses captions, so send the text separately']
	],
	['not stated', {}, 'Look', 'unknown', ['caption may be lost (not stated)']],
	[
		'too long',
		{ caption: 'full', maxCaptionLength: 3 },
		'Look',
		'no',
		['caption of 4 characters, LINE allows 3']
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
	expect(toVerdict(objections)).toMatchObject({ kind, reasons });
});

test('a text that is too long would fit when shortened', () => {
	expect(checkText({ maxTextLength: 2_000 }, { length: 2_001, features: [] }, 'Signal').help).toBe(
		'fits within 2,000 characters'
	);
});
