import { expect, test } from 'vitest';
import { answerQuestion } from '$lib/domain/capabilities/ask/answer';
import { REFERENCE } from './columns';
import { HELD_OUT } from './held-out';
import { OPEN_QUESTIONS } from './open-questions';

test.each([...HELD_OUT, ...OPEN_QUESTIONS])(
	'“$question” is answered',
	({ question, ...expected }) => {
		const answer = answerQuestion(question, REFERENCE);
		expect(answer.networks.toSorted()).toEqual((expected.networks ?? []).toSorted());
		expect(answer.paths).toEqual(expect.arrayContaining([...(expected.paths ?? [])]));
		for (const part of expected.says ?? []) expect(answer.sentence).toContain(part);
		for (const part of expected.never ?? []) expect(answer.sentence).not.toContain(part);
		expect(answer.unknown).toEqual(expected.unknown ?? []);
	}
);
