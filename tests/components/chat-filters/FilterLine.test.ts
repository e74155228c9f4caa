import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import FilterLine from '$lib/components/chat-filters/FilterLine.svelte';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { ChatIndex } from '$lib/domain/chat-list/chat-index';
import { countFacets, findFacetChoices } from '$lib/domain/chat-list/facets';
import { filterChats } from '$lib/domain/chat-list/filter';
import { ALL_CHATS, type ChatView } from '$lib/domain/chat-list/view';
import { formatView, parseView } from '$lib/domain/chat-list/view-url';
import { makeAccount, makeChat } from '../../fixtures/chats';

const accounts = [makeAccount()];
const chats = [makeChat({ unreadCount: 2, isMuted: true }), makeChat({ unreadCount: 1 })];
const indexed = new ChatIndex(createNetworkIndex(accounts)).read(chats);
const choices = findFacetChoices(indexed);
const counts = countFacets(
	filterChats(indexed, ALL_CHATS.filter, () => 0),
	choices
);

function renderLine(query = '') {
	const calls = { onapply: vi.fn<(view: ChatView) => void>(), onleave: vi.fn() };
	const props = {
		names: { networks: choices.networks, accounts, labels: [] },
		...{ chats, counts },
		getHref: (view: ChatView) => `?${formatView(view)}`,
		...calls
	};
	const { rerender } = render(FilterLine, { view: parseView(query).view, ...props });
	return {
		...calls,
		user: userEvent.setup(),
		show: (next: string) => rerender({ view: parseView(next).view, ...props }),
		applied: () =>
			calls.onapply.mock.calls.map(([view]) => decodeURIComponent(`${formatView(view)}`))
	};
}

function field() {
	const input = screen.getByRole('combobox', { name: 'Filter' });
	if (!(input instanceof HTMLInputElement)) throw new Error('The field is no input');
	return input;
}

/** The text of the active completion. */
function active() {
	const id = field().getAttribute('aria-activedescendant');
	return id === null
		? null
		: document.getElementById(id)?.textContent.trim().replaceAll(/\s+/g, ' ');
}

test('says what the view filters by, and follows it', async () => {
	const { show } = renderLine('archived=no&network=whatsapp&q=tea');
	expect(field().value).toBe('-is:archived network:whatsapp tea');
	await show('muted=yes&sort=title');
	expect(field().value).toBe('is:muted sort:title');
});

test('Enter applies what was typed, once', async () => {
	const { user, applied } = renderLine();
	await user.type(field(), 'is:unread green tea{Enter}');
	expect(applied()).toEqual(['unread=yes&q=green+tea']);
});

test('a completion is chosen by arrow keys and Enter, and the next Enter applies', async () => {
	const { user, applied } = renderLine();
	await user.type(field(), 'mut');
	expect(active()).toBeNull();
	expect(screen.getByRole('listbox', { name: 'Filters' })).toBeTruthy();
	await user.keyboard('{ArrowDown}');
	expect(active()).toBe('is:muted 1');
	await user.keyboard('{Enter}');
	expect([field().value, field().selectionStart]).toEqual(['is:muted ', 9]);
	expect(applied()).toEqual([]);
	await user.keyboard('{Enter}');
	expect(applied()).toEqual(['muted=yes']);
});

test('the arrow keys go round, past the place where none is active', async () => {
	const { user } = renderLine();
	await user.type(field(), 'type:{ArrowUp}');
	expect(active()).toBe('type:group 0');
	await user.keyboard('{ArrowDown}');
	expect(active()).toBeNull();
	await user.keyboard('{ArrowDown}');
	expect(active()).toBe('type:single 2');
});

test('Tab completes the word that is typed, and else leaves the field', async () => {
	const { user } = renderLine();
	await user.type(field(), 'netw');
	await user.tab();
	expect(field().value).toBe('network:');
	await user.keyboard('wh');
	await user.tab();
	expect(field().value).toBe('network:whatsapp ');
	await user.tab();
	expect(document.activeElement).not.toBe(field());
});

test('a click completes too', async () => {
	const { user } = renderLine();
	await user.type(field(), 'is:');
	await user.click(screen.getByRole('option', { name: /^is:unread/ }));
	expect(field().value).toBe('is:unread ');
	expect(document.activeElement).toBe(field());
});

test('Escape drops what was typed, and leaves', async () => {
	const { user, onleave, applied } = renderLine('muted=yes');
	await user.type(field(), ' is:unread{Escape}');
	expect(field().value).toBe('is:muted');
	expect(onleave).toHaveBeenCalledOnce();
	expect(applied()).toEqual([]);
});

test('another view takes the place of what was typed', async () => {
	const { user, show } = renderLine();
	await user.type(field(), 'is:un');
	await show('muted=yes');
	expect(field().value).toBe('is:muted');
});

test('a mistake is told, not applied, and mended by a click on what was meant', async () => {
	const { user, applied } = renderLine();
	await user.type(field(), 'network:whatsup tea{Enter}');
	const alert = screen.getByRole('alert');
	expect(alert.textContent).toContain('No network “whatsup”.');
	expect(field().getAttribute('aria-invalid')).toBe('true');
	expect(applied()).toEqual([]);
	await user.click(within(alert).getByRole('button', { name: 'Did you mean WhatsApp?' }));
	expect(applied()).toEqual(['network=whatsapp&q=tea']);
});

test('typing on takes the message away', async () => {
	const { user } = renderLine();
	await user.type(field(), 'is:blue{Enter}');
	expect(screen.getByRole('alert').textContent).toContain('No filter “is:blue”.');
	await user.type(field(), 'x');
	expect(screen.queryByRole('alert')).toBeNull();
});

test('what was typed can be applied by a button, too', async () => {
	const { user, applied } = renderLine();
	expect(screen.queryByRole('button', { name: 'Apply' })).toBeNull();
	await user.type(field(), 'tea');
	await user.click(screen.getByRole('button', { name: 'Apply' }));
	expect(applied()).toEqual(['q=tea']);
});

test.for([
	['archived=no&low-priority=no', null],
	['sort=title', null],
	['archived=no&low-priority=no&unread=yes&sort=title', '?archived=no&low-priority=no&sort=title'],
	['archived=no&unread=yes', '?'],
	['q=tea', '?']
] as const)('from %s, “Clear filters” leads to %s', ([query, href]) => {
	renderLine(query);
	const link = screen.queryByRole('link', { name: 'Clear filters' });
	expect(link?.getAttribute('href') ?? null).toBe(href);
});

test('says whether its list is open', async () => {
	const { user } = renderLine();
	expect(field().getAttribute('aria-expanded')).toBe('false');
	await user.type(field(), 'mut');
	expect(field().getAttribute('aria-expanded')).toBe('true');
});

test('once the filters are cleared by the link, the field has the focus', async () => {
	const { show } = renderLine('muted=yes');
	screen.getByRole('link', { name: 'Clear filters' }).focus();
	await show('');
	expect(document.activeElement).toBe(field());
});
