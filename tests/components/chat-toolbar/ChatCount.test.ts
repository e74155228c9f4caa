import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import ChatCount from '$lib/components/chat-toolbar/ChatCount.svelte';

test('says how many chats are in sight', () => {
	render(ChatCount, { matching: 412, total: 1000 });
	expect(screen.getByRole('status').textContent.trim()).toBe('412 of 1,000 chats');
});

test('says that chats are still loading', () => {
	render(ChatCount, { matching: 412, total: 1000, isSoFar: true });
	expect(screen.getByRole('status').textContent.trim()).toBe('412 of 1,000 chats so far');
});

test('says nothing until a chat is known, or known to be missing', async () => {
	const { rerender } = render(ChatCount, { matching: 0, total: 0, isSoFar: true });
	expect(screen.getByRole('status').textContent.trim()).toBe('');
	await rerender({ isSoFar: false });
	expect(screen.getByRole('status').textContent.trim()).toBe('0 of 0 chats');
});
