import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	formatCapabilityView,
	parseCapabilityView,
	WHOLE_TABLE
} from '$lib/domain/capabilities/capability-view';
import { COLUMN_GROUPINGS } from '$lib/domain/capabilities/columns/build-columns';
import { SECTIONS } from '$lib/domain/capabilities/row';
import { SILENT_PARTS } from '$lib/domain/capabilities/table/fold-silence';

function parse(query: string) {
	return parseCapabilityView(new URLSearchParams(query));
}

describe('the address of /capabilities', () => {
	test.for([
		['', WHOLE_TABLE],
		['network=signal&network=Slack', { ...WHOLE_TABLE, networks: ['signal', 'Slack'] }],
		['network=signal&network=signal', { ...WHOLE_TABLE, networks: ['signal'] }],
		['rows=differ', { ...WHOLE_TABLE, onlyDiffering: true }],
		['q=edit%20window', { ...WHOLE_TABLE, q: 'edit window' }],
		['by=account&account=a%23b', { ...WHOLE_TABLE, by: 'account', accountIDs: ['a#b'] }],
		['by=chat&chat=!b&chat=!a', { ...WHOLE_TABLE, by: 'chat', chatIDs: ['!b', '!a'] }],
		['split=whatsapp&split=signal', { ...WHOLE_TABLE, split: ['whatsapp', 'signal'] }],
		['baseline=whatsapp:group', { ...WHOLE_TABLE, baseline: 'whatsapp:group' }],
		['reference=yes&share=yes', { ...WHOLE_TABLE, hasReference: true, hasShare: true }],
		['ask=edit+signal', { ...WHOLE_TABLE, ask: 'edit signal' }],
		['silent=rows', { ...WHOLE_TABLE, silent: ['rows'] }],
		['bare=yes', { ...WHOLE_TABLE, isBare: true }],
		[
			'fold=attachments&fold=editing-deleting',
			{ ...WHOLE_TABLE, folded: ['Editing & deleting', 'Attachments'] }
		]
	] as const)('reads “%s”', ([query, view]) => {
		expect(parse(query)).toEqual({ view, problems: [], unknown: [] });
	});

	test.for([
		['rows=all', [{ key: 'rows', value: 'all', words: '“rows” can be differ, not “all”.' }]],
		['network=', [{ key: 'network', value: '', words: '“network” can be the name of a network.' }]],
		['q=a&q=b', [{ key: 'q', value: 'b', words: '“q” can be used once.' }]],
		[
			'by=planet',
			[
				{
					key: 'by',
					value: 'planet',
					words: '“by” can be network, account, type, variant or chat, not “planet”.'
				}
			]
		],
		[
			'baseline=',
			[{ key: 'baseline', value: '', words: '“baseline” can be the key of a column.' }]
		],
		[
			'reference=no',
			[{ key: 'reference', value: 'no', words: '“reference” can be yes, not “no”.' }]
		],
		[
			'fold=nothing',
			[
				{
					key: 'fold',
					value: 'nothing',
					words: '“fold” can be a section, such as editing-deleting, not “nothing”.'
				}
			]
		]
	] as const)('ignores what it does not understand in “%s”, and says so', ([query, problems]) => {
		const { view, problems: found } = parse(query);
		expect(found).toEqual(problems);
		expect({ ...view, q: '' }).toEqual(WHOLE_TABLE);
	});

	test('keeps keys that are not its own, as those of later versions', () => {
		const { view, unknown } = parse('theme=dark&q=edit&theme=light&zoom=2');
		expect(formatCapabilityView(view, unknown).toString()).toBe(
			'q=edit&theme=dark&theme=light&zoom=2'
		);
	});

	test('leaves defaults out', () => {
		expect(formatCapabilityView(WHOLE_TABLE).toString()).toBe('');
	});

	test('reads back every view it writes', () => {
		const word = fc.string({ unit: 'grapheme' }).filter((text) => text.trim() !== '');
		const views = fc.record({
			ask: fc.string(),
			by: fc.constantFrom(...COLUMN_GROUPINGS),
			networks: fc.uniqueArray(word),
			accountIDs: fc.uniqueArray(word),
			chatIDs: fc.uniqueArray(word),
			split: fc.uniqueArray(word),
			onlyDiffering: fc.boolean(),
			q: fc.string({ unit: 'grapheme' }),
			baseline: fc.oneof(fc.constant(''), word),
			hasReference: fc.boolean(),
			hasShare: fc.boolean(),
			folded: fc.subarray([...SECTIONS]),
			silent: fc.subarray([...SILENT_PARTS]),
			isBare: fc.boolean()
		});
		fc.assert(
			fc.property(views, (view) => {
				const query = formatCapabilityView(view).toString();
				expect(parse(query)).toEqual({ view, problems: [], unknown: [] });
			})
		);
	});
});
