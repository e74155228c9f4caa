import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import NoChats from '$lib/components/chat-toolbar/NoChats.svelte';

const props = {
	loaded: 'all',
	hasAccounts: true,
	total: 400,
	isEmptied: false,
	allHref: '/chats'
} as const;

function getHeading() {
	return screen.getByRole('heading').textContent;
}

test('a view without chats leads to all of them', () => {
	render(NoChats, props);
	expect(getHeading()).toBe('No chats match');
	const link = screen.getByRole('link', { name: 'Show all chats' });
	expect(link.getAttribute('href')).toBe('/chats');
	expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test.for([
	[{ loaded: 'stopped', total: 200 }, 'No chats match', 'Not all chats are loaded.'],
	[{ loaded: 'stopped', total: 0 }, 'No chats loaded', 'Loading was stopped'],
	[{ loaded: 'failed', total: 0 }, 'No chats to show yet', 'when Beeper responds'],
	[{ total: 0 }, 'No chats yet', 'as soon as Beeper has them'],
	[{ total: 0, hasAccounts: false }, 'No chats yet', 'Add an account in Beeper']
] as const)('of %o it says “%s … %s”', ([given, heading, words]) => {
	const { container } = render(NoChats, { ...props, ...given });
	expect(getHeading()).toBe(heading);
	expect(container.textContent).toContain(words);
});

test('a search that was probably meant as a filter leads to that', () => {
	render(NoChats, { ...props, meant: { label: 'the network WhatsApp', href: '#whatsapp' } });
	const link = screen.getByRole('link', { name: 'Did you mean the network WhatsApp?' });
	expect(link.getAttribute('href')).toBe('#whatsapp');
});

test('a view that others have emptied is done too', () => {
	render(NoChats, { ...props, isEmptied: true });
	expect(getHeading()).toBe('All done');
	expect(screen.getByText('No chats left in this view.')).toBeTruthy();
});

test('a view that was worked through says what was done, which is undone once', async () => {
	const onundo = vi.fn();
	render(NoChats, { ...props, done: 'Archived 1,264 chats', onundo });
	expect(getHeading()).toBe('All done');
	expect(screen.getByText('Archived 1,264 chats.')).toBeTruthy();
	await userEvent.dblClick(screen.getByRole('button', { name: 'Undo' }));
	expect(onundo).toHaveBeenCalledOnce();
});
