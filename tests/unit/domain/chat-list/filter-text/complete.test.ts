import { expect, test } from 'vitest';
import { completeFilterText } from '$lib/domain/chat-list/filter-text/complete';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { ChatIndex } from '$lib/domain/chat-list/chat-index';
import { countFacets, findFacetChoices } from '$lib/domain/chat-list/facets';
import { filterChats } from '$lib/domain/chat-list/filter';
import { ALL_CHATS } from '$lib/domain/chat-list/view';
import { makeChat } from '../../../../fixtures/chats';
import { NAMES } from './names';

const chats = [
	makeChat({ accountID: 'wa1', unreadCount: 2, type: 'group' }),
	makeChat({ accountID: 'wa2', isMuted: true, labels: [{ id: '!my', name: 'My label' }] }),
	makeChat({ accountID: 'slackgo.T1', network: 'Slack', title: 'Muetzen' })
];
const indexed = new ChatIndex(createNetworkIndex(NAMES.accounts)).read(chats);
const CONTEXT = {
	...{ ...NAMES, chats },
	counts: countFacets(
		filterChats(indexed, ALL_CHATS.filter, () => 0),
		findFacetChoices(indexed)
	)
};

/** The completions of a line with the caret at `|`, with their counts. */
function complete(line: string) {
	const caret = line.indexOf('|');
	return completeFilterText(line.replace('|', ''), caret, CONTEXT);
}

function labels(line: string) {
	return complete(line).map(({ label, count }) =>
		count === undefined ? label : `${label} ${count}`
	);
}

/** The line after its first completion, with the caret at `|`. */
function accept(line: string) {
	const [first] = complete(line);
	return first && `${first.line.slice(0, first.caret)}|${first.line.slice(first.caret)}`;
}

test('an empty place offers the keys', () => {
	expect(labels('|')).toEqual([
		...[
			'is:',
			'network:',
			'type:',
			'waiting:',
			'due:',
			'active:',
			'people:',
			'label:',
			'account:',
			'capability:'
		],
		...['sort:', 'group:']
	]);
	expect(labels('is:unread |')).toHaveLength(12);
});

test('labels are offered only where there are labels', () => {
	const context = { ...CONTEXT, labels: [] };
	const offered = ['|', 'la|', 'group:|', 'label:|'].flatMap((line) =>
		completeFilterText(line.replace('|', ''), line.indexOf('|'), context)
	);
	expect(offered.filter(({ label }) => label.includes('label'))).toEqual([]);
	expect(labels('group:la|')).toEqual(['group:label']);
});

test('keys come before values', () => {
	expect(labels('ne|')).toEqual(['network:', 'sort:network', 'group:network']);
	expect(labels('unr|')).toEqual(['is:unread 1', 'sort:unread']);
	expect(labels('sla|')).toEqual(['network:slack 1', 'account:"Robin \\"R\\" Sample · Slack" 1']);
});

test('values are counted', () => {
	expect(labels('is:mu|')).toEqual(['is:muted 1']);
	expect(labels('network:|')).toEqual(['network:slack 1', 'network:whatsapp 2']);
	expect(labels('type:|')).toEqual(['type:single 2', 'type:group 1']);
	expect(labels('label:my|')).toEqual(['label:"My label" 1']);
	expect(labels('muted:|')).toEqual(['muted:yes 1', 'muted:no 2']);
});

test('a minus counts the chats without, and is for what can be excluded', () => {
	expect(labels('-is:mu|')).toEqual(['-is:muted 2']);
	expect(labels('-mu|')).toEqual(['-is:muted 2']);
	expect(labels('-|')).toEqual(['-is:', '-type:']);
});

test('a second value leaves out the first', () => {
	expect(labels('network:slack,|')).toEqual(['network:whatsapp 2']);
});

test('a mistyped value is offered as it was meant', () => {
	expect(complete('network:whatsup|')).toEqual([
		expect.objectContaining({ label: 'network:whatsapp', hint: 'Did you mean WhatsApp?' })
	]);
});

test('an unknown key has no completions', () => {
	expect(labels('https:|')).toEqual([]);
});

test.for([
	['ne|', 'network:|'],
	['network:wh|', 'network:whatsapp |'],
	['network:wh|,telegram', 'network:whatsapp|,telegram'],
	['tea unr| more', 'tea is:unread |more'],
	['label:m|', 'label:"My label" |'],
	['label:"my l|', 'label:"My label" |'],
	['edit:|', 'edit:full |'],
	['active:>9|', 'active:>90d |'],
	['old|', 'active:>90d |'],
	['-dir|', '-is:direct |']
])('%s becomes %s', ([line = '', completed]) => {
	expect(accept(line)).toBe(completed);
});

test.for([
	['whatsup|', 'network:whatsapp', 'Did you mean WhatsApp?', 'network:whatsapp |'],
	['is:muted mesenger|', 'network:facebook/messenger', 'Did you mean Facebook/Messenger?', ''],
	['unraed|', 'is:unread', 'Did you mean unread?', 'is:unread |']
] as const)('a word that begins no filter, %s, is offered as %s', ([line, label, hint, next]) => {
	expect(complete(line)).toMatchObject([{ label, hint }]);
	if (next) expect(accept(line)).toBe(next);
});

test.for(['muet|', 'whatsu|p', '-whatsup|', 'lunch|'])(
	'nothing is offered for a word that finds chats, is unfinished or is like none: %s',
	(line) => {
		expect(labels(line)).toEqual([]);
	}
);
