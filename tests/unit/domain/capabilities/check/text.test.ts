import { expect, test } from 'vitest';
import type { Capabilities } from '$lib/domain/capabilities/model';
import { checkText, readTextFacts, type TextFacts } from '$lib/domain/capabilities/check/text';

const formatting = {
	bold: 'full',
	italic: 'partial',
	strikethrough: 'dropped',
	underline: 'rejected',
	headers: 'unsupported'
} as const;

function factsOf(text: string): TextFacts {
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
		['Not reported; the server decides']
	],
	['without a stated limit', {}, 'a'.repeat(100_000), 'yes', []],
	[
		'that is too long',
		{ maxTextLength: 2_000 },
		'a'.repeat(2_600),
		'no',
		['2,600 characters, Signal takes 2,000']
	],
	['that just fits', { maxTextLength: 2 }, '👍👍', 'yes', []],
	['with formatting that is carried', { formatting }, '**a**', 'yes', []],
	[
		'with formatting that is not stated',
		{},
		'**a**',
		'unknown',
		['formatting isn’t stated; it may be lost']
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
	expect(checkText(capabilities, factsOf(text), 'Signal')).toEqual({ kind, reasons });
});
