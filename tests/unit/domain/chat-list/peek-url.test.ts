import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getPeek, setPeek } from '$lib/domain/chat-list/peek-url';
import { formatView, parseView } from '$lib/domain/chat-list/view-url';

const anyID = fc.string({ minLength: 1, unit: 'grapheme' });
const anyQuery = fc.constantFrom('', '?unread=yes', 'q=a+b&theirs=1', 'peek=old&peek=older');

test('the chat beside the list comes back from the address, and the rest stays', () => {
	fc.assert(
		fc.property(anyID, anyQuery, (id, query) => {
			const peeking = setPeek(query, id);
			expect(getPeek(peeking)).toBe(id);
			expect(setPeek(peeking, undefined)).toBe(setPeek(query, undefined));
		})
	);
});

test('it is no part of the view: neither of its address nor of what is unknown', () => {
	const { view, unknown, problems } = parseView('?unread=yes&peek=a&x=1');
	expect(formatView(view).toString()).toBe('unread=yes');
	expect([unknown, problems]).toEqual([[['x', '1']], []]);
});

test.for(['', '?peek=', '?peeked=a'])('there is none in “%s”', (query) => {
	expect(getPeek(query)).toBeUndefined();
});
