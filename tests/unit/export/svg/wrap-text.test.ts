import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from '$lib/export/clean-text';
import { splitGraphemes, measureWidth } from '$lib/export/svg/measure-text';
import { wrapText } from '$lib/export/svg/wrap-text';
import { hostileText } from '../../../fixtures/hostile';

const FONT = { size: 10 };

describe('wrapped text', () => {
	test.for([
		['breaks at spaces', 'Delete for everyone', 60, ['Delete for ', 'everyone']],
		['breaks behind a slash', 'Facebook/Messenger', 60, ['Facebook/', 'Messenger']],
		['tears a word that is too long', 'mmmmmm', 30, ['mmm', 'mmm']],
		['breaks between Chinese letters', '家族家族', 25, ['家族', '家族']],
		['never tears what is one emoji', '👨‍👩‍👧👨‍👩‍👧', 15, ['👨‍👩‍👧', '👨‍👩‍👧']],
		['stays on one line where it fits', 'Full', 60, ['Full']],
		['is nothing of nothing', '', 60, []]
	] as const)('%s', ([, text, room, lines]) => {
		expect(wrapText(text, room, FONT)).toEqual(lines);
	});

	test('ends in … beyond the most lines', () => {
		expect(wrapText('one two three', 30, FONT, 2)).toEqual(['one ', 'two…']);
	});

	test('of a million letters is cut, and soon', () => {
		const lines = wrapText('word '.repeat(200_000), 100, FONT);
		expect(lines.join('').length).toBeLessThan(2_100);
		expect(lines.at(-1)).toMatch(/…$/);
	});

	test('is the text again when joined, and no line is wider than its room', () => {
		fc.assert(
			fc.property(hostileText(), fc.integer({ min: 20, max: 200 }), (raw, room) => {
				const text = cleanText(raw);
				const lines = wrapText(text, room, FONT);
				expect(lines.join('')).toBe(text);
				for (const line of lines) {
					const isOneLetter = splitGraphemes(line.trimEnd()).length === 1;
					expect(isOneLetter || measureWidth(line.trimEnd(), FONT) <= room).toBe(true);
				}
			}),
			{ numRuns: 60 }
		);
	});
});

test('emoji and Chinese are wide, bold is wider, an accent or a colour adds nothing', () => {
	expect(measureWidth('i', FONT)).toBeLessThan(measureWidth('m', FONT));
	expect(measureWidth('m', { size: 10, weight: 600 })).toBeGreaterThan(measureWidth('m', FONT));
	expect(measureWidth('漢', FONT)).toBeGreaterThan(measureWidth('m', FONT));
	expect(measureWidth('👍🏽', FONT)).toBe(measureWidth('👍', FONT));
	expect(measureWidth('e\u0301', FONT)).toBe(measureWidth('e', FONT));
});
