import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { DraftFiles } from '$lib/components/mutations/draft-files.svelte';
import EditPanel from '$lib/components/chat-page/EditPanel.svelte';
import type { Chat } from '$lib/domain/chat/chat';
import { makeActing, type ActingOverrides } from '../../fixtures/acting';

const chatID = '!chat:beeper.local';

function open(chat: Partial<Chat> = {}, overrides: ActingOverrides = {}) {
	const acting = makeActing(chat, overrides);
	const draft = {
		getFilePermission: () => ({ kind: 'allowed' }) as const,
		files: new DraftFiles(vi.fn()),
		onforget: vi.fn()
	};
	render(EditPanel, { ...acting, draft, now: Date.parse('2026-03-10T12:00Z') });
	return { ...acting, user: userEvent.setup() };
}

test('has a form for each thing that can be written', () => {
	open();
	const names = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
	expect(names).toEqual(['Reminder', 'Draft', 'Edit', 'Notify']);
});

test('what blocks everything is said once', () => {
	const blockedReason = 'Read-only is on.';
	open({}, { blockedReason, getPermission: () => ({ kind: 'refused', reason: blockedReason }) });
	expect(screen.getAllByText(blockedReason)).toHaveLength(1);
	expect(screen.getByRole('button', { name: 'Notify anyway' })).toHaveProperty('disabled', true);
});

test('a chat that takes no messages says so', () => {
	open({ isReadOnly: true });
	expect(screen.getByText(/^You can’t send messages in this chat/)).toBeTruthy();
});

test('“notify anyway” is asked for once', async () => {
	const { user, onmutate } = open();
	await user.dblClick(screen.getByRole('button', { name: 'Notify anyway' }));
	expect(onmutate.mock.calls).toEqual([[{ kind: 'notify-anyway', chatID }]]);
});
