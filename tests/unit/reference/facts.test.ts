import { describe, expect, test } from 'vitest';
import { formatEdition, readFacts } from '$lib/reference/facts';

describe('readFacts', () => {
	const facts = { network: 'N', bridgeType: 'n', source: 'here' };
	const base = {
		name: 'direct',
		when: 'always',
		capabilities: { edit: 2, reply: 2, formatting: { bold: 2, italic: 2 } }
	};

	test('a variant may be like another but for some changes', () => {
		const changes = { edit: null, reply: -2, formatting: { italic: null, spoiler: 1 } };
		const other = { name: 'group', when: 'often', like: 'direct', changes };
		const { variants } = readFacts({ ...facts, variants: [base, other] });
		expect(variants[1]?.capabilities).toEqual({ reply: -2, formatting: { bold: 2, spoiler: 1 } });
		expect(variants[0]?.capabilities).toEqual(base.capabilities);
	});

	test('and that one like a third', () => {
		const group = { name: 'group', when: '', like: 'direct', changes: { edit: 1 } };
		const topic = { name: 'topic', when: '', like: 'group', changes: { reply: null } };
		const { variants } = readFacts({ ...facts, variants: [base, group, topic] });
		expect(variants[2]?.capabilities).toEqual({ edit: 1, formatting: { bold: 2, italic: 2 } });
	});

	test('refuses a likeness to a variant that is not there', () => {
		const lost = { name: 'x', when: '', like: 'no', changes: {} };
		expect(() => readFacts({ ...facts, variants: [base, lost] })).toThrow();
	});
});

describe('how old facts are', () => {
	test.for([
		['the day, where it is known', 'a/b@0123abc:c.go', '2025-04-29', 'as of 2025-04-29'],
		['else the commit', 'a/b@0123abcd:c.go (branch d)', undefined, 'commit 0123abcd'],
		['or all of them', 'a/b@0123abc:c.go; a/b@4567def:d.ts', undefined, 'commits 0123abc, 4567def'],
		['or that nobody knows', 'a/b@unknown:c.go', undefined, 'no date known']
	] as const)('%s', ([, source, date, words]) => {
		expect(formatEdition({ source, ...(date !== undefined && { date }) })).toBe(words);
	});
});
