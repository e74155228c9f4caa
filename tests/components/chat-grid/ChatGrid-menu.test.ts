import { fireEvent, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import ChatGrid from '$lib/components/chat-grid/ChatGrid.svelte';
import type { Chat } from '$lib/domain/chat/chat';
import { makeChat } from '../../fixtures/chats';
import { buildGrid } from '../../fixtures/chat-grid';
import { StillObserver } from '../../fixtures/layout';
import { openPopovers } from '../../fixtures/popover';

vi.stubGlobal('ResizeObserver', StillObserver);
beforeAll(openPopovers);
afterEach(() => void vi.useRealTimers());

const CHATS = ['Ada', 'Bob', 'Cleo'].map((title) => makeChat({ title }));

function open(layout: 'table' | 'cards' = 'table') {
	const archive = vi.fn();
	const { component } = render(ChatGrid, {
		...{ ...buildGrid(CHATS), layout },
		getActions: (chat: Chat) => [
			{
				id: 'archive',
				name: 'Archive',
				icon: 'archived',
				isQuick: true,
				run: () => archive(chat.title)
			},
			{ id: 'mute', name: 'Mute', icon: 'muted', isQuick: true, disabledReason: 'Not here.' },
			{ id: 'open', name: 'Open' }
		]
	});
	return { archive, component, user: userEvent.setup() };
}

function row(title: string) {
	return screen.getByRole('row', { name: new RegExp(`^${title},`) });
}

/** Rests a finger on a row, without the browser's own `contextmenu` event. */
async function hold(title: string, to = { clientX: 10, clientY: 10 }) {
	const link = within(row(title)).getByRole('link');
	const finger = { pointerType: 'touch', isPrimary: true, clientX: 10, clientY: 10 };
	await fireEvent(link, new PointerEvent('pointerdown', { bubbles: true, ...finger }));
	await fireEvent(link, new PointerEvent('pointermove', { bubbles: true, ...finger, ...to }));
	await vi.advanceTimersByTimeAsync(1000);
	return link;
}

test('a right click opens the menu of its row, to which the cursor moves', async () => {
	const { archive, component, user } = open();
	await user.pointer({ keys: '[MouseRight]', target: row('Bob') });
	expect(screen.getByRole('menu', { name: 'Bob' })).toBeTruthy();
	expect(component.navigation.chat?.title).toBe('Bob');
	await user.click(screen.getByRole('menuitem', { name: 'Archive' }));
	await vi.waitFor(() => expect(archive).toHaveBeenCalledExactlyOnceWith('Bob'));
	expect(document.activeElement).toBe(row('Bob'));
});

test('Escape closes the menu, and its row has the focus again', async () => {
	const { component, user } = open();
	expect(component.openMenu()).toBe(false);
	row('Cleo').focus();
	expect(component.openMenu()).toBe(true);
	await tick();
	expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: 'Archive' }));
	await user.keyboard('{Escape}');
	expect(screen.queryByRole('menu')).toBeNull();
	expect(document.activeElement).toBe(row('Cleo'));
});

test('a finger that rests on a row opens its menu, and opens nothing when it is lifted', async () => {
	vi.useFakeTimers();
	open();
	const link = await hold('Bob');
	expect(screen.getByRole('menu', { name: 'Bob' })).toBeTruthy();
	const click = new MouseEvent('click', { bubbles: true, cancelable: true });
	await fireEvent(link, click);
	expect(click.defaultPrevented).toBe(true);
});

test('a finger that scrolls the list opens no menu', async () => {
	vi.useFakeTimers();
	open();
	await hold('Bob', { clientX: 10, clientY: 40 });
	expect(screen.queryByRole('menu')).toBeNull();
});

test.for(['table', 'cards'] as const)(
	'only the row at the mouse pointer has buttons; they take no focus: %s',
	async (layout) => {
		const { archive, component, user } = open(layout);
		expect(screen.queryByRole('button', { name: 'Archive' })).toBeNull();
		await user.hover(row('Bob'));
		const button = within(row('Bob')).getByRole('button', { name: 'Archive' });
		expect(screen.getAllByRole('button', { name: 'Archive' })).toEqual([button]);
		expect(button.tabIndex).toBe(-1);
		await user.click(button);
		expect(archive).toHaveBeenCalledExactlyOnceWith('Bob');
		expect(component.navigation.chat?.title).toBe('Bob');
		expect(document.activeElement).toBe(row('Bob'));
		await user.hover(row('Ada'));
		expect(within(row('Bob')).queryByRole('button')).toBeNull();
	}
);

test('a button that is off says why, and does nothing', async () => {
	const { user } = open();
	await user.hover(row('Bob'));
	const button = within(row('Bob')).getByRole('button', { name: 'Mute' });
	expect(button.getAttribute('aria-disabled')).toBe('true');
	expect(button.title).toBe('Not here.');
});

test('without actions a right click is left to the browser', async () => {
	render(ChatGrid, buildGrid(CHATS));
	const event = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
	await fireEvent(row('Ada'), event);
	expect(event.defaultPrevented).toBe(false);
});
