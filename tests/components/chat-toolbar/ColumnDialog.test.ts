import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, test, vi } from 'vitest';
import ColumnDialog from '$lib/components/chat-toolbar/ColumnDialog.svelte';
import {
	DEFAULT_COLUMNS,
	type ColumnChange,
	type ColumnChoice
} from '$lib/domain/chat-list/column-choice';
import { openDialogs } from '../../fixtures/dialog';

beforeAll(openDialogs);

function open(choice: ColumnChoice = DEFAULT_COLUMNS) {
	let now = choice;
	const props = {
		fitting: ['network', 'title', 'unread'] as const,
		onchange: (change: ColumnChange) => {
			now = change(now);
			void rerender({ choice: now });
		},
		onreset: vi.fn(),
		onclose: vi.fn()
	};
	const { rerender } = render(ColumnDialog, { ...props, choice });
	return { ...props, user: userEvent.setup(), choice: () => now };
}

function box(name: string) {
	return screen.getByRole('checkbox', { name });
}

test('what is on the screen is checked, and the title cannot be hidden', async () => {
	const { user, choice } = open();
	expect(box('Unread')).toHaveProperty('checked', true);
	expect(box('Draft')).toHaveProperty('checked', false);
	expect(box('Title')).toHaveProperty('disabled', true);
	await user.click(box('Draft'));
	await user.click(box('Unread'));
	expect(choice().shown).toEqual({ draft: true, unread: false });
});

test('a chosen column without room says so', () => {
	open({ ...DEFAULT_COLUMNS, shown: { draft: true } });
	const id = box('Draft').getAttribute('aria-describedby') ?? '';
	expect(document.getElementById(id)?.textContent).toBe('Not enough room');
	expect(box('Unread').hasAttribute('aria-describedby')).toBe(false);
});

test('a column moves one place, says where it is, and keeps the focus on its button', async () => {
	const { user, choice } = open();
	const right = screen.getByRole('button', { name: 'Move Title right' });
	await user.click(right);
	expect(choice().order.slice(0, 2)).toEqual(['preview', 'title']);
	expect(document.activeElement).toBe(right);
	await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe('Title: 2 of 11'));
});

test('a column at an end cannot move further', async () => {
	const { user, choice } = open();
	const left = screen.getByRole('button', { name: 'Move Title left' });
	expect(left.getAttribute('aria-disabled')).toBe('true');
	await user.click(left);
	expect(choice().order).toEqual(DEFAULT_COLUMNS.order);
});
