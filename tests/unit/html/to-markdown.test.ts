import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { describe, expect, test } from 'vitest';
import { toMarkdown } from '$lib/html/to-markdown';
import { toPlainText } from '$lib/html/to-text';
import { toHTML } from '$lib/sample/server/markdown-to-html';

describe('formatting becomes Markdown', () => {
	test.for([
		['bold', 'so <b>very</b> <strong>bold</strong>', 'so **very** **bold**'],
		['italic', '<em>now</em> or <i>never</i>', '*now* or *never*'],
		['struck out', '<del>no</del> <s>no</s> <strike>no</strike>', '~~no~~ ~~no~~ ~~no~~'],
		['marks in marks', '<b>a <i>b</i></b>', '**a *b***'],
		['marks that overlap', '<b>a <i>b</b> c</i>', '**a *b*** *c*'],
		['marks of parts of words', 'un<b>believ</b>able', 'un**believ**able'],
		['marks side by side', '<b>a</b><i>b</i> c', '**a***b* c'],
		['no spaces into marks', 'a<b> b </b>c', 'a **b** c'],
		['marks of each line', '<b>a<br>b</b>', '**a**\n**b**'],
		['code', 'run <code>a * b</code>', 'run `a * b`'],
		['code with backticks', '<code>a `b`</code>', '`` a `b` ``'],
		['code with spaces around it', 'a <b><code> x </code></b> b', 'a **`x`** b'],
		['code, bold', '<b>see <code>x</code></b>', '**see `x`**'],
		['a link', '<a href="https://a.b/?c=1&amp;d=2">there</a>', '[there](https://a.b/?c=1&d=2)'],
		[
			'a link that says its address',
			'<a href="https://a.b/c_d">https://a.b/c_d</a>',
			'https://a.b/c_d'
		],
		[
			'a link with brackets in it',
			'<a href="https://a.b/(c) d">x]y</a>',
			'[x\\]y](https://a.b/%28c%29%20d)'
		],
		['an address nobody may link to', '<a href="javascript:alert(1)">x</a>', 'x'],
		[
			'a mention',
			'<a href="https://matrix.to/#/@ada:beeper.local">Ada</a>: hi',
			'[Ada](https://matrix.to/#/@ada:beeper.local): hi'
		],
		[
			'a spoiler',
			'It was <span data-mx-spoiler>the <b>butler</b></span>',
			'It was ||the **butler**||'
		],
		['a spoiler with a reason', '<span data-mx-spoiler="the end">x|y</span>', '||the end|x\\|y||'],
		['headings', '<h1>Plan</h1><h3>Food <i>and</i> drink</h3>', '# Plan\n\n### Food *and* drink'],
		['paragraphs', '<p>one</p><p>two<br/>three</p>', 'one\n\ntwo\nthree'],
		['a source with lines of its own', '<p>one<br />\ntwo</p>\n<p>three</p>', 'one\ntwo\n\nthree'],
		['a quote', '<blockquote><p>one</p><p>two</p></blockquote>me', '> one\n>\n> two\n\nme'],
		['a list', '<ul><li>milk</li><li>eggs</li></ul>', '- milk\n- eggs'],
		['a numbered list', '<ol start="9"><li>a</li><li>b</li></ol>', '9. a\n10. b'],
		[
			'lists in lists',
			'<ol>\n<li>a\n<ul>\n<li>b</li>\n<li>c</li>\n</ul>\n</li>\n<li>d</li>\n</ol>',
			'1. a\n   - b\n   - c\n2. d'
		],
		['items of two paragraphs', '<ul><li><p>a</p><p>b</p></li></ul>c', '- a\n\n  b\n\nc'],
		['a list that is never closed', '<ul><li>a<li>b', '- a\n- b'],
		['a quote in a list', '<ul><li><blockquote>a<br>b</blockquote></li></ul>', '- > a\n  > b'],
		[
			'a block of code',
			'Try:<pre><code class="language-ts">if (a &lt; b) {\n  **c**\n}\n</code></pre>then',
			'Try:\n\n```ts\nif (a < b) {\n  **c**\n}\n```\n\nthen'
		],
		['code that holds a fence', '<pre>```\nx</pre>', '````\n```\nx\n````'],
		['code in a list', '<ul><li>a<pre>b\n\nc</pre></li></ul>', '- a\n  ```\n  b\n\n  c\n  ```'],
		['custom emoji', 'so <img data-mx-emoticon alt=":party:">', 'so :party:'],
		['what Markdown has no sign for', '<u>a</u> <font color="red">b</font>', 'a b'],
		['a rule', 'a<hr>b', 'a\n\n---\n\nb'],
		['what was quoted', '<mx-reply><blockquote>old</blockquote></mx-reply>new', 'new'],
		['typed signs', 'see <name> & a < b', 'see \\<name> & a < b'],
		['what was never formatting', '<script>x</script>List<T>', 'List\\<T>'],
		['nothing', '<p> </p><b></b><p></p>', '']
	] as const)('%s', ([, html, markdown]) => {
		expect(toMarkdown(html)).toBe(markdown);
	});
});

