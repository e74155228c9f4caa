import { expect, test } from 'vitest';
import { answerQuestion } from '$lib/domain/capabilities/ask/answer';
import { REFERENCE } from './columns';

test('a mistyped word is read as what was meant, and said', () => {
	const { sentence, corrections, unknown } = answerQuestion(
		'wich netwroks have dissapearing mesages',
		REFERENCE
	);
	expect(sentence).toMatch(/^3 of 16 networks have disappearing messages: /);
	expect(corrections).toEqual([
		{ typed: 'wich', meant: 'which' },
		{ typed: 'netwroks', meant: 'network' },
		{ typed: 'dissapearing', meant: 'disappearing' },
		{ typed: 'mesages', meant: 'message' }
	]);
	expect(unknown).toEqual([]);
});

test.each(['themes', 'contest', 'accents', 'whale', 'spare', 'shore'])(
	'“%s” is said to be read as another word, or not to be understood',
	(word) => {
		const { corrections, unknown } = answerQuestion(`${word} on signal`, REFERENCE);
		expect([...corrections.map(({ typed }) => typed), ...unknown]).toEqual([word]);
	}
);

test('a mistyped network is only suggested: another one is another answer', () => {
	const { networks, unknown, nearMisses } = answerQuestion('polls on telegarm', REFERENCE);
	expect([networks, unknown]).toEqual([[], ['telegarm']]);
	expect(nearMisses[0]?.meant).toBe('Telegram');
});
