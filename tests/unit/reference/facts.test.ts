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
		['commit and day', 'a/b@0123abc:c.go', '2025-04-29', 'commit 0123abc, 2025-04-29'],
		[
			'a day that nobody wrote down',
			'a/b@0123abcd:c.go (branch d)',
			undefined,
			'commit 0123abcd, date not recorded'
		],
		[
			'several commits',
			'a/b@0123abc:c.go; a/b@4567def:d.ts',
			undefined,
			'commits 0123abc, 4567def, date not recorded'
		],
		[
			'a commit that nobody wrote down',
			'a/b@unknown:c.go',
			'2025-04-29',
			'2025-04-29, commit not recorded'
		],
		['neither', 'a/b@unknown:c.go', undefined, 'commit and date not recorded']
	] as const)('%s', ([, source, date, words]) => {
		expect(formatEdition({ source, ...(date !== undefined && { date }) })).toBe(words);
	});
});
