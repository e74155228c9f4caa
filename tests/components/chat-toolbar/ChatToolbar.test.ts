import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet, tick, type Snippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import ChatToolbar from '$lib/components/chat-toolbar/ChatToolbar.svelte';
import { formatView, parseView } from '$lib/domain/chat-list/view-url';
import type { ChatView } from '$lib/domain/chat-list/view';
import { StillObserver } from '../../fixtures/layout';

vi.stubGlobal('ResizeObserver', StillObserver);

function renderToolbar(
	query = '',
	counts?: ReadonlyMap<string, number>,
	hasLabels = false,
	status?: Snippet
) {
	const onchange = vi.fn<(view: ChatView) => void>();
	const onsearch = vi.fn();
	const onleave = vi.fn();
	const onfilters = vi.fn();
	const oncolumns = vi.fn();
	render(ChatToolbar, {
		view: parseView(query).view,
		counts,
		hasLabels,
		getHref: (view: ChatView) => `?${formatView(view)}`,
		onchange,
		onsearch,
		onleave,
		onfilters,
		oncolumns,
		...(status && { status })
	});
	function asked() {
		return onchange.mock.calls.map(([view]) => `${formatView(view)}`);
	}
	return { user: userEvent.setup(), asked, onsearch, onleave, onfilters, oncolumns };
}

function getHref(name: string | RegExp) {
	return screen.getByRole('link', { name }).getAttribute('href');
}

test('each keystroke searches at once', async () => {
	const { user, onsearch } = renderToolbar();
	await user.type(screen.getByRole('searchbox', { name: 'Search chats' }), 'te');
	expect(onsearch.mock.calls).toEqual([['t'], ['te']]);
});

test('Enter leaves the search for the list, Escape only when nothing is left to clear', async () => {
	const { user, onleave } = renderToolbar('q=te');
	await user.click(screen.getByRole('searchbox', { name: 'Search chats' }));
	await user.keyboard('{Escape}');
	expect(onleave).not.toHaveBeenCalled();
	await user.keyboard('{Enter}');
	expect(onleave).toHaveBeenCalledOnce();
});

test('Escape leaves an empty search', async () => {
	const { user, onleave } = renderToolbar();
	await user.click(screen.getByRole('searchbox', { name: 'Search chats' }));
	await user.keyboard('{Escape}');
	expect(onleave).toHaveBeenCalledOnce();
});

test('a new sort key starts in its natural order', async () => {
	const { user, asked } = renderToolbar('sort=-activity');
	await user.selectOptions(screen.getByRole('combobox', { name: 'Sort' }), 'Title');
	expect(asked()).toEqual(['sort=title']);
});

test('the order is said in words of its key, and reversed by a link', () => {
	renderToolbar('sort=-unread');
	expect(getHref('Fewest first')).toBe('?sort=unread');
});

test('chats are grouped and ungrouped', async () => {
	const { user, asked } = renderToolbar('group=day');
	const select = screen.getByRole('combobox', { name: 'Group' });
	await user.selectOptions(select, 'By network');
	await user.selectOptions(select, 'No groups');
	expect(asked()).toEqual(['group=network', '']);
});

test.for([true, false])('chats can be grouped by label where there are labels: %s', (hasLabels) => {
	renderToolbar('', undefined, hasLabels);
	const select = screen.getByRole('combobox', { name: 'Group' });
	const option = within(select).queryByRole('option', { name: 'By label' });
	expect(option !== null).toBe(hasLabels);
});

test('groups of networks begin with the largest, and their order can be chosen', async () => {
	const { user, asked } = renderToolbar('group=network');
	const select = screen.getByRole('combobox', { name: 'Group order' });
	expect(select).toHaveProperty('value', 'size');
	await user.selectOptions(select, 'A to Z');
	expect(asked()).toEqual(['group=network&group-order=name']);
	cleanup();
	renderToolbar('group=day');
	expect(screen.queryByRole('combobox', { name: 'Group order' })).toBeNull();
});

test('layouts are links, and the current one says so', () => {
	renderToolbar('layout=cards&muted=yes');
	const links = within(screen.getByRole('navigation', { name: 'Layout' })).getAllByRole('link');
	expect(links.map((link) => [link.textContent, link.getAttribute('aria-current')])).toEqual([
		['Table', null],
		['Cards', 'true']
	]);
	expect(getHref('Table')).toBe('?muted=yes');
});

test.for([
	['Inbox', '?archived=no&low-priority=no&layout=cards'],
	['Unread', '?archived=no&unread=yes&low-priority=no&layout=cards'],
	['Archived', '?archived=yes&layout=cards'],
	['All', '?layout=cards']
] as const)('“%s” is one step away, in the same layout', ([name, href]) => {
	renderToolbar('muted=yes&layout=cards');
	expect(getHref(name)).toBe(href);
});

test('a view with a name is marked as the current one, however it is sorted', () => {
	renderToolbar('archived=no&low-priority=no&sort=title');
	const current = within(screen.getByRole('navigation', { name: 'Views' }))
		.getAllByRole('link')
		.filter((link) => link.getAttribute('aria-current') === 'page');
	expect(current.map((link) => link.textContent?.trim())).toEqual(['Inbox']);
});

test.for([
	['Inbox', '1,264'],
	['Archived', '0'],
	['Unread', undefined]
] as const)('“%s” says how many chats it shows: %s', ([name, count]) => {
	renderToolbar(
		'',
		new Map([
			['archived=no&low-priority=no', 1264],
			['archived=yes', 0]
		])
	);
	const id = screen.getByRole('link', { name }).getAttribute('aria-describedby');
	expect(id ? document.getElementById(id)?.textContent : undefined).toBe(count);
});

test('filters without room beside the grid are behind a button', async () => {
	const { user, onfilters } = renderToolbar();
	await user.click(screen.getByRole('button', { name: 'Filters' }));
	expect(onfilters).toHaveBeenCalledOnce();
});

test('the columns of a table can be chosen; cards have none', async () => {
	const { user, oncolumns } = renderToolbar();
	await user.click(screen.getByRole('button', { name: 'Columns' }));
	expect(oncolumns).toHaveBeenCalledOnce();
	cleanup();
	renderToolbar('layout=cards');
	expect(screen.queryByRole('button', { name: 'Columns' })).toBeNull();
});

test('what takes the place of a pressed button of the status has its focus', async () => {
	const status = createRawSnippet(() => ({
		render: () => '<p><button>Stop</button></p>'
	}));
	renderToolbar('', undefined, false, status);
	const stop = screen.getByRole('button', { name: 'Stop' });
	stop.focus();
	stop.outerHTML = '<button>Load the rest</button>';
	await tick();
	expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Load the rest' }));
});
