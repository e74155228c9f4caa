import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findUnknownFilterValues, formatView, parseView } from '$lib/domain/chat-list/view-url';
import { ALL_CHATS, INBOX, type ChatView } from '$lib/domain/chat-list/view';
import { makeAccount } from '../../../fixtures/chats';
import { anyView } from './arbitrary';

function parse(query: string) {
	return parseView(query);
}

function rewrite(params: URLSearchParams): string {
	const { view, unknown } = parseView(params);
	return formatView(view, unknown).toString();
}

function setFilter(filter: Partial<ChatView['filter']>): ChatView {
	return { ...ALL_CHATS, filter: { ...ALL_CHATS.filter, ...filter } };
}

describe('the addresses people bookmark', () => {
	test.for<[string, ChatView]>([
		['', ALL_CHATS],
		['archived=no&low-priority=no', INBOX],
		[
			'unread=yes&read-only=no&snoozed=yes',
			setFilter({ flags: { unread: 'yes', 'read-only': 'no', snoozed: 'yes' } })
		],
		['network=whatsapp&network=Signal', setFilter({ networks: ['whatsapp', 'Signal'] })],
		['account=slackgo.T1&account=imessage', setFilter({ accountIDs: ['slackgo.T1', 'imessage'] })],
		['type=group', setFilter({ type: 'group' })],
		['q=caf%C3%A9+anna+', setFilter({ q: 'café anna ' })],
		['active-before=90d', setFilter({ activeBefore: { daysAgo: 90 } })],
		['active-after=2024-02-29', setFilter({ activeAfter: { date: '2024-02-29' } })],
		[
			'capability=edit%3Afull&capability=participantActions.kick%3Arejected',
			setFilter({
				capabilities: [
					{ path: 'edit', value: 'full' },
					{ path: 'participantActions.kick', value: 'rejected' }
				]
			})
		],
		['sort=title', { ...ALL_CHATS, sort: { key: 'title', reversed: false } }],
		['sort=-title', { ...ALL_CHATS, sort: { key: 'title', reversed: true } }],
		['sort=-activity', { ...ALL_CHATS, sort: { key: 'activity', reversed: true } }],
		['group=day', { ...ALL_CHATS, group: 'day' }],
		['group=network&group-order=name', { ...ALL_CHATS, group: 'network', groupOrder: 'name' }],
		['layout=cards', { ...ALL_CHATS, layout: 'cards' }]
	])('"%s" is understood, and written the same', ([query, view]) => {
		expect(parse(query)).toEqual({ view, problems: [], unknown: [] });
		expect(formatView(view).toString()).toBe(query);
	});

	test('defaults are understood and left out', () => {
		expect(rewrite(new URLSearchParams('sort=activity&layout=table&q='))).toBe('');
	});

	test('keys have one order, whatever the order they came in', () => {
		const query = 'layout=cards&q=hi&network=b&network=a&muted=yes&archived=no';
		expect(rewrite(new URLSearchParams(query))).toBe(
			'archived=no&muted=yes&network=b&network=a&q=hi&layout=cards'
		);
	});

	test('the same network, account or capability counts once', () => {
		const query = 'network=signal&network=signal&account=a&account=a&capability=a:b&capability=a:b';
		expect(rewrite(new URLSearchParams(query))).toBe('network=signal&account=a&capability=a%3Ab');
		const { networks, accountIDs, capabilities } = parse(query).view.filter;
		expect([networks.length, accountIDs.length, capabilities.length]).toEqual([1, 1, 1]);
	});

	test('a capability value may hold colons, its path may not', () => {
		expect(parse('capability=a.b:c:d').view.filter.capabilities).toEqual([
			{ path: 'a.b', value: 'c:d' }
		]);
	});

	test('keys of others are kept, in their order, after ours', () => {
		const { unknown } = parse('utm=1&q=hi&other=2&utm=3');
		expect(unknown).toEqual([
			['utm', '1'],
			['other', '2'],
			['utm', '3']
		]);
		expect(formatView(INBOX, unknown).toString()).toBe(
			'archived=no&low-priority=no&utm=1&other=2&utm=3'
		);
	});
});

