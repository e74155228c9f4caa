import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerQuestion } from '$lib/domain/capabilities/ask/answer';
import { REFERENCE } from './columns';
import { QUESTIONS } from './questions';

test('there are questions of every kind', () => {
	expect(QUESTIONS.length).toBeGreaterThanOrEqual(150);
});

describe('a question chooses networks and capabilities', () => {
	test.each(QUESTIONS)('%s', (question, networks, paths) => {
		const answer = answerQuestion(question, REFERENCE);
		expect([...answer.networks].sort()).toEqual([...networks].sort());
		expect(answer.paths).toEqual(paths);
		expect(answer.unknown).toEqual([]);
		expect(answer.sentence).not.toBe('');
	});
});

test('no text makes it throw', () => {
	fc.assert(
		fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), (question) => {
			expect(typeof answerQuestion(question, REFERENCE).sentence).toBe('string');
		})
	);
});
