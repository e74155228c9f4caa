import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerQuestion } from '$lib/domain/capabilities/ask/answer';
import { REFERENCE } from './columns';
import { QUESTIONS } from './questions';
import { STRANGERS } from './strangers';

describe('a question chooses networks and capabilities', () => {
	test.each([...QUESTIONS, ...STRANGERS])('%s', (question, networks, paths) => {
		const answer = answerQuestion(question, REFERENCE);
		expect([...answer.networks].sort()).toEqual([...networks].sort());
		expect(answer.paths).toEqual(paths);
		expect(answer.unknown).toEqual([]);
		expect(answer.sentence).not.toBe('');
	});
});

test('another reference of as many networks gives its own answer', () => {
	const [own, line, signal] = ['slackgo', 'line', 'signal'].map((wanted) =>
		REFERENCE.filter(({ key }) => key === wanted)
	);
	const question = 'edit on signal';
	expect(answerQuestion(question, own ?? [], line).networks).toEqual([]);
	expect(answerQuestion(question, own ?? [], signal).networks).toEqual(['signal']);
});

test('a snapshot answers for both types of chats, and says which networks it lacks', () => {
	const snapshot = REFERENCE.filter(({ key }) => key === 'signal').map((column) => ({
		...column,
		clusters: [],
		origin: 'snapshot' as const
	}));
	expect(answerQuestion('polls in groups', snapshot).sentence).toBe(
		'Signal has polls. A snapshot counts direct chats and groups together, so this is about both.'
	);
	expect(answerQuestion('edit on line', snapshot, REFERENCE).sentence).toContain(
		'The snapshot has no chats on LINE: answered from the'
	);
});

describe('nothing that is asked makes it throw', () => {
	const few = REFERENCE.filter(({ key }) => key === 'signal' || key === 'slackgo');

	test('1,000 texts', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 20, unit: 'grapheme' }), (question) => {
				expect(typeof answerQuestion(question, few).sentence).toBe('string');
			}),
			{ numRuns: 1_000 }
		);
	});

	test('any words of questions in any order', () => {
		const words = QUESTIONS.flatMap(([question]) => question.split(' '));
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...words), { maxLength: 12 }), (chosen) => {
				const { sentence, headline, rows, columns } = answerQuestion(chosen.join(' '), few);
				expect(sentence.startsWith(headline)).toBe(true);
				expect(rows.every(({ cells }) => cells.length === columns.length)).toBe(true);
				expect(sentence).not.toMatch(/undefined|NaN|Infinity| {2}|\(\)/);
			})
		);
	});

	test.each(['x'.repeat(100_000), '🙂'.repeat(5_000), '1'.repeat(5_000), '(((('.repeat(9_999)])(
		'a text of great length',
		(question) => {
			expect(answerQuestion(question, few).paths.length).toBeLessThan(20);
		}
	);
});
