import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getPeek, setPeek } from '$lib/domain/chat-list/peek-url';
import { formatView, parseView } from '$lib/domain/chat-list/view-url';

const anyID = fc.string({ minLength: 1, unit: 'grapheme' });
const anyPeeked = fc.record({ chatID: anyID, messageID: anyID }, { requiredKeys: ['chatID'] });
const anyQuery = fc.constantFrom(
	'',
	'?unread=yes',
	'q=a+b&theirs=1',
	'peek=old&peek=older&message=5'
);

test('the chat beside the list comes back from the address, and the rest stays', () => {
	fc.assert(
		fc.property(anyPeeked, anyQuery, (peeked, query) => {
			const peeking = setPeek(query, peeked);
			expect(getPeek(peeking)).toEqual(peeked);
			expect(setPeek(peeking, undefined)).toBe(setPeek(query, undefined));
		})
	);
});

test('it is no part of the view: neither of its address nor of what is unknown', () => {
	const { view, unknown, problems } = parseView('?unread=yes&peek=a&message=5&x=1');
	expect(formatView(view).toString()).toBe('unread=yes');
	expect([unknown, problems]).toEqual([[['x', '1']], []]);
});

test.for(['', '?peek=', '?peeked=a', '?message=5'])('there is none in “%s”', (query) => {
	expect(getPeek(query)).toBeUndefined();
});
