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
	const hits = [{ id: chat.id, row, participants: total, open }];
	const props = {
		q: 'book',
		hits,
		isListEmpty: false,
		hasFailed: false,
		isRetrying: false,
		onretry: vi.fn()
	};
	const { rerender } = render(ChatHits, props);
	const region = document.querySelector('[aria-live=polite]');
	async function say(change: Partial<typeof props>) {
		await rerender(change);
		return region?.isConnected ? region.textContent : undefined;
	}
	return {
		open,
		say,
		hits,
		onretry: props.onretry,
		link: screen.getByRole('link', { name: /^Book club, WhatsApp, group/ })
	};
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

test('says how many were found in one region that is always there, and no status', async () => {
	const { say } = show();
	expect(await say({})).toBe('Beeper found 1 more');
	expect(await say({ isListEmpty: true })).toBe('Beeper found 1 chat');
	expect(screen.getByRole('region', { name: 'Found by Beeper' }).textContent).toContain('1 chat');
	expect(await say({ hits: [] })).toBe('');
	expect(screen.queryByRole('region')).toBeNull();
	expect(await say({ hasFailed: true })).toBe('Beeper couldn’t search');
	expect(screen.queryByRole('status')).toBeNull();
});

test('a search that failed can be tried again', async () => {
	const { say, onretry } = show();
	await say({ hits: [], hasFailed: true });
	await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
	expect(onretry).toHaveBeenCalledOnce();
});

test('while a search is tried again the button keeps the focus, and then passes it to what is found', async () => {
	const { say, onretry, hits } = show();
	await say({ hits: [], hasFailed: true });
	const button = screen.getByRole('button', { name: 'Try again' });
	button.focus();
	expect(await say({ hasFailed: false, isRetrying: true })).toBe('');
	expect(document.activeElement).toBe(button);
	await fireEvent.click(button);
	expect(onretry).not.toHaveBeenCalled();
	await say({ hits, isRetrying: false });
	expect(document.activeElement).toBe(screen.getByRole('link', { name: /^Book club/ }));
});
