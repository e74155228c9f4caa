import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import ChatDetail from '$lib/components/chat-page/ChatDetail.svelte';
import type { Chat } from '$lib/domain/chat/chat';
import { makeChat } from '../../fixtures/chats';
import { IDA } from '../../fixtures/merged';

const now = Date.parse('2026-03-10T12:00Z');

function renderDetail(overrides: Partial<Chat> = {}, more = {}) {
	const oncopy = vi.fn();
	render(ChatDetail, {
		chat: makeChat(overrides),
		networks: [{ key: 'whatsapp', name: 'WhatsApp' }],
		account: 'Ada',
		now,
		json: '{ "id": 1 }',
		compareHref: '#compare',
		oncopy,
		...more
	});
	return { user: userEvent.setup(), oncopy };
}

function factOf(term: string) {
	const word = screen.getAllByRole('term').find((each) => each.textContent === term);
	const lines = [...(word?.nextElementSibling?.querySelectorAll('p') ?? [])];
	return lines.map((line) => line.textContent.trim()).join(' | ');
}

test('links to its capabilities beside those of other chats', () => {
	renderDetail();
	const link = screen.getByRole('link', { name: 'Compare with other chats' });
	expect(link.getAttribute('href')).toBe('#compare');
});

test('shows the people and the network of the chat', () => {
	renderDetail({ title: 'Family', type: 'group', isPinned: true });
	expect(screen.getByRole('heading', { level: 1, name: 'Family' })).toBeTruthy();
	expect(screen.getByText('WhatsApp · Ada')).toBeTruthy();
	const signs = screen.getAllByRole('listitem').map((item) => item.textContent.trim());
	expect(signs).toEqual(expect.arrayContaining(['Group chat', 'Pinned']));
});

test.for([
	['Disappearing messages', { messageExpirySeconds: 86_400 }, 'After 24 h'],
	['Disappearing messages', { messageExpirySeconds: null }, 'Off'],
	['Disappearing messages', {}, 'Not stated'],
	['Description', { description: null }, 'None'],
	['Description', {}, 'Not stated'],
	['Archived', { isArchived: false }, 'No'],
	['Archived', {}, 'Not stated'],
	['Last activity', { lastActivity: now - 3_600_000 }, 'Tuesday 10 March 2026, 12:00 (1 h)'],
	[
		'Draft',
		{ draft: { text: 'Hi', markdown: 'Hi', attachments: [{ id: '1', type: 'file' }] } },
		'Hi | file'
	],
	['Draft', { draft: null }, 'None'],
	['Reminder', { reminder: { remindAt: now } }, 'Tuesday 10 March 2026, 13:00 (now)'],
	['Snoozed', { snooze: { snoozeUntil: now } }, 'Until Tuesday 10 March 2026, 13:00 (now)']
] as const)('%s %j reads “%s”', ([term, overrides, words]) => {
	renderDetail(overrides);
	expect(factOf(term)).toBe(words);
});

test('IDs are copied exactly', async () => {
	const { user, oncopy } = renderDetail({ id: 'imsg##thread:any;-;+1' });
	await user.click(screen.getByRole('button', { name: 'Copy Chat ID' }));
	expect(oncopy).toHaveBeenCalledExactlyOnceWith('imsg##thread:any;-;+1');
	expect(await screen.findByRole('button', { name: 'Chat ID copied' })).toBeTruthy();
});

test('capabilities are shown in words, section by section', () => {
	renderDetail({ capabilities: { edit: 'full', editMaxAge: 900, delete: 'rejected' } });
	const table = screen.getByRole('table', { name: 'Editing & deleting' });
	function cellOf(name: string) {
		return within(within(table).getByRole('row', { name: new RegExp(`^${name}`) })).getByRole(
			'cell'
		);
	}
	expect(cellOf('Edit window').textContent).toContain('15 min');
	expect(cellOf('Delete for everyone').textContent).toContain('Rejected');
	expect(cellOf('Delete for me').textContent).toContain('Not stated');
});

test('silence about capabilities is not shown as “unsupported”', () => {
	renderDetail();
	expect(screen.queryByRole('table')).toBeNull();
	expect(screen.getByText(/^Not reported: /)).toBeTruthy();
});

test('the raw response is shown and copied unchanged', async () => {
	const { user, oncopy } = renderDetail();
	await user.click(screen.getByText('Raw JSON', { exact: true }));
	expect(screen.getByText('{ "id": 1 }')).toBeTruthy();
	await user.click(screen.getByRole('button', { name: 'Copy raw JSON' }));
	expect(oncopy).toHaveBeenCalledExactlyOnceWith('{ "id": 1 }');
});

test('each label leads to the chats that have it', () => {
	renderDetail({}, { labels: [{ name: 'Home (2)', href: '#home' }] });
	const link = screen.getByRole('link', { name: 'Chats with the label Home (2)' });
	expect(link.getAttribute('href')).toBe('#home');
});

test('a merged chat leaves its capabilities to its chats', () => {
	renderDetail(IDA);
	expect(screen.queryByText(/^Not reported: /)).toBeNull();
	expect(screen.getByRole('link', { name: 'Compare its chats' })).toBeTruthy();
});
