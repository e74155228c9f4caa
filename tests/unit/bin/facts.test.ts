import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCapabilityReader } from '$lib/api/schemas/capabilities';
import { checkFacts } from '$lib/reference/check-facts';
import { readFacts, type FactsFile, type NetworkFacts } from '$lib/reference/facts';
import { NETWORKS } from '$lib/reference/networks';
import { writeFacts } from '$lib/reference/write-facts';
import { checkEdition, describeChange, formatFacts, setEdition } from '../../../src/bin/facts';

const FOLDER = 'src/lib/reference/facts';
const FILES = readdirSync(FOLDER);

function makeFacts(overrides: Partial<NetworkFacts> = {}): NetworkFacts {
	return {
		network: 'Signal',
		bridgeType: 'signal',
		source: 'mautrix/signal@0d5f3f45:pkg/connector/capabilities.go',
		variants: [{ name: 'direct', when: 'one-to-one chat', capabilities: { edit: 2 } }],
		...overrides
	};
}

describe('the facts files', () => {
	test('are all part of the reference', () => {
		const types = FILES.map((name): FactsFile => {
			return JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8'));
		}).map(({ bridgeType }) => bridgeType);
		expect(types.sort()).toEqual(NETWORKS.map(({ bridgeType }) => bridgeType).sort());
	});

	test.for(FILES)('%s is good, and in the form in which npm run facts writes it', async (name) => {
		const text = readFileSync(`${FOLDER}/${name}`, 'utf8');
		const checked = checkFacts(JSON.parse(text), createCapabilityReader());
		expect(checked).toMatchObject({ problems: [], unknownFields: [] });
		if (checked.facts) expect(await formatFacts(checked.facts)).toBe(text);
	});
});

test('what is written reads as the same facts', () => {
	const fields = fc.dictionary(
		fc.constantFrom('edit', 'poll', 'state', 'formatting'),
		fc.oneof(fc.integer(), fc.dictionary(fc.constantFrom('bold', 'title'), fc.integer())),
		{ noNullPrototype: true }
	);
	fc.assert(
		fc.property(fc.array(fields, { minLength: 1, maxLength: 5 }), (all) => {
			const variants = all.map((capabilities, index) => {
				return { name: `kind ${index}`, when: 'always', capabilities };
			});
			expect(readFacts(writeFacts(makeFacts({ variants })))).toEqual(makeFacts({ variants }));
		})
	);
});

test.for([
	['a list', [], /^network: Invalid key/],
	[
		'no kinds',
		makeFacts({ variants: [] }),
		'variants: Invalid length: Expected >=1 but received 0'
	],
	['no commit', makeFacts({ source: 'somewhere' }), /^source: needs a commit/],
	[
		'a level that there is not',
		makeFacts({ variants: [{ name: 'direct', when: '', capabilities: {} }] }),
		/^variants\.0/
	],
	[
		'a number that is no level',
		makeFacts({ variants: [{ name: 'direct', when: 'always', capabilities: { edit: 9 } }] }),
		'direct.edit: another number'
	],
	[
		'a kind like one that is not there',
		{ ...makeFacts(), variants: [{ name: 'group', when: 'g', like: 'direct', changes: {} }] },
		'group: like “direct”, which doesn’t stand before it'
	]
] as const)('facts with %s are refused with the place', ([, raw, problem]) => {
	const { facts, problems } = checkFacts(raw, createCapabilityReader());
	expect(facts).toBeUndefined();
	expect(problems[0]).toMatch(problem);
});

test('fields without a row are named, and kept', () => {
	const capabilities = { edit: 2, pollEnd: 2, poll_question_length: 100 };
	const variants = [{ name: 'direct', when: 'always', capabilities }];
	const checked = checkFacts(makeFacts({ variants }), createCapabilityReader());
	expect(checked.unknownFields).toEqual(['poll_question_length']);
	expect(checked.facts?.variants[0]?.capabilities).toEqual(capabilities);
});

test('what changed is said in the words of a comparison', () => {
	const variants = [{ name: 'direct', when: 'always', capabilities: { reply: 0 } }];
	const after = makeFacts({
		variants: [{ name: 'direct', when: 'always', capabilities: { reply: 2 } }]
	});
	expect(describeChange(makeFacts({ variants, source: 'a/b@1234567:c' }), after)).toEqual([
		'a/b@1234567:c → mautrix/signal@0d5f3f45:pkg/connector/capabilities.go',
		'Signal replies Unsupported → Full'
	]);
	expect(describeChange(makeFacts(), makeFacts({ date: '2026-07-16' }))).toEqual([
		'commit 0d5f3f45, date not recorded → commit 0d5f3f45, 2026-07-16'
	]);
	expect(describeChange(undefined, makeFacts())).toEqual(['Signal is new']);
	expect(describeChange(makeFacts(), makeFacts())).toEqual([]);
});

describe('the code that new facts are of', () => {
	const FILE = 'pkg/connector/capabilities.go';

	test.for([
		['no commit yet', `mautrix/signal:${FILE}`],
		['an earlier commit', `mautrix/signal@1234567:${FILE}`],
		['a remark in its place', `mautrix/signal@unknown (a branch):${FILE}`]
	] as const)('--commit and --date are put into a source with %s', ([, source]) => {
		const edition = { commit: '0d5f3f45', date: '2026-07-16' };
		const { facts, problems } = checkFacts(
			setEdition(makeFacts({ source }), edition),
			createCapabilityReader()
		);
		expect(problems).toEqual([]);
		expect(facts).toMatchObject({ date: '2026-07-16' });
		expect(facts?.source).toMatch(/^mautrix\/signal@0d5f3f45:/);
		expect(facts && checkEdition(facts, edition)).toEqual([]);
	});

	test.for([
		['a date', { source: `mautrix/signal@1234567:${FILE}` }, {}, /^date: .*--date/],
		['a commit', { source: 'nowhere', date: '2026-07-16' }, {}, /^source: .*--commit/],
		[
			'one commit, where --commit is to replace it',
			{ source: `a/b@1234567:${FILE}; a/b@89abcde:${FILE}`, date: '2026-07-16' },
			{ commit: '0d5f3f45' },
			/^source: names more than one/
		]
	] as const)('facts without %s are refused', ([, facts, edition, problem]) => {
		expect(checkEdition(facts, edition).join()).toMatch(problem);
	});

	test('without the options the file is left as it is', () => {
		expect(setEdition(makeFacts(), {})).toEqual(makeFacts());
		expect(setEdition([], { commit: '0d5f3f45' })).toEqual([]);
	});
});
