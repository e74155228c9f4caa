import { fireEvent, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { expect, test, vi } from 'vitest';
import ChatGrid from '$lib/components/chat-grid/ChatGrid.svelte';
import type { Chat } from '$lib/domain/chat/chat';
import { makeChat } from '../../fixtures/chats';
import { buildGrid, many, NOW } from '../../fixtures/chat-grid';
import { StillObserver } from '../../fixtures/layout';

vi.stubGlobal('ResizeObserver', StillObserver);
function rowNamed(name: RegExp): HTMLElement {
	return screen.getByRole('row', { name });
}

test('a row says in its name everything that sets the chat apart, the title first', () => {
	const chat = makeChat({
		title: 'Family',
		type: 'group',
		unreadCount: 1200,
		unreadMentionsCount: 2,
		isMuted: true,
		preview: { id: '1', text: 'See you', senderName: 'Bo', attachments: [] },
		lastActivity: NOW - 5 * 60_000
	});
	render(ChatGrid, buildGrid([chat]));
	expect(rowNamed(/^Family/).getAttribute('aria-label')).toBe(
		'Family, WhatsApp, group chat, 1,200 unread, 2 mentions, muted, last message Bo:\u00a0See you, last activity 5 minutes ago'
	);
});

test('scrolling renders only rows that come into view', async () => {
	const chats = many(100);
	const asked = vi.fn((chat: Chat) => `#${chat.id}`);
	render(ChatGrid, { ...buildGrid(chats), getHref: asked });
	const before = new Set(asked.mock.calls.map(([{ id }]) => id));
	asked.mockClear();
	const grid = screen.getByRole('grid');
	grid.scrollTop = 64;
	await fireEvent.scroll(grid);
	expect(asked).toHaveBeenCalledTimes(2);
	for (const [{ id }] of asked.mock.calls) expect(before).not.toContain(id);
});

test('every flag has words', () => {
	const chat = makeChat({
		title: 'All of it',
		isArchived: true,
		isMuted: true,
		isPinned: true,
		isMarkedUnread: true
	});
	render(ChatGrid, buildGrid([chat]));
	const images = within(rowNamed(/^All of it/)).getAllByRole('img');
	expect(images.map((image) => image.getAttribute('aria-label'))).toEqual([
		'Direct chat on WhatsApp',
		'Marked unread',
		'Archived',
		'Muted',
		'Pinned'
	]);
});

test('flags without room keep their labels', () => {
	const flags = { isArchived: true, isMuted: true, isPinned: true, isLowPriority: true };
	const chat = makeChat({ title: 'Crowded', ...flags, isReadOnly: true, messageExpirySeconds: 60 });
	render(ChatGrid, buildGrid([chat]));
	expect(rowNamed(/^Crowded/)).toHaveProperty(
		'textContent',
		expect.stringContaining('Read-only, Disappearing')
	);
});

test('the exact time is the tooltip of the relative time', () => {
	const chat = makeChat({ title: 'Old', lastActivity: Date.parse('2026-03-08T09:30Z') });
	render(ChatGrid, buildGrid([chat]));
	const time = within(rowNamed(/^Old/)).getByText('2 d');
	expect(time.getAttribute('title')).toBe('Sunday 8 March 2026, 10:30');
	expect(time.getAttribute('datetime')).toBe('2026-03-08T09:30:00.000Z');
});

test('of 10,000 chats few are rendered, and all are counted', () => {
	render(ChatGrid, buildGrid(many(10_000)));
	expect(screen.getByRole('grid', { name: 'Chats' }).getAttribute('aria-rowcount')).toBe('10001');
	expect(screen.getAllByRole('row').length).toBeLessThan(60);
});

test('arrow keys move from row to row, and Tab stops at one row only', async () => {
	const user = userEvent.setup();
	render(ChatGrid, buildGrid(many(3)));
	rowNamed(/no\. 1,/).focus();
	await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
	expect(document.activeElement).toBe(rowNamed(/no\. 3,/));
	const stops = screen.getAllByRole('row').filter((row) => row.tabIndex === 0);
	expect(stops).toEqual([rowNamed(/no\. 3,/)]);
});

test('End leads to the last of 10,000 chats, and Home back', async () => {
	const user = userEvent.setup();
	render(ChatGrid, buildGrid(many(10_000)));
	rowNamed(/no\. 1,/).focus();
	await user.keyboard('{End}');
	expect(document.activeElement?.getAttribute('aria-rowindex')).toBe('10001');
	await user.keyboard('{Home}');
	expect(document.activeElement).toBe(rowNamed(/no\. 1,/));
});

test('the row at the cursor stays in sight when its chat moves to the top', async () => {
	const user = userEvent.setup();
	const chats = many(500);
	const { rerender } = render(ChatGrid, buildGrid(chats));
	rowNamed(/no\. 1,/).focus();
	await user.keyboard('{PageDown}{PageDown}{PageDown}');
	const grid = screen.getByRole('grid');
	await fireEvent.scroll(grid);
	const place = Number(document.activeElement?.getAttribute('aria-rowindex')) - 2;
	expect(grid.scrollTop).toBeGreaterThan(0);
	await rerender(buildGrid([...chats.splice(place, 1), ...chats]));
	expect(document.activeElement?.getAttribute('aria-rowindex')).toBe('2');
	expect(grid.scrollTop).toBe(0);
});

test('the cursor stays in sight in lines of another height, wherever the focus is', async () => {
	const props = { ...buildGrid(many(500)), view: '' };
	const { component, rerender } = render(ChatGrid, props);
	const grid = screen.getByRole('grid');
	component.navigation.goTo(15);
	await tick();
	rowNamed(/no\. 16,/).blur();
	for (const layout of ['cards', 'table'] as const) {
		await rerender({ ...props, layout });
		await fireEvent.scroll(grid);
		const { top, height } = rowNamed(/no\. 16,/).style;
		expect(parseFloat(top)).toBeGreaterThanOrEqual(grid.scrollTop);
		expect(parseFloat(top) + parseFloat(height)).toBeLessThanOrEqual(grid.scrollTop + 600);
	}
});

test('a chat that an undo brings back is in sight, and stays so as others come in above it', async () => {
	const chats = many(500);
	const [returned = makeChat()] = chats.slice(250, 251);
	const props = { ...buildGrid(chats.filter((chat) => chat !== returned)), view: '' };
	const { component, rerender } = render(ChatGrid, props);
	const grid = screen.getByRole('grid');
	function expectInSight() {
		const { top, height } = rowNamed(/no\. 251,/).style;
		expect(parseFloat(top)).toBeGreaterThanOrEqual(grid.scrollTop);
		expect(parseFloat(top) + parseFloat(height)).toBeLessThanOrEqual(grid.scrollTop + 600);
	}
	component.navigation.goTo(3);
	await tick();
	const undo = document.createElement('button');
	document.body.append(undo);
	undo.focus();
	grid.scrollTop = 1000;
	await fireEvent.scroll(grid);
	const returning = new Set([returned.id]);
	await rerender({ ...props, returning });
	await rerender({ ...props, ...buildGrid(chats), returning });
	await fireEvent.scroll(grid);
	expectInSight();
	await rerender({ ...props, ...buildGrid([...many(40), ...chats]), returning });
	await fireEvent.scroll(grid);
	expectInSight();
	expect(document.activeElement).toBe(undo);
	undo.remove();
});

test('the focused row stays while more chats push it out of sight', async () => {
	const [chat = makeChat(), ...others] = many(500);
	const { rerender } = render(ChatGrid, buildGrid([chat]));
	rowNamed(/no\. 1,/).focus();
	await rerender(buildGrid([...others, chat]));
	expect(document.activeElement).toBe(rowNamed(/no\. 1,/));
	expect(rowNamed(/no\. 1,/).getAttribute('aria-rowindex')).toBe('501');
});

test('Enter opens the chat through its link', async () => {
	const user = userEvent.setup();
	const onclick = vi.fn();
	render(ChatGrid, buildGrid(many(2)));
	const row = rowNamed(/no\. 2,/);
	const link = within(row).getByRole('link', { name: 'Chat no. 2' });
	link.addEventListener('click', onclick);
	row.focus();
	await user.keyboard('{Enter}');
	expect(onclick).toHaveBeenCalledOnce();
});

test('a heading is a link to the order it stands for, and says how the chats are sorted', () => {
	render(ChatGrid, { ...buildGrid(many(1)), sort: { key: 'title', reversed: false } });
	const title = screen.getByRole('columnheader', { name: 'Title' });
	expect(title.getAttribute('aria-sort')).toBe('ascending');
	expect(within(title).getByRole('link').getAttribute('href')).toBe('#sort-title');
	const activity = screen.getByRole('columnheader', { name: 'Activity' });
	expect(activity.hasAttribute('aria-sort')).toBe(false);
});

test('newest first is a descending order', () => {
	render(ChatGrid, buildGrid(many(1)));
	const activity = screen.getByRole('columnheader', { name: 'Activity' });
	expect(activity.getAttribute('aria-sort')).toBe('descending');
});

test('cards are rows of the same grid', () => {
	render(ChatGrid, { ...buildGrid(many(40)), layout: 'cards' });
	expect(screen.getByRole('grid', { name: 'Chats' }).getAttribute('aria-rowcount')).toBe('41');
	expect(rowNamed(/^Chat no\. 1,/).getAttribute('aria-rowindex')).toBe('2');
});

test('groups have names, and their headings do not count as rows', () => {
	const [first = makeChat(), second = makeChat()] = many(2);
	const groups = [
		{ key: 'a', label: 'Today', chats: [first] },
		{ key: 'b', label: 'Yesterday', chats: [second] }
	];
	render(ChatGrid, { ...buildGrid([]), groups });
	const yesterday = screen.getByRole('rowgroup', { name: 'Yesterday, 1 chat' });
	const [heading, row] = within(yesterday).getAllByRole('row');
	expect(heading?.textContent.trim()).toBe('Yesterday 1 chat');
	expect(heading?.hasAttribute('aria-rowindex')).toBe(false);
	expect(row?.getAttribute('aria-rowindex')).toBe('3');
	expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('3');
});

test('a group is folded and unfolded by its heading, and says how many chats it has', async () => {
	const user = userEvent.setup();
	const onfold = vi.fn();
	const [first = makeChat(), second = makeChat()] = many(2);
	const today = { key: 'a', label: 'Today', chats: [], count: 7 };
	const yesterday = { key: 'b', label: 'Yesterday', chats: [first, second] };
	render(ChatGrid, { ...buildGrid([]), groups: [today, yesterday], onfold });
	const folded = screen.getByRole('button', { name: 'Today 7 chats' });
	expect(folded.getAttribute('aria-expanded')).toBe('false');
	await user.click(folded);
	await user.click(screen.getByRole('button', { name: 'Yesterday 2 chats', expanded: true }));
	expect(onfold.mock.calls).toEqual([[today], [yesterday]]);
	expect(rowNamed(/no\. 1,/).getAttribute('aria-rowindex')).toBe('2');
});

test('reports the visible chats and the focused one', async () => {
	const [onlook, onhold] = [vi.fn(), vi.fn()];
	const chats = many(100);
	render(ChatGrid, { ...buildGrid(chats), onlook, onhold });
	await vi.waitFor(() => expect(onlook).toHaveBeenCalled());
	expect(onlook.mock.lastCall).toEqual([chats.slice(0, 18)]);
	rowNamed(/no\. 2,/).focus();
	rowNamed(/no\. 2,/).blur();
	await vi.waitFor(() => expect(onhold.mock.calls).toEqual([[chats[1]?.id], [undefined]]));
});

test('says that it is loading', () => {
	render(ChatGrid, { ...buildGrid([]), loading: true });
	expect(screen.getByRole('grid').getAttribute('aria-busy')).toBe('true');
});

test('a changed list is told in the rows that are there, and what stays is left alone', async () => {
	const [first = makeChat(), second = makeChat(), third = makeChat()] = many(3);
	const { rerender } = render(ChatGrid, buildGrid([first, second]));
	const rows = [rowNamed(/no\. 1,/), rowNamed(/no\. 2,/)];
	const changes: MutationRecord[] = [];
	const observer = new MutationObserver((records) => changes.push(...records));
	for (const row of rows) {
		observer.observe(row, { subtree: true, childList: true, characterData: true });
	}
	await rerender(buildGrid([second, third]));
	expect([rowNamed(/no\. 3,/), rowNamed(/no\. 2,/)]).toEqual(rows);
	changes.push(...observer.takeRecords());
	observer.disconnect();
	expect(changes.some(({ target }) => rows[0]?.contains(target))).toBe(true);
	expect(changes.filter(({ target }) => rows[1]?.contains(target))).toEqual([]);
});
