import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findExcerpt, highlight } from '$lib/domain/chat-list/highlight';
import { foldText } from '$lib/domain/chat-list/search';

/** The text with each match in square brackets. */
function marked(text: string, q: string): string {
	return highlight(text, q)
		.map((part) => (part.isMatch ? `[${part.text}]` : part.text))
		.join('');
}

test.for([
	['nothing to search for', 'Lunch', ' ', 'Lunch'],
	['nothing found', 'Lunch', 'x', 'Lunch'],
	['no text', '', 'x', ''],
	['case', 'Lunch Club', 'LUN', '[Lun]ch Club'],
	['words in any order', 'Lunch Club', 'club lun', '[Lun]ch [Club]'],
	['only the words that are here', 'Lunch', 'zoe lunch', '[Lunch]'],
	['every occurrence', 'banana', 'an', 'b[anan]a'],
	['words that overlap', 'Signal', 'sign gnal', '[Signal]'],
	['occurrences that overlap', 'aaab', 'aa', '[aaa]b'],
	['an accent of its own', 'cafe\u0301 x', 'CAFE', '[cafe\u0301] x'],
	['an accent that is part of a letter', 'Žižek', 'iz', 'Ž[iž]ek'],
	['an accent that is searched for', 'cafe', 'é', 'caf[e]'],
	['a letter that folds to several', 'Straße 5', 'strass', '[Straß]e 5'],
	['half of such a letter', 'Straße', 'se', 'Stra[ße]'],
	['a ligature', 'ﬁne', 'in', '[ﬁn]e'],
	['a Turkish capital', 'DİYARBAKIR', 'diy', '[DİY]ARBAKIR'],
	['a final sigma', 'Ο σοφός', 'ΣΟΦΟΣ', 'Ο [σοφός]'],
	['full width', '【ＬＩＮＥ】', 'line', '【[ＬＩＮＥ]】'],
	['half-width marks', 'ｶﾞｽ', 'ガス', '[ｶﾞｽ]'],
	['Arabic with vowel signs', 'يا مُحَمَّد!', 'محمد', 'يا [مُحَمَّد]!'],
	['invisible characters', 'so\u00ADft', 'of', 's[o\u00ADf]t'],
	['a syllable made of letters', '한국', '국', '한[국]'],
	['beyond the basic plane', '😀 𝒂𝒃', 'b', '😀 𝒂[𝒃]'],
	['an emoji', 'I ❤️ you', '❤', 'I [❤️] you']
] as const)('%s', ([, text, q, expected]) => {
	expect(marked(text, q)).toBe(expected);
});

test('the parts join to the text, and neighbours differ', () => {
	const anyText = fc.string({ unit: 'binary' });
	fc.assert(
		fc.property(anyText, anyText, (text, q) => {
			const parts = highlight(text, q);
			expect(parts.map((part) => part.text).join('')).toBe(text);
			expect(parts.every(({ isMatch }, place) => isMatch !== parts[place - 1]?.isMatch)).toBe(true);
		})
	);
});

test('a stretch of a text is found in it, and marked', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(), (text, from, to) => {
			const [word = ''] = foldText(text.slice(from % 10, 1 + (to % 20)))
				.split(/\s+/u)
				.filter(Boolean);
			const isFound = highlight(text, word).some(({ isMatch }) => isMatch);
			expect(isFound).toBe(word !== '' && foldText(text).includes(word));
		})
	);
});

test('a long text of many matches is no burden', () => {
	const text = 'é'.repeat(100_000);
	expect(highlight(text, 'e')).toEqual([{ text, isMatch: true }]);
});

test('text without anything special is marked as if it had something special beside it', () => {
	const letters = fc.string({ unit: fc.constantFrom(...'aAbB ^`~.1'), maxLength: 12 });
	fc.assert(
		fc.property(letters, letters, (text, q) => {
			expect(`${marked(text, q)}あ`).toBe(marked(`${text}あ`, q));
		})
	);
});

test('the first match of an excerpt is in sight, with some words before it', () => {
	const text = `${'before '.repeat(30)}lunch ${'after '.repeat(60)}`;
	expect(findExcerpt(text, 'lunch')).toMatch(/^….{20,40}lunch after.*…$/);
	expect(findExcerpt('Lunch\n  at one', 'lunch')).toBe('Lunch at one');
});

test('an excerpt is short and whole whatever is in the text', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 600 }), fc.string(), (text, q) => {
			const excerpt = findExcerpt(text, q);
			expect(excerpt.length).toBeLessThanOrEqual(202);
			expect(excerpt).not.toContain('\n');
		})
	);
});
