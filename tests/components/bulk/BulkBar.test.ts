import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import BulkBar from '$lib/components/bulk/BulkBar.svelte';
import type { Chat } from '$lib/domain/chat/chat';
import { makeChat } from '../../fixtures/chats';
import { StillObserver } from '../../fixtures/layout';
import { openPopovers } from '../../fixtures/popover';

beforeAll(openPopovers);
beforeAll(() => {
	vi.stubGlobal('ResizeObserver', StillObserver);
});
afterAll(() => {
	vi.unstubAllGlobals();
});

const PLAIN = {
	...{ isArchived: false, isMuted: false, isPinned: false, isLowPriority: false },
	unreadCount: 1
};
const FLAGGED = {
	...{ isArchived: true, isMuted: true, isPinned: true, isLowPriority: true },
	unreadCount: 0
};

function many(count: number, fields: Partial<Chat> = PLAIN): Chat[] {
	return Array.from({ length: count }, () => makeChat(fields));
}

function open(
	overrides: {
		chats?: readonly Chat[];
		matching?: number;
		isSoFar?: boolean;
		blockedReason?: string | null;
	} = {}
) {
	const calls = { onact: vi.fn(), onselectall: vi.fn(), onclear: vi.fn() };
	render(BulkBar, { chats: many(12), matching: 412, blockedReason: null, ...calls, ...overrides });
	return { ...calls, user: userEvent.setup() };
}

test('says how many are selected', () => {
	open({ chats: many(1250), matching: 2000 });
	expect(screen.getByRole('status').textContent).toBe('1,250 selected');
});

const ON = [
	['Archive', 'archive'],
	['Mute', 'mute'],
	['Pin', 'pin'],
	['Low priority', 'low-priority'],
	['Mark as read', 'read']
] as const;
const OFF = [
	['Unarchive', 'unarchive'],
	['Unmute', 'unmute'],
	['Unpin', 'unpin'],
	['Normal priority', 'normal-priority'],
	['Mark as unread', 'unread']
] as const;
const REMIND = ['Remind…', 'remind'] as const;

function names() {
	const changes = within(screen.getByRole('group', { name: 'Change the selected chats' }));
	return changes.getAllByRole('button').map((button) => button.getAttribute('title') ?? 'More');
}

test.for([
	['chats without a flag', many(3), ON],
	['chats with every flag', many(3, FLAGGED), OFF],
	['chats of both kinds', [...many(1), ...many(1, FLAGGED)], ON]
] as const)('shows what fits %s, each with its key', async ([, chats, fitting]) => {
	const { user, onact } = open({ chats });
	expect(names()).toEqual([
		...[...fitting, REMIND].map(([name], place) => `${name} (${'emplur'[place]})`),
		'More'
	]);
	for (const [name, action] of [...fitting, REMIND]) {
		await user.click(screen.getByRole('button', { name }));
		expect(onact).toHaveBeenLastCalledWith(action);
	}
});

test('the opposites are behind “More”, and off where they would change nothing', async () => {
	const { user, onact } = open({ chats: [...many(2), makeChat({ ...PLAIN, isMuted: true })] });
	await user.click(screen.getByRole('button', { name: 'More' }));
	const menu = within(screen.getByRole('menu', { name: 'More actions' }));
	const items = menu.getAllByRole('menuitem');
	expect(items.map((item) => item.getAttribute('aria-disabled'))).toEqual([
		...['true', null, 'true', 'true', 'true']
	]);
	await user.click(menu.getByRole('menuitem', { name: 'Unmute' }));
	await vi.waitFor(() => expect(onact).toHaveBeenCalledExactlyOnceWith('unmute'));
});

test('a double click starts one action', async () => {
	const { user, onact } = open();
	await user.dblClick(screen.getByRole('button', { name: 'Archive' }));
	expect(onact).toHaveBeenCalledOnce();
});

test('all matching chats can be selected, until they are', async () => {
	const { user, onselectall } = open();
	await user.click(screen.getByRole('button', { name: 'Select all 412' }));
	expect(onselectall).toHaveBeenCalledOnce();
});

test('while chats load, “all” means all so far', () => {
	open({ isSoFar: true });
	expect(screen.getByRole('button', { name: 'Select all 412 so far' })).toBeTruthy();
});

test('when all are selected, the button disappears', () => {
	open({ chats: many(412) });
	expect(screen.queryByRole('button', { name: /Select all/ })).toBeNull();
});

test('the selection is cleared', async () => {
	const { user, onclear } = open();
	await user.click(screen.getByRole('button', { name: 'Clear selection' }));
	expect(onclear).toHaveBeenCalledOnce();
});

test('while changes are blocked, every action is disabled with the reason', () => {
	open({ blockedReason: 'Read-only is on.' });
	const changes = within(screen.getByRole('group', { name: 'Change the selected chats' }));
	for (const button of changes.getAllByRole('button')) {
		expect(button).toHaveProperty('disabled', true);
		const reason = document.getElementById(button.getAttribute('aria-describedby') ?? '');
		expect(reason?.textContent).toBe('Read-only is on.');
	}
});