describe('what cannot be understood', () => {
	test.for([
		['archived', 'maybe', 'yes or no'],
		['archived', 'YES', 'yes or no'],
		['network', ' ', 'the name of a network'],
		['account', '', 'the ID of an account'],
		['type', 'channel', 'single or group'],
		['active-before', '2026-02-30', 'a date such as 2026-01-31, or days ago such as 90d'],
		['active-before', '2026-13-01', 'a date such as 2026-01-31, or days ago such as 90d'],
		['active-before', '2026-01-31T10:00', 'a date such as 2026-01-31, or days ago such as 90d'],
		['active-before', '2026-01-31T24', 'a date such as 2026-01-31, or days ago such as 90d'],
		['active-after', '90', 'a date such as 2026-01-31, or days ago such as 90d'],
		['active-after', '-3d', 'a date such as 2026-01-31, or days ago such as 90d'],
		['capability', 'edit', 'a capability and its value, such as edit:full'],
		['capability', 'edit:', 'a capability and its value, such as edit:full'],
		['capability', ':full', 'a capability and its value, such as edit:full'],
		['capability', 'edit:banana', 'a capability and its value, such as edit:full'],
		['capability', 'readReceipts:full', 'a capability and its value, such as edit:full'],
		[
			'sort',
			'--title',
			'activity, title, network, unread, participants or reminder, with - in front to reverse'
		],
		['group', 'week', 'network, account, label, type, day or due'],
		['layout', 'list', 'table or cards']
	] as const)('%s=%s is left out, with a note', ([key, value, expected]) => {
		const params = new URLSearchParams([[key, value]]);
		const rest = value.trim() && `, not “${value}”`;
		expect(parseView(params)).toEqual({
			view: ALL_CHATS,
			problems: [{ key, value, words: `“${key}” can be ${expected}${rest}.` }],
			unknown: []
		});
	});

	test('of several values where one is asked for, the first that makes sense counts', () => {
		const { view, problems } = parse('type=nonsense&type=group&type=single');
		expect(view.filter.type).toBe('group');
		expect(problems).toEqual([
			{ key: 'type', value: 'nonsense', words: '“type” can be single or group, not “nonsense”.' },
			{ key: 'type', value: 'single', words: '“type” can be used once.' }
		]);
	});

	test('the good values beside it still count', () => {
		expect(parse('muted=perhaps&pinned=yes').view.filter.flags).toEqual({ pinned: 'yes' });
	});
});

describe('for any view and any query', () => {
	test('reading what was written gives the same view, without a problem', () => {
		fc.assert(
			fc.property(anyView, (view) => {
				const address = new URLSearchParams(formatView(view).toString());
				expect(parseView(address)).toEqual({ view, problems: [], unknown: [] });
			})
		);
	});

	test('what was written once is written the same again, and keeps the keys of others', () => {
		const key = fc.oneof(
			fc.string(),
			fc.constantFrom('archived', 'network', 'q', 'sort', 'capability', 'active-before')
		);
		const value = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.constantFrom('yes', '-title', '1d', 'a:b')
		);
		fc.assert(
			fc.property(fc.array(fc.tuple(key, value)), (pairs) => {
				const params = new URLSearchParams(pairs);
				const once = new URLSearchParams(rewrite(params));
				expect(rewrite(once)).toBe(once.toString());
				expect(parseView(once)).toEqual({ ...parseView(params), problems: [] });
			})
		);
	});
});

describe('what a filter names and is not here', () => {
	const known = {
		networks: [{ key: 'whatsapp', name: 'WhatsApp' }],
		accounts: [makeAccount({ accountID: 'wa' })],
		labels: [{ id: '!home', name: 'Home' }]
	};

	test.for([
		['nothing', 'network=whatsapp&network=WhatsApp&label=!home', []],
		['a network', 'network=Nope', ['No chats here are on “Nope”.']],
		['an account', 'account=wa&account=gone', ['No chats here are in the account “gone”.']],
		['a label', 'label=!home&label=!gone', ['No chats here have the label “!gone”.']]
	] as const)('%s', ([, query, sentences]) => {
		const problems = findUnknownFilterValues(parseView(query).view.filter, known);
		expect(problems.map(({ words }) => words)).toEqual(sentences);
	});
});
