import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import FilterBar from '$lib/components/chat-filters/FilterBar.svelte';
import type { Chat } from '$lib/domain/chat/chat';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { ChatIndex } from '$lib/domain/chat-list/chat-index';
import { countFacets, findFacetChoices } from '$lib/domain/chat-list/facets';
import { filterChats } from '$lib/domain/chat-list/filter';
import { formatView, parseView } from '$lib/domain/chat-list/view-url';
import type { ChatView } from '$lib/domain/chat-list/view';
import { makeAccount, makeChat } from '../../fixtures/chats';

const accounts = [
	makeAccount(),
	makeAccount({ accountID: 'slack', network: 'Slack', bridge: slackBridge() })
];
const chats: readonly Chat[] = [
	makeChat({ isArchived: true, labels: [{ id: '!home', name: 'Home' }] }),
	makeChat({ isMuted: true, type: 'group' }),
	makeChat({ accountID: 'slack', network: 'Slack' })
];

function slackBridge() {
	return { id: 'slackgo', type: 'slackgo', provider: 'cloud' } as const;
}

const labels = [
	{ id: '!home', name: 'Home' },
	{ id: '!home2', name: 'Home (2)' }
];

function renderBar(query = '', more = {}) {
	const { view } = parseView(query);
	const indexed = new ChatIndex(createNetworkIndex(accounts)).read(chats);
	const result = filterChats(indexed, view.filter, () => 0);
	const onchange = vi.fn<(view: ChatView) => void>();
	const available = findFacetChoices(indexed);
	const { rerender } = render(FilterBar, {
		view,
		available,
		choices: countFacets(result, available),
		accounts,
		...more,
		onchange,
		getHref: (other: ChatView) => `?${formatView(other)}`
	});
	return {
		user: userEvent.setup(),
		show: (next: string) => rerender({ view: parseView(next).view }),
		/** The addresses of the requested views. */
		asked: () => onchange.mock.calls.map(([chosen]) => decodeURIComponent(`${formatView(chosen)}`))
	};
}

function radio(group: string, choice: string) {
	return within(screen.getByRole('group', { name: group })).getByRole('radio', { name: choice });
}

function describedBy(element: HTMLElement) {
	return document
		.getElementById(element.getAttribute('aria-describedby') ?? '')
		?.textContent.trim();
}

test('is a landmark region', () => {
	renderBar();
	expect(screen.getByRole('region', { name: 'Filters' })).toBeTruthy();
});

test.for([
	['Archived', 'archived'],
	['Muted', 'muted'],
	['Pinned', 'pinned'],
	['Unread', 'unread'],
	['Mentions', 'mentions'],
	['Low priority', 'low-priority'],
	['Read-only', 'read-only'],
	['Draft', 'draft'],
	['Reminder', 'reminder'],
	['Snoozed', 'snoozed'],
	['Disappearing', 'disappearing']
] as const)('“%s” asks for a yes or a no', async ([group, key]) => {
	const { user, asked } = renderBar();
	expect(radio(group, 'Any')).toHaveProperty('checked', true);
	await user.click(radio(group, 'Yes'));
	await user.click(radio(group, 'No'));
	expect(asked()).toEqual([`${key}=yes`, `${key}=no`]);
});

test('clearing one filter keeps the others', async () => {
	const { user, asked } = renderBar('archived=no&muted=yes&q=tea&sort=title');
	await user.click(radio('Archived', 'Any'));
	expect(asked()).toEqual(['muted=yes&q=tea&sort=title']);
});

test('each choice shows its number of chats', () => {
	renderBar('archived=no');
	const left = ['Any', 'Yes', 'No'].map((choice) => describedBy(radio('Archived', choice)));
	expect(left).toEqual(['3', '1', '2']);
	expect(describedBy(radio('Muted', 'Yes'))).toBe('1');
	expect(describedBy(screen.getByRole('checkbox', { name: 'Slack' }))).toBe('1');
});

test('a type is chosen and taken back', async () => {
	const { user, asked } = renderBar('type=single');
	await user.click(radio('Type', 'Group'));
	await user.click(radio('Type', 'Any'));
	expect(asked()).toEqual(['type=group', '']);
});

test('the turn is named as the chips name it, and keeps its value in the address', async () => {
	const { user, asked } = renderBar('waiting=them');
	await user.click(radio('Waiting for', 'You'));
	expect(asked()).toEqual(['waiting=me']);
});

