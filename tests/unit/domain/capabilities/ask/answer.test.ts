import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerQuestion } from '$lib/domain/capabilities/ask/answer';
import { REFERENCE } from './columns';

describe('a question about one network', () => {
	test.each([
		['edit signal', 'Signal: edit for 24 hours, at most 10 times (1 of 3 kinds of chats differs).'],
		['can I unsend on iMessage?', 'iMessage: delete for everyone within 2 minutes.']
	])('%s', (question, sentence) => {
		expect(answerQuestion(question, REFERENCE).sentence).toBe(sentence);
	});
});

test('no text makes it throw', () => {
	fc.assert(
		fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), (question) => {
			expect(typeof answerQuestion(question, REFERENCE).sentence).toBe('string');
		})
	);
});
