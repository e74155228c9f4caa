import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import ChatActions from '$lib/components/mutations/ChatActions.svelte';
import type { ActionProps } from '$lib/components/mutations/action-props';
import type { Chat } from '$lib/domain/chat/chat';
import { makeActing, type ActingOverrides } from '../../fixtures/acting';

const chatID = '!chat:beeper.local';

function open(chat: Partial<Chat> = {}, overrides: ActingOverrides = {}) {
	const acting = makeActing(chat, overrides);
	render(ChatActions, acting);
	return { ...acting, user: userEvent.setup() };
}

function switchNamed(name: string) {
	return screen.getByRole('switch', { name });
}

describe('a switch', () => {
	test.for([
		['Archived', { isArchived: false }, { kind: 'archive', chatID, value: true }],
		['Archived', { isArchived: true }, { kind: 'archive', chatID, value: false }],
		['Muted', {}, { kind: 'mute', chatID, value: true }],
		['Pinned', { isPinned: true }, { kind: 'pin', chatID, value: false }],
		['Low priority', { isLowPriority: false }, { kind: 'low-priority', chatID, value: true }],
		['Unread', { unreadCount: 3 }, { kind: 'read', chatID, value: true }],
		['Unread', { unreadCount: 0 }, { kind: 'read', chatID, value: false }]
	] as const)('“%s” of %j asks for the opposite', async ([name, chat, mutation]) => {
		const { user, onmutate } = open(chat);
		await user.click(switchNamed(name));
		expect(onmutate.mock.calls).toEqual([[mutation]]);
	});

	test('shows what is so', () => {
		open({ isPinned: true, isMarkedUnread: true });
		const on = screen.getAllByRole('switch', { checked: true }).map((each) => each.textContent);
		expect(on.map((text) => text.trim())).toEqual(['Pinned', 'Unread']);
	});

	test('keeps room for the hint of its other way, and does not read it out', () => {
		const hint = 'This network doesn’t say if it allows this';
		const getPermission: ActionProps['getPermission'] = (mutation) =>
			mutation.kind === 'read' && !mutation.value
				? { kind: 'unstated', hint }
				: { kind: 'allowed' };
		open({ unreadCount: 1 }, { getPermission });
		expect(screen.getByText(hint).closest('[aria-hidden="true"]')).toBeTruthy();
		expect(switchNamed('Unread').getAttribute('aria-describedby')).toBeNull();
	});

	test('is turned once by a double click', async () => {
		const { user, onmutate } = open();
		await user.dblClick(switchNamed('Archived'));
		expect(onmutate).toHaveBeenCalledOnce();
	});

	test('is turned once while Enter is held down', async () => {
		const { user, onmutate } = open();
		switchNamed('Archived').focus();
		await user.keyboard('{Enter>5/}');
		expect(onmutate).toHaveBeenCalledOnce();
	});

	test('ignores presses while pending, and keeps the focus', async () => {
		const { user, onmutate } = open({}, { pending: new Set(['archive']) });
		await user.click(switchNamed('Archived'));
		expect(onmutate).not.toHaveBeenCalled();
		expect(document.activeElement).toBe(switchNamed('Archived'));
		await user.click(switchNamed('Muted'));
		expect(onmutate).toHaveBeenCalledOnce();
	});

	test('is off and says why where it is refused', async () => {
		const reason = 'Signal chats of this kind don’t allow archiving.';
		const { user, onmutate } = open(
			{},
			{
				getPermission: ({ kind }) =>
					kind === 'archive' ? { kind: 'refused', reason } : { kind: 'allowed' }
			}
		);
		await user.click(switchNamed('Archived'));
		expect(onmutate).not.toHaveBeenCalled();
		expect(switchNamed('Archived')).toHaveProperty('disabled', true);
		expect(descriptionOf(switchNamed('Archived'))).toBe(reason);
		expect(switchNamed('Muted')).toHaveProperty('disabled', false);
	});

	test('is on with a hint where nothing is stated', async () => {
		const hint = 'This network doesn’t say if it allows this';
		const { user, onmutate } = open({}, { getPermission: () => ({ kind: 'unstated', hint }) });
		expect(descriptionOf(switchNamed('Archived'))).toBe(hint);
		await user.click(switchNamed('Archived'));
		expect(onmutate).toHaveBeenCalledOnce();
	});
});

function descriptionOf(control: HTMLElement) {
	const id = control.getAttribute('aria-describedby');
	return id === null ? undefined : document.getElementById(id)?.textContent;
}

test('what blocks everything is said once, and leaves Beeper to be opened', async () => {
	const blockedReason = 'Read-only is on.';
	const { user, onmutate } = open(
		{},
		{
			blockedReason,
			getPermission: ({ kind }) =>
				kind === 'focus' ? { kind: 'allowed' } : { kind: 'refused', reason: blockedReason }
		}
	);
	expect(screen.getAllByText(blockedReason)).toHaveLength(1);
	const switches = screen.getAllByRole('switch');
	expect(switches.map((each) => each.hasAttribute('disabled'))).not.toContain(false);
	expect(screen.getByRole('button', { name: 'Notify anyway' })).toHaveProperty('disabled', true);
	await user.click(screen.getByRole('button', { name: 'Open in Beeper' }));
	expect(onmutate.mock.calls).toEqual([[{ kind: 'focus', chatID }]]);
});

test('a chat that takes no messages says so', () => {
	open({ isReadOnly: true });
	expect(screen.getByText(/^This chat is read-only/)).toBeTruthy();
});

test('“notify anyway” is asked for once', async () => {
	const { user, onmutate } = open();
	await user.dblClick(screen.getByRole('button', { name: 'Notify anyway' }));
	expect(onmutate.mock.calls).toEqual([[{ kind: 'notify-anyway', chatID }]]);
});

test('the request of every control is there to be read and copied', async () => {
	const { user, oncopy } = open({ isMuted: true });
	await user.click(screen.getByText(/^Show requests/));
	const requests = screen.getAllByRole('button', { name: 'Copy as curl' });
	expect(requests).toHaveLength(7);
	expect(screen.getByText('Unmute')).toBeTruthy();
	await user.click(screen.getAllByRole('button', { name: 'Copy as curl' })[1] ?? document.body);
	expect(oncopy).toHaveBeenCalledExactlyOnceWith(
		expect.objectContaining({ method: 'POST', path: '/mute' })
	);
	expect(screen.getByRole('button', { name: 'Copied' })).toBeTruthy();
});
