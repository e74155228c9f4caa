import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import NetworkChoice from '$lib/components/chat-filters/NetworkChoice.svelte';
import type { Account } from '$lib/domain/chat/account';
import { parseView } from '$lib/domain/chat-list/view-url';
import { makeAccount } from '../../fixtures/chats';

const NAMES = 'WhatsApp Telegram Signal Slack Discord iMessage LINE Bluesky Twitter Matrix'.split(
	' '
);
const choices = NAMES.map((name, place) => ({
	network: { key: name.toLowerCase(), name },
	count: 100 - place
}));

function renderChoice(query = '', accounts: readonly Account[] = []) {
	const { view } = parseView(query);
	const props = { view, choices, accounts, isLoading: false, onchange: vi.fn() };
	const { rerender } = render(NetworkChoice, props);
	return { user: userEvent.setup(), show: (next: string) => rerender(parseView(next)) };
}

function names() {
	return screen.getAllByRole('checkbox').map((box) => box.getAttribute('aria-label'));
}

test('the five most used networks are shown, and the chosen ones', () => {
	renderChoice('network=bluesky');
	expect(names()).toEqual([...NAMES.slice(0, 5), 'Bluesky']);
	expect(screen.getByRole('button', { name: '4 more networks' })).toBeTruthy();
});

test('the rest unfolds, is found by typing, and folds again', async () => {
	const { user } = renderChoice();
	await user.click(screen.getByRole('button', { name: '5 more networks' }));
	expect(names()).toEqual(NAMES);
	await user.type(screen.getByRole('searchbox', { name: 'Find a network' }), 'li');
	expect(names()).toEqual(['LINE']);
	await user.type(screen.getByRole('searchbox'), 'x');
	expect(screen.getByText('No results for “lix”')).toBeTruthy();
	await user.click(screen.getByRole('button', { name: 'Show fewer' }));
	expect(names()).toEqual(NAMES.slice(0, 5));
});

test.for([
	['Loading…', { isLoading: true }],
	['No chats yet', { isLoading: false }],
	['Not loaded yet', { isLoading: true, hasEnded: true }]
] as const)('without networks it says “%s” for %o', ([words, state]) => {
	const { view } = parseView('');
	render(NetworkChoice, { view, choices: [], accounts: [], ...state, onchange: vi.fn() });
	expect(screen.getByText(words)).toBeTruthy();
});

test('a network says which of its accounts need their owner, also while it is folded away', async () => {
	const bridge = { id: 'line', type: 'line', provider: 'cloud' };
	const { user } = renderChoice('', [
		makeAccount({ accountID: 'a', status: 'reconnect_required' }),
		makeAccount({ accountID: 'l', bridge, status: 'disabled', statusText: 'Signed out by LINE' }),
		makeAccount({ accountID: 's', bridge: { ...bridge, type: 'signal' }, status: 'backfilling' })
	]);
	const whatsApp = screen.getByRole('checkbox', { name: 'WhatsApp' });
	const signal = screen.getByRole('checkbox', { name: 'Signal' });
	expect(getDescription(whatsApp)).toBe('Needs to be reconnected 100');
	expect(getDescription(signal)).toBe('98');
	const more = screen.getByRole('button', { name: '5 more networks' });
	expect(more.title).toBe('LINE: Signed out by LINE');
	await user.click(more);
	const line = screen.getByRole('checkbox', { name: 'LINE' });
	expect(getDescription(line)).toBe('Signed out by LINE 94');
	expect(screen.getByRole('button', { name: 'Show fewer' }).title).toBe('');
});

function getDescription(box: Element) {
	const ids = box.getAttribute('aria-describedby')?.split(' ') ?? [];
	return ids.map((id) => document.getElementById(id)?.textContent.trim()).join(' ');
}

test('once the networks are cleared, or no more are folded, the focus stays among them', async () => {
	const { user, show } = renderChoice('network=signal');
	screen.getByRole('button', { name: 'Clear networks' }).focus();
	await show('');
	expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: 'WhatsApp' }));
	await user.click(screen.getByRole('button', { name: '5 more networks' }));
	await show(NAMES.map((name) => `network=${name.toLowerCase()}`).join('&'));
	await user.click(screen.getByRole('button', { name: 'Show fewer' }));
	expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Only Matrix' }));
});
