import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import ChatRow from '$lib/components/chat-grid/ChatRow.svelte';
import { getGridLayout } from '$lib/components/chat-grid/grid-layout';
import type { Chat } from '$lib/domain/chat/chat';
import {
	COLUMN_KEYS,
	DEFAULT_COLUMNS,
	setColumnShown,
	setColumnWidth
} from '$lib/domain/chat-list/column-choice';
import { makeChat } from '../../fixtures/chats';

const now = Date.parse('2026-03-10T12:00Z');
const everything = COLUMN_KEYS.reduce(
	(choice, key) => setColumnShown(choice, key, true),
	DEFAULT_COLUMNS
);

const whatsapp = { key: 'whatsapp', name: 'WhatsApp' };

function toCells(
	overrides: Partial<Chat>,
	choice = everything,
	networks = [whatsapp]
): Record<string, string> {
	const { columns } = getGridLayout('table', 2000, choice);
	render(ChatRow, {
		chat: makeChat(overrides),
		networks,
		labelNames: new Map([['!home', 'Home (2)']]),
		account: 'Ada',
		columns,
		now,
		q: '',
		href: '#',
		select: undefined
	});
	const texts = screen.getAllByRole('gridcell').map(({ textContent }) => textContent.trim());
	return Object.fromEntries(columns.map(({ key }, place) => [key, texts[place] ?? '']));
}

test('a row can show the account, the draft and the reminder', () => {
	const cells = toCells({
		draft: { text: 'On my way', markdown: 'On my way', attachments: [] },
		reminder: { remindAt: now + 3 * 3_600_000 },
		snooze: { snoozeUntil: now + 2 * 86_400_000 }
	});
	expect(cells).toMatchObject({ account: 'Ada', draft: 'On my way' });
	expect(cells.reminder).toMatch(/^Reminder\s*in 3 h\s*Snoozed until\s*in 2 d$/);
});

test('a draft without text is shown by its files', () => {
	const attachments = [{ id: '1', type: 'file' as const, fileName: 'plan.pdf' }];
	expect(toCells({ draft: { text: ' ', markdown: ' ', attachments } }).draft).toBe('plan.pdf');
});

test('a value that the server does not report leaves its cell empty', () => {
	const cells = toCells({ draft: null, reminder: {} });
	expect(cells).toMatchObject({ draft: '', reminder: '', activity: '' });
});

test('the flags that fit are shown; the others are counted', () => {
	const flags = { isArchived: true, isMuted: true, isPinned: true, isLowPriority: true };
	expect(toCells(flags).flags).not.toContain('+');
	document.body.replaceChildren();
	expect(toCells(flags, setColumnWidth(everything, 'flags', 64)).flags).toContain('+2');
});

test('labels are shown beside the title by their unique names; further ones are counted', () => {
	const labels = [{ id: '!home', name: 'Home' }, { id: '!odd' }, { id: '!more' }];
	const { title } = toCells({ title: 'Ida', labels });
	expect(title).toMatch(/^Direct chat\s*Ida\s*Labels:\s*Home \(2\)\s*\+2/);
});

test('a merged chat names its networks and counts the people of its largest member', () => {
	const members = [makeChat(), makeChat()];
	const participants = { items: [], hasMore: false, total: 0 };
	const signal = { key: 'signal', name: 'Signal' };
	const cells = toCells({ members, participants }, everything, [whatsapp, signal]);
	expect(cells).toMatchObject({ network: 'WhatsApp, Signal', participants: '2' });
});
