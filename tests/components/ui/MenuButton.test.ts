import { fireEvent, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet, tick } from 'svelte';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import MenuButton from '$lib/components/ui/MenuButton.svelte';
import { openPopovers } from '../../fixtures/popover';

beforeAll(openPopovers);

afterEach(() => {
	vi.unstubAllGlobals();
});

function open() {
	const [archive, mute] = [vi.fn(), vi.fn()];
	render(MenuButton, {
		label: 'Actions',
		items: [
			{ id: 'archive', name: 'Archive', keys: 'e', run: archive },
			{ id: 'mute', name: 'Mute', disabledReason: 'Signal doesn’t allow muting.', run: mute },
			{ id: 'help', name: 'Help', href: '#help', isCurrent: true, startsGroup: true }
		],
		children: createRawSnippet(() => ({ render: () => '<span>More</span>' }))
	});
	return { archive, mute, user: userEvent.setup() };
}

function button() {
	return screen.getByRole('button', { name: 'More' });
}

function item(name: string) {
	return screen.getByRole('menuitem', { name });
}

test('opens a menu at its first item, and says so', async () => {
	const { user } = open();
	expect(screen.queryByRole('menu')).toBeNull();
	await user.click(button());
	expect(screen.getByRole('menu', { name: 'Actions' })).toBeTruthy();
	expect(document.activeElement).toBe(item('Archive'));
	expect(button().getAttribute('aria-expanded')).toBe('true');
});

test('arrow keys, Home, End and letters move between the items', async () => {
	const { user } = open();
	await user.click(button());
	for (const [key, name] of [
		['{ArrowDown}', 'Mute'],
		['{ArrowDown}', 'Help'],
		['{ArrowDown}', 'Archive'],
		['{ArrowUp}', 'Help'],
		['{Home}', 'Archive'],
		['{End}', 'Help'],
		['m', 'Mute']
	] as const) {
		await user.keyboard(key);
		expect(document.activeElement, key).toBe(item(name));
	}
});

test('no key of the menu reaches the page', async () => {
	const { user } = open();
	const onkeydown = vi.fn();
	window.addEventListener('keydown', onkeydown);
	await user.click(button());
	await user.keyboard('e{ArrowDown}{Escape}');
	window.removeEventListener('keydown', onkeydown);
	expect(onkeydown).not.toHaveBeenCalled();
});

test.for(['{Escape}', '{Tab}'])('%s closes it, and the button has the focus again', async (key) => {
	const { user, archive } = open();
	await user.click(button());
	await user.keyboard(key);
	expect(screen.queryByRole('menu')).toBeNull();
	expect(document.activeElement).toBe(button());
	expect(archive).not.toHaveBeenCalled();
});

test('an item runs once, after the focus has gone back', async () => {
	const { user, archive } = open();
	const focused: (Element | null)[] = [];
	archive.mockImplementation(() => focused.push(document.activeElement));
	await user.click(button());
	await user.keyboard('{Enter}');
	expect(screen.queryByRole('menu')).toBeNull();
	await vi.waitFor(() => expect(focused).toEqual([button()]));
});

test('a disabled item does nothing, stays reachable and says why', async () => {
	const { user, mute } = open();
	await user.click(button());
	await user.keyboard('{ArrowDown}{Enter}');
	expect(item('Mute').getAttribute('aria-disabled')).toBe('true');
	const reason = document.getElementById(item('Mute').getAttribute('aria-describedby') ?? '');
	expect(reason?.textContent.trim()).toBe('Signal doesn’t allow muting.');
	expect(screen.getByRole('menu')).toBeTruthy();
	expect(mute).not.toHaveBeenCalled();
});

test('a link is an item too, and says when it leads to the current page', async () => {
	const { user } = open();
	await user.click(button());
	expect(item('Help').getAttribute('href')).toBe('#help');
	expect(item('Help').getAttribute('aria-current')).toBe('page');
});

test('a click beside the menu only closes it', async () => {
	const { user } = open();
	await user.click(button());
	const layer = screen.getByRole('menu').parentElement ?? document.body;
	await user.click(layer);
	expect(screen.queryByRole('menu')).toBeNull();
	expect(document.activeElement).toBe(button());
});

test('the click of the finger that opened it does not close it, a click beside it does', async () => {
	const { user } = open();
	await user.click(button());
	const menu = screen.getByRole('menu');
	const layer = menu.parentElement;
	if (!layer) throw new Error('The menu has no layer');
	await fireEvent.click(layer);
	expect(screen.queryByRole('menu')).toBe(menu);
	await user.click(layer);
	expect(screen.queryByRole('menu')).toBeNull();
});

/** A browser with close requests, and the watchers that have not ended. */
function watchBrowser() {
	const watchers = new Set<EventTarget>();
	class CloseWatcher extends EventTarget {
		constructor() {
			super();
			watchers.add(this);
		}

		destroy() {
			watchers.delete(this);
		}
	}
	vi.stubGlobal('CloseWatcher', CloseWatcher);
	return watchers;
}

test('Android’s Back closes it, and the button has the focus again', async () => {
	const watchers = watchBrowser();
	const { user, archive } = open();
	expect(watchers.size).toBe(0);
	await user.click(button());
	for (const watcher of watchers) watcher.dispatchEvent(new Event('close'));
	await tick();
	expect(screen.queryByRole('menu')).toBeNull();
	expect(document.activeElement).toBe(button());
	expect(archive).not.toHaveBeenCalled();
});

test('a closed menu takes no close requests from the page', async () => {
	const watchers = watchBrowser();
	const { user } = open();
	await user.click(button());
	expect(watchers.size).toBe(1);
	await user.keyboard('{Escape}');
	expect(watchers.size).toBe(0);
});
