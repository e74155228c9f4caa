import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findFormatting } from '$lib/domain/capabilities/check/find-formatting';

test.for<[string, readonly string[]]>([
	['Just words, 2 * 3 * 4 and snake_case_name, a || b, c:\\d', []],
	['**bold**', ['bold']],
	['__bold__', ['bold']],
	['**bold with *slanted* inside**', ['bold', 'italic']],
	['***both***', ['bold', 'italic']],
	['*slanted*', ['italic']],
	['_slanted_', ['italic']],
	['2*3*4 = 24', ['italic']],
	['<u>under</u>', ['underline']],
	['~~gone~~', ['strikethrough']],
	['||hidden||', ['spoiler']],
	['||so **very** hidden||', ['spoiler', 'bold']],
	['||why|hidden||', ['spoiler', 'spoiler.reason']],
	['a `b` c', ['inline_code']],
	['``a ` b``', ['inline_code']],
	['```\ncode **x**\n```', ['code_block']],
	['```ts\nlet a;\n```', ['code_block', 'code_block.syntax_highlighting']],
	['~~~py\nnever closed', ['code_block', 'code_block.syntax_highlighting']],
	['`**not bold**`', ['inline_code']],
	['\\*\\*not bold\\*\\*', []],
	['> quoted', ['blockquote']],
	['# Title', ['headers']],
	['#hashtag', []],
	['- one\n- two', ['unordered_list']],
	['* one', ['unordered_list']],
	['1. one\n2. two', ['ordered_list']],
	['1. one\n1. two', ['ordered_list']],
	['4. four\n5. five', ['ordered_list', 'ordered_list.start']],
	['1. one\n5. five', ['ordered_list', 'ordered_list.jump_value']],
	['[words](https://example.com)', ['inline_link']],
	['https://example.com', []],
	['[Ada](https://matrix.to/#/@ada:example.com)', ['user_link']],
	['[Room](https://matrix.to/#/!r:example.com)', ['room_link']],
	['[That](https://matrix.to/#/!r:example.com/$e)', ['event_link']],
	['Hello @room', ['at_room_mention']],
	['mail@room.example', []],
	['> a\r\n\r\n**b**', ['bold', 'blockquote']]
])('%j asks for %j', ([text, features]) => {
	expect(findFormatting(text).toSorted()).toEqual(features.toSorted());
});

test('no text, however odd, is too much for it, and each feature is named once', () => {
	const mark = fc.constantFrom(
		'*',
		'_',
		'`',
		'~',
		'|',
		'[',
		']',
		'(',
		')',
		'\n',
		' ',
		'1.',
		'a',
		'#'
	);
	fc.assert(
		fc.property(fc.array(mark, { maxLength: 200 }), (marks) => {
			const features = findFormatting(marks.join(''));
			expect(new Set(features).size).toBe(features.length);
		})
	);
});

test.for(['*', '**', '_', '`', '~', '~~~', '|', '||', '[', '[a](', '> ', ' ', '1. ', '#', '***a'])(
	'a hundred thousand times %j is read at once',
	(mark) => {
		expect(findFormatting(mark.repeat(100_000)).length).toBeLessThan(6);
	}
);