test('networks are chosen by key, whatever name the address uses', async () => {
	const { user, asked } = renderBar('network=Slack');
	expect(screen.getByRole('checkbox', { name: 'Slack' })).toHaveProperty('checked', true);
	await user.click(screen.getByRole('checkbox', { name: 'WhatsApp' }));
	await user.click(screen.getByRole('checkbox', { name: 'Slack' }));
	expect(asked()).toEqual(['network=Slack&network=whatsapp', '']);
});

test('“Only” shows one network alone, “Clear” all of them', async () => {
	const { user, asked } = renderBar('network=whatsapp&muted=yes');
	await user.click(screen.getByRole('button', { name: 'Only Slack' }));
	await user.click(screen.getByRole('button', { name: 'Clear networks' }));
	expect(asked()).toEqual(['muted=yes&network=slackgo', 'muted=yes']);
});

test('a click on the name of a filter goes from any to yes, no and back', async () => {
	const { user, asked } = renderBar('muted=yes');
	await user.click(screen.getByText('Muted'));
	await user.click(screen.getByText('Pinned'));
	expect(asked()).toEqual(['muted=no', 'muted=yes&pinned=yes']);
});

test('filters that no chat needs are folded, unless the view has them', () => {
	renderBar('draft=yes');
	expect(screen.getByRole('group', { name: 'Draft' }).closest('details')).toBeNull();
	expect(screen.getByText('Snoozed').closest('details')?.open).toBe(false);
});

test('accounts are chosen by name', async () => {
	const { user, asked } = renderBar('account=slack');
	await user.click(screen.getByRole('checkbox', { name: 'Ada Example · WhatsApp' }));
	expect(asked()).toEqual(['account=slack&account=whatsapp']);
});

test('last activity is chosen from spans of time', async () => {
	const { user, asked } = renderBar('active-after=2026-01-31');
	const select = screen.getByRole('combobox', { name: 'Last activity' });
	expect(within(select).getByRole('option', { selected: true }).textContent).toBe(
		'Since 2026-01-31'
	);
	await user.selectOptions(select, 'Older than 1 year');
	await user.selectOptions(select, 'Any time');
	expect(asked()).toEqual(['active-before=365d', '']);
});

test('a capability filter is described, with a link that removes it', () => {
	renderBar('capability=edit:full&capability=poll:unreported');
	const link = screen.getByRole('link', { name: 'Remove Polls: not reported' });
	expect(link.getAttribute('href')).toBe('?capability=edit%3Afull');
});

test('when a capability filter is removed, the next one has the focus, then another filter', async () => {
	const { show } = renderBar('capability=edit:full&capability=poll:unreported');
	const [first, second] = screen.getAllByRole('link', { name: /^Remove / });
	first?.focus();
	await show('capability=poll:unreported');
	expect(document.activeElement).toBe(second);
	await show('');
	expect(screen.getByRole('region', { name: 'Filters' }).contains(document.activeElement)).toBe(
		true
	);
});

test('labels are chosen by name, and counted', async () => {
	const { user, asked } = renderBar('label=!home', { labels });
	const home = screen.getByRole('checkbox', { name: 'Home' });
	expect([home, describedBy(home)]).toEqual([expect.objectContaining({ checked: true }), '1']);
	await user.click(screen.getByRole('checkbox', { name: 'Home (2)' }));
	await user.click(home);
	expect(asked()).toEqual(['label=!home&label=!home2', '']);
});

test('merged chats are filtered like any flag', async () => {
	const { user, asked } = renderBar('', { hasMerged: true });
	await user.click(radio('Merged', 'Yes'));
	expect(asked()).toEqual(['merged=yes']);
});

test('without labels and merged chats there are no filters for them', () => {
	renderBar();
	expect(screen.queryByRole('group', { name: 'Labels' })).toBeNull();
	expect(screen.queryByRole('group', { name: 'Merged' })).toBeNull();
});

test('a filter for merged chats can be removed even without any', () => {
	renderBar('merged=yes');
	expect(radio('Merged', 'Yes')).toHaveProperty('checked', true);
});

test('counts nothing until a chat is known', () => {
	const available = findFacetChoices([]);
	const { filter } = parseView('').view;
	const choices = countFacets(
		filterChats([], filter, () => 0),
		available
	);
	renderBar('', { available, choices, accounts: [], isLoading: true });
	expect(screen.getByRole('group', { name: 'Unread' }).textContent).not.toMatch(/\d/);
	expect(radio('Unread', 'Yes').hasAttribute('aria-describedby')).toBe(false);
});
