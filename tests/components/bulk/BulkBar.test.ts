import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import BulkBar from '$lib/components/bulk/BulkBar.svelte';

function open(
	overrides: {
		selected?: number;
		matching?: number;
		isSoFar?: boolean;
		blockedReason?: string | null;
	} = {}
) {
	const calls = { onact: vi.fn(), onselectall: vi.fn(), onclear: vi.fn() };
	render(BulkBar, { selected: 12, matching: 412, blockedReason: null, ...calls, ...overrides });
	return { ...calls, user: userEvent.setup() };
}

test('says how many are selected', () => {
	open({ selected: 1250, matching: 2000 });
	expect(screen.getByRole('status').textContent).toBe('1,250 selected');
});

test.for([
	['Archive', 'archive'],
	['Unarchive', 'unarchive'],
	['Mute', 'mute'],
	['Unmute', 'unmute'],
	['Pin', 'pin'],
	['Unpin', 'unpin'],
	['Low priority', 'low-priority'],
	['Normal priority', 'normal-priority'],
	['Mark read', 'read'],
	['Mark unread', 'unread'],
	['Remind…', 'remind']
] as const)('“%s” asks for %s', async ([name, action]) => {
	const { user, onact } = open();
	await user.click(screen.getByRole('button', { name }));
	expect(onact).toHaveBeenCalledExactlyOnceWith(action);
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
	open({ selected: 412 });
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
