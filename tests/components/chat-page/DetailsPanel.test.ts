import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import DetailsPanel from '$lib/components/chat-page/DetailsPanel.svelte';
import type { Chat } from '$lib/domain/chat/chat';
import { makeChat } from '../../fixtures/chats';

const now = Date.parse('2026-03-10T12:00Z');

function renderDetails(overrides: Partial<Chat> = {}, more = {}) {
	const oncopy = vi.fn();
	render(DetailsPanel, {
		chat: makeChat(overrides),
		networks: [{ key: 'whatsapp', name: 'WhatsApp' }],
		account: 'Ada',
		now,
		oncopy,
		...more
	});
	return { user: userEvent.setup(), oncopy };
}

function getFact(term: string) {
	const word = screen.getAllByRole('term').find((each) => each.textContent === term);
	const lines = [...(word?.nextElementSibling?.querySelectorAll('p') ?? [])];
	return lines.map((line) => line.textContent.trim()).join(' | ');
}

test('shows the type and the flags of the chat', () => {
	renderDetails({ type: 'group', isPinned: true });
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
	renderDetails(overrides);
	expect(getFact(term)).toBe(words);
});

test('IDs are copied exactly', async () => {
	const { user, oncopy } = renderDetails({ id: 'imsg##thread:any;-;+1' });
	await user.click(screen.getByRole('button', { name: 'Copy Chat ID' }));
	expect(oncopy).toHaveBeenCalledExactlyOnceWith('imsg##thread:any;-;+1');
	expect(await screen.findByRole('button', { name: 'Chat ID copied' })).toBeTruthy();
});

test('each label leads to the chats that have it', () => {
	renderDetails({}, { labels: [{ name: 'Home (2)', href: '#home' }] });
	const link = screen.getByRole('link', { name: 'Chats with the label Home (2)' });
	expect(link.getAttribute('href')).toBe('#home');
});
