import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import ActionBar from '$lib/components/mutations/ActionBar.svelte';
import type { Chat } from '$lib/domain/chat/chat';
import { makeActing, type ActingOverrides } from '../../fixtures/acting';
import { openPopovers } from '../../fixtures/popover';

beforeAll(openPopovers);

const chatID = '!chat:beeper.local';

function open(chat: Partial<Chat> = {}, overrides: ActingOverrides = {}) {
	const acting = makeActing(chat, overrides);
	const onremind = vi.fn();
	render(ActionBar, { ...acting, onremind });
	return { ...acting, onremind, user: userEvent.setup() };
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
		const on = screen.getAllByRole('switch', { checked: true });
		expect(on.map((each) => each.getAttribute('aria-label'))).toEqual(['Pinned', 'Unread']);
	});

	test.for([
		['Archived', {}, 'Archive (e)'],
		['Archived', { isArchived: true }, 'Unarchive (e)'],
		['Unread', {}, 'Mark as unread (u)']
	] as const)('“%s” of %j says what it does, and its key: %s', ([name, chat, tip]) => {
		open(chat);
		expect(switchNamed(name).title).toBe(tip);
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
		expect(getDescription(switchNamed('Archived'))).toBe(reason);
		expect(switchNamed('Muted')).toHaveProperty('disabled', false);
	});

	test('is on with a hint where nothing is stated', async () => {
		const hint = 'This network doesn’t say if it allows this';
		const { user, onmutate } = open({}, { getPermission: () => ({ kind: 'unstated', hint }) });
		expect(getDescription(switchNamed('Archived'))).toBe(hint);
		await user.click(switchNamed('Archived'));
		expect(onmutate).toHaveBeenCalledOnce();
	});
});

function getDescription(control: HTMLElement) {
	const id = control.getAttribute('aria-describedby');
	return id === null ? undefined : document.getElementById(id)?.textContent;
}

test('what blocks everything is said by every tip, and leaves Beeper to be opened', async () => {
	const blockedReason = 'Read-only is on.';
	const { user, onmutate } = open(
		{},
		{
			blockedReason,
			getPermission: ({ kind }) =>
				kind === 'focus' ? { kind: 'allowed' } : { kind: 'refused', reason: blockedReason }
		}
	);
	for (const each of screen.getAllByRole('switch')) {
		expect(each).toHaveProperty('disabled', true);
		expect(each.title).toContain(blockedReason);
		expect(getDescription(each)).toBeUndefined();
	}
	await user.click(screen.getByRole('button', { name: 'Open in Beeper' }));
	expect(onmutate.mock.calls).toEqual([[{ kind: 'focus', chatID }]]);
});

test('the form for a reminder is opened', async () => {
	const { user, onremind } = open();
	await user.click(screen.getByRole('button', { name: 'Remind me' }));
	expect(onremind).toHaveBeenCalledOnce();
});

test('without room for a bar, a menu has the same actions, with their keys', async () => {
	const acting = makeActing({ isMuted: true });
	render(ActionBar, { ...acting, isNarrow: true, onremind: vi.fn() });
	const user = userEvent.setup();
	await user.click(screen.getByRole('button', { name: 'Actions' }));
	const items = screen.getAllByRole('menuitem', { hidden: true });
	expect(items.map((item) => item.textContent.replace(/\s+/g, ' ').trim())).toEqual([
		'Archive e',
		'Unmute m',
		'Pin p',
		'Move to low priority l',
		'Mark as unread u',
		'Remind me… r',
		'Open in Beeper'
	]);
	await user.click(items[1] ?? document.body);
	expect(acting.onmutate.mock.calls).toEqual([[{ kind: 'mute', chatID, value: false }]]);
});
