import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPlainText, toPreview } from '$lib/html/to-text';

describe('toPlainText', () => {
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
		expect(toPlainText(html)).toBe(expected);
	});

	test('gives back any words that were written as HTML', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (words) => {
				const html = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
				expect(toPlainText(`<p>${html}</p>`)).toBe(words.trim().replace(/\s+/g, ' '));
			})
		);
	});

	test.for([
		['I <3 you', 'I <3 you'],
		['if a < b && c > d', 'if a < b && c > d'],
		['if a <b && c> d', 'if a <b && c> d'],
		['if a <b and c> d', 'if a <b and c> d'],
		['x<y>z, <- and ->, 1<2', 'x<y>z, <- and ->, 1<2'],
		['see <name> below', 'see <name> below'],
		['a <bruh> in the <header>', 'a <bruh> in the <header>'],
		['List<String> names', 'List<String> names'],
		['Map<String, List<Integer>>', 'Map<String, List<Integer>>'],
		['Bo <bo@example.org> wrote', 'Bo <bo@example.org> wrote'],
		['<https://example.org>', '<https://example.org>'],
		['<note to="you">hi</note>', '<note to="you">hi</note>'],
		['<!DOCTYPE html><?xml?>', '<!DOCTYPE html><?xml?>'],
		['put <title> into <head>', 'put <title> into <head>'],
		['unclosed <b', 'unclosed <b'],
		['never ends <!-- here', 'never ends <!-- here'],
		['Help & About', 'Help & About'],
		['&unknown; &amp', '&unknown; &amp'],
		['at 2:15&amp;k?', 'at 2:15&k?'],
		['&lt;b&gt;&nbsp;&#128512;', '<b> 😀'],
		['a<b>c</b>', 'ac'],
		['<B>a</B><b/>b<b />c', 'abc'],
		['a<br>b<BR/>c', 'a\nb\nc'],
		['<a href="https://example.org" target="_blank">example</a>', 'example'],
		["<a href=https://example.org title='a > b'>example</a>", 'example'],
		['<img alt="1 > 0" src="mxc://x">', '1 > 0'],
		['<span data-mx-spoiler>butler</span>', 'butler'],
		['<mx-reply><blockquote>old words</blockquote></mx-reply>new words', 'new words'],
		['<script>x</script>', ''],
		['<script type="a" async>if (a<b) "</b>"</script >x<style>p{}</style>', 'x'],
		['<head><title>page</title></head><p>x</p>', 'x'],
		['<table><tr><td>a</td><td>b</td></tr></table>', 'a b'],
		['<b><i></i></b><br>', '']
	] as const)('only tags that Matrix knows are tags: %j reads %j', ([html, words]) => {
		expect(toPlainText(html)).toBe(words);
	});

	test('text without tags or entities reads as itself, however often it is read', () => {
		const signs = fc.string({ unit: fc.constantFrom(...'<>/!-="\'abcpsu &;3\n') });
		const pieces = fc.constantFrom('<name>', '</p', '<b', '<3', '<!', 'List<T>', ' ', 'x y="z"');
		const typed = fc
			.oneof(fc.array(fc.oneof(signs, pieces)), fc.array(fc.string({ unit: 'grapheme' })))
			.map((parts) => parts.join(''))
			.filter((text) => !/<\/?[a-z]\w*[\s/>]|<!--|&#?\w+;/i.test(text.replaceAll('<name>', '')));
		fc.assert(
			fc.property(typed, (text) => {
				const lines = text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
				const read = toPlainText(text);
				expect(read).toBe(
					lines
						.join('\n')
						.replace(/\n{3,}/g, '\n\n')
						.trim()
				);
				expect(toPlainText(read)).toBe(read);
			})
		);
	});

	test('nothing of a script or a style sheet is read, whatever is around it', () => {
		fc.assert(
			fc.property(
				fc.constantFrom('script', 'STYLE', 'title', 'head', 'mx-reply'),
				fc.string({ unit: fc.constantFrom(...'<>/"\'=ab &;') }),
				fc.string({ unit: fc.constantFrom(...'<>/"\'=ab &;') }),
				(name, around, inside) => {
					const words = toPlainText(`${around}<br><${name}>${inside}secret${inside}</${name}>end`);
					expect(words).toMatch(/end$/);
					expect(words).not.toContain('secret');
				}
			)
		);
	});

	test.for([
		'<',
		'<a',
		'<a ',
		'<a b="',
		'<a b="<i c=\'',
		'<a "\'',
		'<a &>',
		'<a b ',
		'<!--',
		'&#',
		'<img alt="',
		'<mx-reply>',
		'<script>',
		'</script ',
		'<b><blockquote>x',
		'a\n '
	])('reads a very long run of %j in one go', (piece) => {
		expect(toPlainText(piece.repeat(200_000)).length).toBeLessThanOrEqual(piece.length * 200_000);
	});

	test('reads one very long tag name in one go', () => {
		const endless = `<${'a'.repeat(500_000)}`;
		expect(toPlainText(endless)).toBe(endless);
	});
});

describe('toPreview', () => {
	test('is one line', () => {
		expect(toPreview('<p>one</p><p>two</p>', 'Ada')).toBe('one two');
	});

	test("puts the sender's name in its place, as it is", () => {
		expect(toPreview('{{sender}} liked a photo of {{sender}}', '<b>$& Ada')).toBe(
			'<b>$& Ada liked a photo of <b>$& Ada'
		);
	});
});
