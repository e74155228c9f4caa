import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import PlotFigure from '$lib/components/plots/PlotFigure.svelte';
import { setFilter } from '$lib/domain/chat-list/change-view';
import { ALL_CHATS, type ChatView } from '$lib/domain/chat-list/view';
import type { Plot } from '$lib/domain/overview/plot';
import { StillObserver } from '../../fixtures/layout';

vi.stubGlobal('ResizeObserver', StillObserver);

function toView(q: string): ChatView {
	return setFilter(ALL_CHATS, { q });
}

const PLOT: Plot = {
	title: 'Last activity by network',
	headline: '6 of 10 chats active within 7 days',
	barHeading: 'Last activity',
	parts: [
		{ key: 'whatsapp', name: 'WhatsApp', paint: { networkKey: 'whatsapp' } },
		{ key: 'signal', name: 'Signal', paint: { networkKey: 'signal' } }
	],
	bars: [
		{ key: 'a', name: 'Monday', label: '1', counts: [3, 1], total: 4, view: toView('mon') },
		{ key: 'b', name: 'Tuesday', label: '2', counts: [0, 0], total: 0, view: toView('tue') },
		{ key: 'c', name: 'Wednesday', label: '3', counts: [0, 6], total: 6, view: toView('wed') }
	],
	notes: ['1 chat without a known last activity.']
};

function show(plot = PLOT, look: 'columns' | 'rows' = 'columns') {
	render(PlotFigure, {
		plot,
		look,
		empty: 'No chats.',
		getHref: ({ filter }: ChatView) => `#${filter.q}`,
		...(look === 'columns' && {
			getSpan: ([first, last]: readonly [number, number]) => ({
				name: `Bars ${first} to ${last}`,
				count: PLOT.bars.slice(first, last + 1).reduce((sum, { total }) => sum + total, 0),
				view: toView(`${first}-${last}`)
			})
		})
	});
	return userEvent.setup();
}

function getRead(): string | null | undefined {
	const list = screen.getByRole('listbox');
	const id = list.getAttribute('aria-activedescendant');
	return id === null ? undefined : document.getElementById(id)?.getAttribute('aria-label');
}

test('a figure has the plot’s name, its number in words, and its notes', () => {
	show();
	const figure = screen.getByRole('figure', { name: 'Last activity by network' });
	expect(figure.textContent).toContain('6 of 10 chats active within 7 days');
	expect(figure.textContent).toContain('1 chat without a known last activity.');
});

test('arrow keys read bars from the last one on, with their parts', async () => {
	const user = show();
	await user.tab();
	await user.tab();
	expect(screen.getByRole('listbox')).toBe(document.activeElement);
	expect(getRead()).toBeUndefined();
	await user.keyboard('{ArrowLeft}');
	expect(getRead()).toBe('Wednesday: 6 chats. Signal 6');
	await user.keyboard('{ArrowLeft}');
	expect(getRead()).toBe('Tuesday: 0 chats');
	await user.keyboard('{Home}');
	expect(getRead()).toBe('Monday: 4 chats. WhatsApp 3, Signal 1');
	await user.keyboard('{ArrowLeft}{End}{ArrowRight}');
	expect(getRead()).toBe('Wednesday: 6 chats. Signal 6');
});

test('Shift and arrow keys choose a span, which is announced and has a link; Esc lets it go', async () => {
	const user = show();
	screen.getByRole('listbox').focus();
	await user.keyboard('{ArrowLeft}{Shift>}{ArrowLeft}{ArrowLeft}{/Shift}');
	const chosen = screen.getAllByRole('option', { selected: true });
	expect(chosen).toHaveLength(3);
	expect(screen.getByRole('status').textContent).toContain('Bars 0 to 2: 10 chats selected');
	expect(screen.getByRole('link', { name: 'Show 10 chats' }).getAttribute('href')).toBe('#0-2');
	await user.keyboard('{Escape}');
	expect(screen.queryAllByRole('option', { selected: true })).toEqual([]);
	expect(screen.getByRole('link', { name: 'Show 4 chats' }).getAttribute('href')).toBe('#mon');
});

test('Enter opens the chats of the bar', async () => {
	const user = show();
	screen.getByRole('listbox').focus();
	await user.keyboard('{End}{Enter}');
	expect(location.hash).toBe('#wed');
});

test('a click chooses a bar and shows its link', async () => {
	const user = show(PLOT, 'rows');
	await user.click(screen.getByRole('option', { name: /^Monday/ }));
	expect(screen.getByRole('link', { name: 'Show 4 chats' }).getAttribute('href')).toBe('#mon');
});

test('in rows the up and down keys read, and one row at a time is chosen', async () => {
	const user = show(PLOT, 'rows');
	screen.getByRole('listbox').focus();
	await user.keyboard('{ArrowDown}{ArrowDown}');
	expect(getRead()).toBe('Tuesday: 0 chats');
	await user.keyboard('{Shift>}{ArrowUp}{/Shift}');
	expect(screen.queryAllByRole('option', { selected: true })).toEqual([]);
});

test('“Show as table” shows every number in a table, with links', async () => {
	const user = show({
		...PLOT,
		bars: PLOT.bars.map((bar) => ({ ...bar, partViews: [toView('p0'), toView('p1')] }))
	});
	const button = screen.getByRole('button', { name: 'Show as table' });
	expect(button.getAttribute('aria-pressed')).toBe('false');
	await user.click(button);
	expect(button.getAttribute('aria-pressed')).toBe('true');
	const table = screen.getByRole('table', { name: 'Last activity by network' });
	const rows = within(table).getAllByRole('row');
	expect(rows.map((row) => [...row.children].map((cell) => cell.textContent.trim()))).toEqual([
		['Last activity', 'Chats', 'WhatsApp', 'Signal'],
		['Monday', '4', '3', '1'],
		['Tuesday', '0', '0', '0'],
		['Wednesday', '6', '0', '6']
	]);
	const links = within(table).getAllByRole('link');
	expect(links.map((link) => link.getAttribute('href'))).toEqual([
		...['#mon', '#p0', '#p1'],
		...['#wed', '#p1']
	]);
	await user.click(button);
	expect(screen.queryByRole('table')).toBeNull();
});

test('a plot without chats says so', () => {
	show({ ...PLOT, bars: PLOT.bars.map((bar) => ({ ...bar, counts: [0, 0], total: 0 })) });
	expect(screen.getByRole('figure').textContent).toContain('No chats.');
	expect(screen.queryByRole('listbox')).toBeNull();
});
