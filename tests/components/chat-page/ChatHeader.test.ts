import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import ChatHeader from '$lib/components/chat-page/ChatHeader.svelte';
import { makeChat } from '../../fixtures/chats';

const props = {
	chat: makeChat({ title: 'Family' }),
	networks: [{ key: 'whatsapp', name: 'WhatsApp' }],
	account: 'Ada',
	list: { name: 'Unread', href: '#list' }
};

test('names the chat, its network and account, and its place in the list', () => {
	render(ChatHeader, { ...props, position: { place: 12, total: 1412 } });
	expect(screen.getByRole('heading', { level: 1, name: 'Family' })).toBeTruthy();
	expect(screen.getByText('WhatsApp · Ada')).toBeTruthy();
	const text = screen.getByRole('navigation').textContent.replace(/\s+/g, ' ').trim();
	expect(text).toBe('Unread 12 of 1,412 in Unread');
	expect(screen.getByRole('link', { name: 'Unread' }).getAttribute('href')).toBe('#list');
});

test('says how an account stands that needs the user', async () => {
	const { rerender } = render(ChatHeader, { ...props, accountTrouble: 'Signed out by LINE' });
	expect(screen.getByText('Account: Signed out by LINE')).toBeTruthy();
	await rerender({ ...props, accountTrouble: '' });
	expect(screen.queryByText(/^Account:/)).toBeNull();
});

test('leads to the neighbours that there are', () => {
	render(ChatHeader, { ...props, nextHref: '#next' });
	expect(screen.getByRole('link', { name: 'Next chat' }).getAttribute('href')).toBe('#next');
	expect(screen.queryByRole('link', { name: 'Previous chat' })).toBeNull();
});

test('leads back to the list from a chat that isn’t known', () => {
	render(ChatHeader, { networks: [], list: props.list, chat: undefined });
	expect(screen.getByRole('heading', { level: 1, name: 'Chat' })).toBeTruthy();
	expect(screen.getByRole('link', { name: 'Unread' })).toBeTruthy();
});
