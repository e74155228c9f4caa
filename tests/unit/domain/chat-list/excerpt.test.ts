import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findExcerpt } from '$lib/domain/chat-list/highlight';

test('the first match is in sight, with some words before it', () => {
	const text = `${'before '.repeat(30)}lunch ${'after '.repeat(60)}`;
	expect(findExcerpt(text, 'lunch')).toMatch(/^….{20,40}lunch after.*…$/);
	expect(findExcerpt('Lunch\n  at one', 'lunch')).toBe('Lunch at one');
});

test('is short and whole whatever is in the text', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 600 }), fc.string(), (text, q) => {
			const excerpt = findExcerpt(text, q);
			expect(excerpt.length).toBeLessThanOrEqual(202);
			expect(excerpt).not.toContain('\n');
		})
	);
});
