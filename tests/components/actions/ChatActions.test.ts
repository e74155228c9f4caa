import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import ChatActions from '$lib/components/actions/ChatActions.svelte';
import type { ActionProps } from '$lib/components/actions/action';
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
	] as const)('“%s” of %j asks for the opposite', async ([name, chat, write]) => {
		const { user, onwrite } = open(chat);
		await user.click(switchNamed(name));
		expect(onwrite.mock.calls).toEqual([[write]]);
	});

	test('shows what is so', () => {
		open({ isPinned: true, isMarkedUnread: true });
		const on = screen.getAllByRole('switch', { checked: true }).map((each) => each.textContent);
		expect(on.map((text) => text.trim())).toEqual(['Pinned', 'Unread']);
	});

	test('keeps room for the hint of its other way, and does not read it out', () => {
		const hint = 'Not stated; may be refused';
		const permissionOf: ActionProps['permissionOf'] = (write) =>
			write.kind === 'read' && !write.value ? { kind: 'unstated', hint } : { kind: 'allowed' };
		open({ unreadCount: 1 }, { permissionOf });
		expect(screen.getByText(hint).closest('[aria-hidden="true"]')).toBeTruthy();
		expect(switchNamed('Unread').getAttribute('aria-describedby')).toBeNull();
	});

	test('is turned once by a double click', async () => {
		const { user, onwrite } = open();
		await user.dblClick(switchNamed('Archived'));
		expect(onwrite).toHaveBeenCalledOnce();
	});

	test('is turned once while Enter is held down', async () => {
		const { user, onwrite } = open();
		switchNamed('Archived').focus();
		await user.keyboard('{Enter>5/}');
		expect(onwrite).toHaveBeenCalledOnce();
	});

	test('rests while it is under way, and keeps the focus', async () => {
		const { user, onwrite } = open({}, { pending: new Set(['archive']) });
		await user.click(switchNamed('Archived'));
		expect(onwrite).not.toHaveBeenCalled();
		expect(document.activeElement).toBe(switchNamed('Archived'));
		await user.click(switchNamed('Muted'));
		expect(onwrite).toHaveBeenCalledOnce();
	});

	test('is off and says why where it is refused', async () => {
		const reason = 'Signal chats of this kind don’t allow archiving.';
		const { user, onwrite } = open(
			{},
			{
				permissionOf: ({ kind }) =>
					kind === 'archive' ? { kind: 'refused', reason } : { kind: 'allowed' }
			}
		);
		await user.click(switchNamed('Archived'));
		expect(onwrite).not.toHaveBeenCalled();
		expect(switchNamed('Archived')).toHaveProperty('disabled', true);
		expect(descriptionOf(switchNamed('Archived'))).toBe(reason);
		expect(switchNamed('Muted')).toHaveProperty('disabled', false);
	});

	test('is on with a hint where nothing is stated', async () => {
		const hint = 'Not stated; may be refused';
		const { user, onwrite } = open({}, { permissionOf: () => ({ kind: 'unstated', hint }) });
		expect(descriptionOf(switchNamed('Archived'))).toBe(hint);
		await user.click(switchNamed('Archived'));
		expect(onwrite).toHaveBeenCalledOnce();
	});
});

function descriptionOf(control: HTMLElement) {
	const id = control.getAttribute('aria-describedby');
	return id === null ? undefined : document.getElementById(id)?.textContent;
}

test('what blocks everything is said once, and leaves Beeper to be opened', async () => {
	const block = 'Read-only is on.';
	const { user, onwrite } = open(
		{},
		{
			block,
			permissionOf: ({ kind }) =>
				kind === 'focus' ? { kind: 'allowed' } : { kind: 'refused', reason: block }
		}
	);
	expect(screen.getAllByText(block)).toHaveLength(1);
	const switches = screen.getAllByRole('switch');
	expect(switches.map((each) => each.hasAttribute('disabled'))).not.toContain(false);
	expect(screen.getByRole('button', { name: 'Notify anyway' })).toHaveProperty('disabled', true);
	await user.click(screen.getByRole('button', { name: 'Open in Beeper' }));
	expect(onwrite.mock.calls).toEqual([[{ kind: 'focus', chatID }]]);
});

test('a chat that takes no messages says so', () => {
	open({ isReadOnly: true });
	expect(screen.getByText(/^This chat is read-only/)).toBeTruthy();
});

test('“notify anyway” is asked for once', async () => {
	const { user, onwrite } = open();
	await user.dblClick(screen.getByRole('button', { name: 'Notify anyway' }));
	expect(onwrite.mock.calls).toEqual([[{ kind: 'notify-anyway', chatID }]]);
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
