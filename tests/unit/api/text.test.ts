import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText, previewText } from '$lib/api/text';

describe('plainText', () => {
	test.for([
		['leaves plain words alone', 'Lunch at noon?', 'Lunch at noon?'],
		[
			'takes tags out',
			'very <b class="x">bold</b> <a href="https://a.b">link</a>',
			'very bold link'
		],
		['ends lines where blocks end', '<p>one</p><p>two<br/>three</p>', 'one\n\ntwo\nthree'],
		['takes a line end behind a line end for the same', 'one<br />\ntwo', 'one\ntwo'],
		['keeps list items apart', '<ul><li>milk</li><li>eggs</li></ul>', 'milk\n\neggs'],
		['drops the quoted message', '<mx-reply><blockquote>old</blockquote></mx-reply>new', 'new'],
		['drops code that a page would run', 'a<script>steal()</script>b<STYLE>x{}</STYLE>c', 'abc'],
		['drops comments', 'a<!-- secret -->b', 'ab'],
		[
			'reads custom emoji by name',
			'so <img data-mx-emoticon src="mxc://x" alt=":party:">',
			'so :party:'
		],
		['decodes entities once', '&lt;b&gt; &amp;amp; &#39;x&#x27; &hellip;', "<b> &amp; 'x' …"],
		['keeps entities it does not know', '&nosuch; &', '&nosuch; &'],
		['replaces numbers that are no character', '&#0;&#xD800;&#x110000;', '\ufffd\ufffd\ufffd'],
		['keeps what only looks like a tag', 'I <3 you, 1 < 2 > 0, <', 'I <3 you, 1 < 2 > 0, <'],
		['collapses spaces, keeps lines', '  a \t b \n\n\n\n c ', 'a b\n\nc'],
		['survives a tag that never ends', 'a <b and', 'a <b and']
	] as const)('%s', ([, html, expected]) => {
		expect(plainText(html)).toBe(expected);
	});

	test('gives back any words that were written as HTML', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (words) => {
				const html = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
				expect(plainText(`<p>${html}</p>`)).toBe(words.trim().replace(/\s+/g, ' '));
			})
		);
	});

	test.for(['<', '<a', '<!--', '&#', '<img alt="', '<mx-reply>', 'a\n '])(
		'reads a very long run of %j in one go',
		(piece) => {
			expect(plainText(piece.repeat(200_000)).length).toBeLessThanOrEqual(piece.length * 200_000);
		}
	);

	test('reads one very long tag name in one go', () => {
		const endless = `<${'a'.repeat(500_000)}`;
		expect(plainText(endless)).toBe(endless);
	});
});

describe('previewText', () => {
	test('is one line', () => {
		expect(previewText('<p>one</p><p>two</p>', 'Ada')).toBe('one two');
	});

	test("puts the sender's name in its place, as it is", () => {
		expect(previewText('{{sender}} liked a photo of {{sender}}', '<b>$& Ada')).toBe(
			'<b>$& Ada liked a photo of <b>$& Ada'
		);
	});
});