describe('characters are escaped only where they would be read', () => {
	test.for([
		['2 * 3 * 4', '2 * 3 * 4'],
		['2*3*4', '2\\*3\\*4'],
		['a footnote*', 'a footnote*'],
		['snake_case_name', 'snake_case_name'],
		['_so_', '\\_so\\_'],
		['~5 or ~6', '~5 or ~6'],
		['~~no~~', '\\~\\~no\\~\\~'],
		['it`s', 'it`s'],
		['`x`', '\\`x\\`'],
		['a | b || c', 'a | b || c'],
		['||x||', '\\|\\|x\\|\\|'],
		['[x] [y]', '[x] [y]'],
		['[x](y)', '\\[x]\\(y)'],
		['[x]: y', '\\[x]: y'],
		['I <3 you', 'I <3 you'],
		['a < b', 'a < b'],
		['<b>', '\\<b>'],
		['AT&T', 'AT&T'],
		['&amp;', '\\&amp;'],
		['#tag', '#tag'],
		['# tag', '\\# tag'],
		['-5', '-5'],
		['- 5', '\\- 5'],
		['---', '\\---'],
		['1.5', '1.5'],
		['1. May', '1\\. May'],
		['in 2026. Yes', 'in 2026. Yes'],
		['> x', '\\> x'],
		['a > b', 'a > b'],
		['C:\\temp', 'C:\\temp'],
		['\\*', '\\\\\\*'],
		['¯\\_(ツ)_/¯', '¯\\\\\\_(ツ)\\_/¯'],
		['!', '!'],
		[
			'Hi Ada, (yes) "no": 100% – @all; a/b + c = d?',
			'Hi Ada, (yes) "no": 100% – @all; a/b + c = d?'
		]
	] as const)('%j: %j', ([text, markdown]) => {
		const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
		expect(toMarkdown(html)).toBe(markdown);
	});

	test.for([
		['a star beside bold', '5*<b>b</b>', '5***b**'],
		['a bracket in a link', 'Hi!<a href="https://a.b">[x]</a>', 'Hi\\![\\[x\\]](https://a.b)'],
		['a backslash before a sign', 'a\\<b>b</b>', 'a\\\\**b**'],
		['a backtick beside code', '` <code>x</code>', '\\` `x`'],
		['signs within code', '<code>**x**</code>', '`**x**`'],
		['signs of a line in a heading', '<h2>- x</h2>', '## - x'],
		['signs at the start of an item', '<ul><li># x</li></ul>', '- \\# x']
	] as const)('%s', ([, html, markdown]) => {
		expect(toMarkdown(html)).toBe(markdown);
	});
});

test.for([
	['bold then italic, within a word', '<b>a</b><i>b</i>c', '**a***b*c'],
	['italic then bold, within a word', '<i>a</i><b>b</b>c', '*a***b**c'],
	['struck then bold', '<s>a</s><b>b</b>', '~~a~~**b**'],
	['punctuation beside a letter', 'a<b>(b)</b>c', 'a(**b**)c'],
	['no spaces around brackets', '请点击<b>「这里」</b>来完成', '请点击「**这里**」来完成'],
	['a link beside a letter', '<i><a href="https://a.b">l</a></i>x', '*[l](https://a.b)*&#x78;']
] as const)('marks side by side keep their formatting: %s', ([, html, markdown]) => {
	expect(toMarkdown(html)).toBe(markdown);
});

