import { expect, test } from 'vitest';
import { suggestName } from '$lib/components/saved-views/suggest-name';
import { cleanViewName } from '$lib/domain/chat-list/saved-views';
import { parseView } from '$lib/domain/chat-list/view-url';

const slack = { key: 'slack', name: 'Slack' };

function suggested(query: string, views: { name: string; query: string }[] = []) {
	const { view } = parseView(query);
	return suggestName(view, query, { networks: [slack], accounts: [], labels: [], views });
}

test.for([
	['', 'All'],
	['archived=no&low-priority=no', 'Inbox'],
	['archived=no&low-priority=no&active-before=90d', 'Older than 90 days'],
	['unread=yes&network=slack', 'Unread, Slack'],
	['muted=no&q=tea&type=group', '“tea”, Muted: no, Group chats'],
	['archived=no&low-priority=no&pinned=yes&sort=title&group=network', 'Pinned, by network']
] as const)('?%s is called “%s”', ([query, name]) => {
	expect(suggested(query)).toBe(name);
});

test('a name that is taken gets a number, a view that is saved keeps its name', () => {
	const views = [{ name: 'Unread', query: 'unread=yes&layout=cards' }];
	expect(suggested('unread=yes', views)).toBe('Unread (2)');
	expect(suggested('unread=yes&layout=cards', views)).toBe('Unread');
});

test('whatever is searched for, the name can be one', () => {
	const name = suggested(`q=${'👍🏽'.repeat(60)}`);
	expect(cleanViewName(name)).toBe(name);
});
