import { cleanup, render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import ChatCard from '$lib/components/chat-grid/ChatCard.svelte';
import ChatRow from '$lib/components/chat-grid/ChatRow.svelte';
import CompactRow from '$lib/components/chat-grid/CompactRow.svelte';
import { getGridLayout } from '$lib/components/chat-grid/grid-layout';
import { toRowContent } from '$lib/components/chat-grid/row-content';
import type { Chat } from '$lib/domain/chat/chat';
import {
	COLUMN_KEYS,
	DEFAULT_COLUMNS,
	setColumnShown,
	setColumnWidth
} from '$lib/domain/chat-list/column-choice';
import { NOW, ROW_CONTEXT } from '../../fixtures/chat-grid';
import { makeChat } from '../../fixtures/chats';

const everything = COLUMN_KEYS.reduce(
	(choice, key) => setColumnShown(choice, key, true),
	DEFAULT_COLUMNS
);

function toCells(overrides: Partial<Chat>, choice = everything): Record<string, string> {
	const { columns } = getGridLayout('table', 2000, choice);
	const row = toRowContent(makeChat(overrides), ROW_CONTEXT);
	render(ChatRow, { row, columns, q: '', pictures: undefined, select: undefined });
	const texts = screen.getAllByRole('gridcell').map(({ textContent }) => textContent.trim());
	return Object.fromEntries(columns.map(({ key }, place) => [key, texts[place] ?? '']));
}

test('a row can show the account, the draft and the reminder', () => {
	const cells = toCells({
		draft: { text: 'On my way', markdown: 'On my way', attachments: [] },
		reminder: { remindAt: NOW + 3 * 3_600_000 },
		snooze: { snoozeUntil: NOW + 2 * 86_400_000 }
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
	cleanup();
	expect(toCells(flags, setColumnWidth(everything, 'flags', 64)).flags).toContain('+2');
});

test('labels are shown beside the title or in their column, by unique names; further ones are counted', () => {
	const labels = [{ id: '!home', name: 'Home' }, { id: '!odd' }, { id: '!more' }];
	const beside = /^Ida\s*Labels:\s*Home \(2\)\s*\+2/;
	expect(toCells({ title: 'Ida', labels }, DEFAULT_COLUMNS).title).toMatch(beside);
	cleanup();
	const { title, labels: own } = toCells({ title: 'Ida', labels });
	expect(title).toBe('Ida');
	expect(own).toMatch(/^Labels:\s*Home \(2\)\s*\+2/);
});

test('a merged chat names its networks and counts the people of its largest member', () => {
	const members = [makeChat(), makeChat({ accountID: 'signal', network: 'Signal' })];
	const participants = { items: [], hasMore: false, total: 0 };
	const cells = toCells({ members, participants });
	expect(cells).toMatchObject({ network: 'WhatsApp, Signal', participants: '2' });
});

test('the last message stands beside the title', () => {
	const preview = { id: '1', text: 'See you', isSender: true, attachments: [] };
	expect(toCells({ title: 'Ida', preview }, DEFAULT_COLUMNS).title).toMatch(
		/^Ida\s+You:\u00a0See you$/
	);
});

test('the networks of a merged chat are links to its conversations', () => {
	const members = [
		makeChat({ id: 'wa', title: 'Ida' }),
		makeChat({ id: 'sg', title: 'Ida B.', accountID: 'signal', network: 'Signal' })
	];
	toCells({ id: 'all', title: 'Ida', members, merge: { chatIDs: ['wa', 'sg'] } });
	const links = screen.getAllByRole<HTMLAnchorElement>('link');
	expect(links.map((link) => [link.hash, link.getAttribute('aria-label')])).toEqual([
		['#all', null],
		['#wa', 'Ida on WhatsApp'],
		['#sg', 'Ida B. on Signal']
	]);
});

test('a row takes few elements, since the browser lays out each of them at every input', () => {
	toCells({ title: 'Ida', unreadCount: 2, isPinned: true, lastActivity: NOW }, DEFAULT_COLUMNS);
	expect(screen.getAllByRole('gridcell')).toHaveLength(7);
	const elements = document.body.querySelectorAll('[role="gridcell"], [role="gridcell"] *').length;
	expect(elements).toBeLessThan(21);
});

test.for([
	['compact rows', CompactRow, 'table'],
	['cards', ChatCard, 'cards']
] as const)('%s show when a chat is due, or else its last activity', ([, body, layout]) => {
	const due = { reminder: { remindAt: NOW + 3 * 3_600_000 }, lastActivity: NOW - 60_000 };
	function getTime(overrides: Partial<Chat>, choice = everything) {
		cleanup();
		const { columns } = getGridLayout(layout, 400, choice);
		const row = toRowContent(makeChat(overrides), ROW_CONTEXT);
		render(body, { row, columns, q: '', pictures: undefined, select: undefined });
		return screen.getByRole('time').textContent.trim();
	}
	expect(getTime(due)).toBe('in 3 h');
	expect(getTime({ lastActivity: NOW - 60_000 })).toBe('1 min');
	expect(getTime(due, DEFAULT_COLUMNS)).toBe('1 min');
});