test.for([
	['a reason', '<span data-mx-spoiler="the end">Bo</span>', '||the end|Bo||'],
	['signs in both', '<span data-mx-spoiler="a|b">c|d *e*</span>', '||a\\|b|c\\|d \\*e\\*||'],
	['no reason', '<span data-mx-spoiler>Bo</span>', '||Bo||'],
	['bold words', '<b>so <span data-mx-spoiler="x">Bo</span></b>', '**so ||x|Bo||**']
] as const)('spoilers keep their reason: %s', ([, html, markdown]) => {
	expect(toMarkdown(html)).toBe(markdown);
});

const MARKS = { b: 'strong', i: 'emphasis', s: 'delete' } as const;
const word = fc.string({ unit: fc.constantFrom(...'abc 请é(.*_~1'), minLength: 1, maxLength: 5 });
const run = fc.record({
	words: word,
	tags: fc.uniqueArray(fc.constantFrom('b', 'i', 's'))
});

test('every letter is read back with the marks it had', () => {
	fc.assert(
		fc.property(fc.array(run), (runs) => {
			const html = runs.map(({ words, tags }) =>
				tags.reduce((inner, tag) => `<${tag}>${inner}</${tag}>`, words)
			);
			const wanted = runs.flatMap(({ words, tags }) =>
				getLetters(words).map((letter) => [letter, ...tags.map((tag) => MARKS[tag]).sort()])
			);
			const read = fromMarkdown(toMarkdown(html.join('')), {
				extensions: [gfmStrikethrough()],
				mdastExtensions: [gfmStrikethroughFromMarkdown()]
			});
			expect(readLetters(read, [])).toEqual(wanted);
		})
	);
});

function readLetters(node: Nodes, marks: readonly string[]): readonly (readonly string[])[] {
	const isMark = node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete';
	const inner = isMark ? [...new Set([...marks, node.type])].sort() : marks;
	if ('children' in node) return node.children.flatMap((child) => readLetters(child, inner));
	return 'value' in node ? getLetters(node.value).map((letter) => [letter, ...inner]) : [];
}

function getLetters(text: string): readonly string[] {
	return text.match(/[\p{L}\p{N}]/gu) ?? [];
}

const SIGNS = fc.string({ unit: fc.constantFrom(...'*_~`|[]()!<>&;\\#-+=.:1ab  \n') });

test('words without formatting come back as they went', () => {
	fc.assert(
		fc.property(fc.oneof(SIGNS, fc.string({ unit: 'grapheme' })), (words) => {
			const html = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
			const text = toPlainText(html);
			expect(toPlainText(toHTML(toMarkdown(html)))).toBe(text);
		})
	);
});

test('words that mean nothing in Markdown are Markdown already', () => {
	const harmless = fc.string({ unit: fc.constantFrom(...'abcé🦉 ,.:;?!()@%"\'/\n') });
	fc.assert(
		fc.property(harmless, (html) => {
			expect(toMarkdown(html)).toBe(toPlainText(html));
		})
	);
});

test.for([
	'<',
	'<b>',
	'<b>x',
	'<ul><li>',
	'<blockquote>x',
	'<blockquote><li>x',
	'</ul><blockquote>',
	'<b>x</b><i>y</i>',
	'<u>x ',
	'<s>x<b>y</s>z</b>',
	'<a href="x',
	'<span data-mx-spoiler>x',
	'*a',
	'* ',
	'_a_ ',
	'`` ` ',
	'[',
	'||',
	'\\',
	'&a',
	'1',
	'- ',
	'<code>`</code>',
	'<pre>`',
	'<a href="https://a">x',
	'<p a=">'
])('reads a very long run of %j in one go', (piece) => {
	const html = piece.repeat(10_000);
	expect(toMarkdown(html).length).toBeLessThanOrEqual(html.length * 40);
});
