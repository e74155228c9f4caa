import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import AgendaRail from '$lib/components/overview/AgendaRail.svelte';
import { createNetworkIndex } from '$lib/domain/chat/network';
import type { AgendaItem } from '$lib/domain/overview/agenda';
import { groupByDay } from '$lib/domain/overview/agenda-days';
import { makeChat } from '../../fixtures/chats';

/** Friday 27 November 2026, 10:30 in Vienna. */
const NOW = Date.UTC(2026, 10, 27, 9, 30);
const HOUR = 3_600_000;

function makeItem(title: string, hours: number, kind: AgendaItem['kind'] = 'reminder'): AgendaItem {
	const at = NOW + hours * HOUR;
	return { chat: makeChat({ title }), kind, at };
}

function show(items: readonly AgendaItem[], pending?: AgendaItem) {
	const onset = vi.fn();
	const onclear = vi.fn();
	const onopen = vi.fn();
	const props = {
		days: groupByDay(items, NOW),
		getNetwork: createNetworkIndex([]),
		getChatHref: ({ title }: { title: string }) => `#${title}`,
		now: NOW,
		watch: () => undefined,
		isPending: (chat: AgendaItem['chat']) => chat === pending?.chat,
		onset,
		onclear,
		onopen
	};
	const { rerender } = render(AgendaRail, props);
	return {
		onset,
		onclear,
		onopen,
		user: userEvent.setup(),
		update: (next: readonly AgendaItem[], now = NOW) =>
			rerender({ ...props, days: groupByDay(next, NOW), now })
	};
}

test('overdue items come first, then those of each day; days without any are one line', () => {
	show([makeItem('Tax', -50), makeItem('Lunch', 2), makeItem('Trip', 100, 'snooze')]);
	const headings = screen.getAllByRole('heading', { level: 3 });
	expect(headings.map(({ textContent }) => textContent.trim())).toEqual([
		...['Overdue', 'Today', '28 Nov to 30 Nov', 'Tuesday 1 December 2026', '2 Dec to 10 Dec']
	]);
	const overdue = screen.getByRole('list', { name: 'Overdue' });
	expect(within(overdue).getByRole('listitem').textContent).toContain('2 d ago');
	expect(within(screen.getByRole('list', { name: 'Today' })).getByText('12:30')).toBeDefined();
});

test('a reminder can be changed and cleared; a snoozed chat can get one, and a snooze is changed in Beeper', async () => {
	const items = [makeItem('Lunch', 2), makeItem('Trip', 100, 'snooze')];
	const { user, onset, onclear, onopen } = show(items);
	await user.click(screen.getByRole('button', { name: /Change reminder.*Lunch/ }));
	expect(onset).toHaveBeenLastCalledWith(items[0]?.chat);
	await user.click(screen.getByRole('button', { name: /Set reminder.*Trip/ }));
	expect(onset).toHaveBeenLastCalledWith(items[1]?.chat);
	await user.click(screen.getByRole('button', { name: /Clear reminder.*Lunch/ }));
	expect(onclear.mock.calls).toEqual([[items[0]?.chat]]);
	expect(screen.queryByRole('button', { name: /Clear reminder.*Trip/ })).toBeNull();
	await user.click(screen.getByRole('button', { name: /Change in Beeper.*Trip/ }));
	expect(onopen.mock.calls).toEqual([[items[1]?.chat]]);
	expect(screen.queryByRole('button', { name: /Change in Beeper.*Lunch/ })).toBeNull();
});

test('a reminder whose change is under way can’t be changed meanwhile, other ones can', async () => {
	const items = [makeItem('Lunch', 2), makeItem('Dinner', 8)];
	const { user, onclear } = show(items, items[0]);
	await user.click(screen.getByRole('button', { name: /Clear reminder.*Lunch/ }));
	await user.click(screen.getByRole('button', { name: /Clear reminder.*Dinner/ }));
	expect(onclear.mock.calls).toEqual([[items[1]?.chat]]);
});

test('when an item goes, the one in its place has the focus', async () => {
	const [first, second, third] = [makeItem('A', 2), makeItem('B', 3), makeItem('C', 4)];
	const { update } = show([first, second, third]);
	screen.getByRole('button', { name: /Clear reminder.*B/ }).focus();
	await update([first, third]);
	expect(document.activeElement?.textContent).toContain('C');
	await update([]);
	expect(document.activeElement).toBe(screen.getByRole('list', { name: 'Agenda by day' }));
});

test('what becomes due says so where it is', async () => {
	const lunch = makeItem('Lunch', 1);
	const { update } = show([lunch]);
	await update([lunch], NOW + 2 * HOUR);
	const today = screen.getByRole('list', { name: 'Today' });
	expect(within(today).getByText('1 h ago')).toBeDefined();
});

test('a day with many items unfolds', async () => {
	const { user } = show(Array.from({ length: 200 }, (_, place) => makeItem(`Chat ${place}`, 2)));
	expect(screen.getAllByText(/^Chat \d/)).toHaveLength(6);
	await user.click(screen.getByText('Show 194 more'));
	expect(screen.getAllByText(/^Chat \d/)).toHaveLength(200);
	expect(document.activeElement).toBe(screen.getByRole('link', { name: /Chat 6$/ }));
});

test('an agenda without items has two lines: today, and the days after', () => {
	show([]);
	const headings = screen.getAllByRole('heading', { level: 3 });
	expect(headings.map(({ textContent }) => textContent.trim())).toEqual([
		...['Today', '28 Nov to 10 Dec']
	]);
	expect(screen.getAllByText('Nothing due')).toHaveLength(2);
});
