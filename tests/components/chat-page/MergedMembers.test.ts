import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import MergedMembers from '$lib/components/chat-page/MergedMembers.svelte';
import MergedMessages from '$lib/components/messages/MergedMessages.svelte';
import type { Chat } from '$lib/domain/chat/chat';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { IDA, ON_SIGNAL, ON_WHATSAPP } from '../../fixtures/merged';

const props = {
	getNetwork: createNetworkIndex([]),
	getAccountName: () => 'Ada',
	getHref: ({ id }: Chat) => `#${id}`
};

test('leads to each member, on its network', () => {
	render(MergedMembers, { ...props, chat: { ...IDA, members: [ON_WHATSAPP, ON_SIGNAL] } });
	expect(screen.getByRole('heading', { name: 'Merged from 2 chats' })).toBeTruthy();
	const link = screen.getByRole('link', { name: /^Signal\s+Ida Blom · Ada\s+2 unread$/ });
	expect(link.getAttribute('href')).toBe(`#${ON_SIGNAL.id}`);
	expect(screen.queryByText(/not known/)).toBeNull();
});

test('says how many members are not known', () => {
	render(MergedMembers, { ...props, chat: { ...IDA, members: [ON_WHATSAPP] } });
	expect(screen.getByRole('heading', { name: 'Merged from 2 chats' })).toBeTruthy();
	expect(screen.getByText('1 of them isn’t in the list.')).toBeTruthy();
});

test.for([
	[[ON_WHATSAPP, ON_SIGNAL], 'Messages are in WhatsApp and Signal.'],
	[[ON_SIGNAL], 'Messages are in Signal.'],
	[[], 'A merged chat has no messages of its own.']
] as const)('an empty history is explained: %#', ([members, words]) => {
	const { container } = render(MergedMessages, { ...props, members });
	expect(container.textContent.replace(/\s+/g, ' ').trim()).toBe(words);
	expect(screen.queryAllByRole('link')).toHaveLength(members.length);
});
