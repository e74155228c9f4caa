import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { toRowContent } from '$lib/components/chat-grid/row-content';
import ChatHits from '$lib/components/search/ChatHits.svelte';
import { ROW_CONTEXT } from '../../fixtures/chat-grid';
import { makeChat } from '../../fixtures/chats';

function show(total = 1083) {
	const open = vi.fn();
	const participants = { items: [], hasMore: true, total };
	const chat = makeChat({ id: '!club', type: 'group', title: 'Book club', participants });
	const row = toRowContent(chat, ROW_CONTEXT);
	render(ChatHits, { q: 'book', hits: [{ id: chat.id, row, participants: total, open }] });
	return { open, link: screen.getByRole('link', { name: /^Book club, WhatsApp, group/ }) };
}

test('a chat is a link to its page, with the word marked and the size of a group', () => {
	const { link } = show();
	expect(link.getAttribute('href')).toBe('#!club');
	expect(link.querySelector('mark')?.textContent).toBe('Book');
	expect(link.textContent).toContain('1,083 people');
});

test('a plain click shows it here; with Ctrl it is left to the browser', async () => {
	const { open, link } = show();
	await fireEvent.click(link, { ctrlKey: true });
	expect(open).not.toHaveBeenCalled();
	await fireEvent.click(link);
	expect(open).toHaveBeenCalledOnce();
});

test('a group of one is a person', () => {
	const { link } = show(1);
	expect(link.textContent).toMatch(/\b1 person\b/u);
});
