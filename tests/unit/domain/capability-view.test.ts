import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	formatCapabilityView,
	parseCapabilityView,
	pickNetworks,
	shownRows,
	toggleNetwork,
	WHOLE_TABLE
} from '$lib/domain/capability-view';
import { buildMatrix, summarise } from '$lib/domain/capabilities/matrix';
import { makeCapabilities } from '../../fixtures/capabilities';
import { makeChat } from '../../fixtures/chats';

function parse(query: string) {
	return parseCapabilityView(new URLSearchParams(query));
}

const NETWORKS = [
	{ key: 'signal', name: 'Signal' },
	{ key: 'slackgo', name: 'Slack' },
	{ key: 'whatsapp', name: 'WhatsApp' }
];

describe('the address of /capabilities', () => {
	test.for([
		['', WHOLE_TABLE],
		['network=signal&network=Slack', { ...WHOLE_TABLE, networks: ['signal', 'Slack'] }],
		['network=signal&network=signal', { ...WHOLE_TABLE, networks: ['signal'] }],
		['rows=differ', { ...WHOLE_TABLE, onlyDiffering: true }],
		['q=edit%20window', { ...WHOLE_TABLE, q: 'edit window' }]
	] as const)('reads “%s”', ([query, view]) => {
		expect(parse(query)).toEqual({ view, problems: [], unknown: [] });
	});

	test.for([
		['rows=all', [{ key: 'rows', value: 'all', expected: 'differ' }]],
		['network=', [{ key: 'network', value: '', expected: 'the name of a network' }]],
		['q=a&q=b', [{ key: 'q', value: 'b', expected: 'only one value' }]]
	] as const)('ignores what it does not understand in “%s”, and says so', ([query, problems]) => {
		const { view, problems: found } = parse(query);
		expect(found).toEqual(problems);
		expect({ ...view, q: '' }).toEqual(WHOLE_TABLE);
	});

	test('keeps keys that are not its own, as those of later versions', () => {
		const query = 'by=account&q=edit&baseline=signal&reference=yes';
		const { view, unknown } = parse(query);
		expect(formatCapabilityView(view, unknown).toString()).toBe(
			'q=edit&by=account&baseline=signal&reference=yes'
		);
	});

	test('leaves defaults out', () => {
		expect(formatCapabilityView(WHOLE_TABLE).toString()).toBe('');
	});

	test('reads back every view it writes', () => {
		const views = fc.record({
			networks: fc.uniqueArray(
				fc.string({ unit: 'grapheme' }).filter((word) => word.trim() !== '')
			),
			onlyDiffering: fc.boolean(),
			q: fc.string({ unit: 'grapheme' })
		});
		fc.assert(
			fc.property(views, (view) => {
				const query = formatCapabilityView(view).toString();
				expect(parse(query)).toEqual({ view, problems: [], unknown: [] });
			})
		);
	});
});

describe('pickNetworks', () => {
	test.for([
		['every network unless some are named', [], ['signal', 'slackgo', 'whatsapp']],
		[
			'by key or by name, in the order of the table',
			['WhatsApp', 'signal'],
			['signal', 'whatsapp']
		],
		[
			'every network when none of the words means one',
			['myspace'],
			['signal', 'slackgo', 'whatsapp']
		]
	] as const)('picks %s', ([, words, keys]) => {
		expect(pickNetworks(NETWORKS, words).picked.map(({ key }) => key)).toEqual(keys);
	});

	test('names the words that mean no network here', () => {
		const { picked, problems } = pickNetworks(NETWORKS, ['signal', 'myspace']);
		expect(picked).toHaveLength(1);
		expect(problems).toEqual([
			{ key: 'network', value: 'myspace', expected: 'a network that has chats here' }
		]);
	});
});

describe('toggleNetwork', () => {
	test.for([
		['takes one away from all of them', [], 'slackgo', ['signal', 'whatsapp']],
		['takes one away from several', ['signal', 'WhatsApp'], 'whatsapp', ['signal']],
		['adds one', ['signal'], 'slackgo', ['signal', 'slackgo']],
		['makes no choice of all of them', ['signal', 'slackgo'], 'whatsapp', []],
		['keeps the last one', ['signal'], 'signal', ['signal']]
	] as const)('%s', ([, words, key, after]) => {
		expect(toggleNetwork(NETWORKS, words, key)).toEqual(after);
	});
});

describe('shownRows', () => {
	const chats = [
		makeChat({ network: 'Signal', capabilities: makeCapabilities({ editMaxAge: 86_400 }) }),
		makeChat({ network: 'WhatsApp', capabilities: makeCapabilities({ editMaxAge: 900 }) })
	];
	const { rows } = buildMatrix(
		summarise(chats, ({ network }) => ({ key: network, name: network }))
	);

	function paths(view: Partial<typeof WHOLE_TABLE>) {
		return shownRows(rows, { ...WHOLE_TABLE, ...view }).map(({ row }) => row.path);
	}

	test('shows every row unless something is asked for', () => {
		expect(paths({})).toHaveLength(rows.length);
	});

	test('leaves out the rows in which all networks agree', () => {
		expect(paths({ onlyDiffering: true })).toEqual(['editMaxAge']);
	});

	test.for([
		['its name', 'edits per message', 'editMaxCount'],
		['its path', 'EDITMAXAGE', 'editMaxAge'],
		['its section and name, in any order', 'bold formatting', 'formatting.bold'],
		['its type of attachment', 'image caption length', 'attachments.m.image.maxCaptionLength']
	] as const)('finds a row by %s', ([, q, path]) => {
		expect(paths({ q })).toEqual([path]);
	});
});
