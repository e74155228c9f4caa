import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitLinks } from '$lib/components/messages/split-links';

function addresses(text: string) {
	return splitLinks(text).flatMap((part) => (part.href === undefined ? [] : [part.text]));
}

test.for([
	['in a sentence', 'See https://example.com/a?b=c#d.', ['https://example.com/a?b=c#d']],
	['in brackets', '(http://example.com/a)', ['http://example.com/a']],
	['with brackets', 'https://example.org/wiki/Ada_(name)', ['https://example.org/wiki/Ada_(name)']],
	['several', 'https://a.example, https://b.example!', ['https://a.example', 'https://b.example']],
	['mail', 'mailto:ada@example.com', ['mailto:ada@example.com']],
	['in any case', 'HTTPS://EXAMPLE.COM', ['HTTPS://EXAMPLE.COM']],
	['after other signs', '→https://example.com←', ['https://example.com←']],
	['inside a word', 'xhttps://example.com', []],
	['nothing after it', 'https:// mailto: http://', []],
	['script', 'javascript:alert(1) data:text/html,x file:///etc/passwd', []],
	['a name before another host', 'https://bank.example@evil.example', []],
	['a sign that turns the text around', 'https://a.example/\u202Egnp.exe', ['https://a.example/']],
	['an address for mail without one', 'mailto:nobody', []]
] as const)('addresses: %s', ([, text, found]) => {
	expect(addresses(text)).toEqual(found);
});

test('whatever the text, nothing of it is lost and every link is safe', () => {
	const word = fc.constantFrom(
		'https://',
		'http://',
		'mailto:',
		'javascript:',
		'a.b',
		'@',
		'(',
		')',
		'.',
		' '
	);
	const text = fc.oneof(
		fc.string(),
		fc.array(word).map((words) => words.join(''))
	);
	fc.assert(
		fc.property(text, (text) => {
			const parts = splitLinks(text);
			expect(parts.map((part) => part.text).join('')).toBe(text);
			for (const { href } of parts) expect(href ?? 'https:').toMatch(/^(https?|mailto):/);
		}),
		{ numRuns: 50 }
	);
});
