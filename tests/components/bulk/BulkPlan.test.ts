import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, test, vi } from 'vitest';
import BulkPlan from '$lib/components/bulk/BulkPlan.svelte';
import { createPlan } from '$lib/domain/mutations/plan';
import { findUnstated, toToggle } from '$lib/domain/mutations/bulk';
import type { Chat } from '$lib/domain/chat/chat';
import { makeChat } from '../../fixtures/chats';
import { openDialogs, pressEscape } from '../../fixtures/dialog';
import { makeCircumstances } from '../../fixtures/writes';

beforeAll(openDialogs);

function many(count: number, chat: Partial<Chat> = {}): Chat[] {
	return Array.from({ length: count }, () => makeChat(chat));
}

function open(chats: readonly Chat[], isSoFar = false) {
	const calls = { onconfirm: vi.fn(), oncancel: vi.fn() };
	const plan = createPlan(chats, toToggle('archive'), makeCircumstances());
	const hints = findUnstated(plan.mutations, chats, makeCircumstances());
	const { getNetwork } = makeCircumstances();
	render(BulkPlan, { plan, hints, getNetwork, accountNames: new Map(), isSoFar, ...calls });
	return { ...calls, plan, user: userEvent.setup() };
}

function button(name: string | RegExp) {
	return screen.getByRole('button', { name });
}

const refusing = { capabilities: { archive: false } };
const allowing = { capabilities: { archive: true } };

test('says what will happen before it happens', () => {
	const { plan, onconfirm } = open([...many(3), ...many(2, refusing)]);
	expect(screen.getByRole('dialog', { name: plan.words })).toHaveProperty('open', true);
	expect(onconfirm).not.toHaveBeenCalled();
});

test('says that later chats stay as they are, until all are loaded', () => {
	const { plan } = open(many(3), true);
	expect(plan.mutations).toHaveLength(3);
	expect(screen.getByText(/Not all chats are loaded yet/)).toBeTruthy();
	cleanup();
	open(many(3));
	expect(screen.queryByText(/Not all chats are loaded yet/)).toBeNull();
});

test('skipped chats are named with their reasons', () => {
	open([...many(3), makeChat({ ...refusing, title: 'Family' })]);
	expect(screen.getByText('Can’t be changed: 1 chat')).toBeTruthy();
	const reason = screen.getByText(/WhatsApp chats of this kind don’t allow archiving\. \(1\)/);
	const details = reason.closest('details') ?? document.body;
	expect(within(details).getByText('Family')).toBeTruthy();
});

test('one line says that some may not be allowed, and unfolds to them', () => {
	open([...many(3), ...many(2, allowing)]);
	const line = screen.getByText('Some networks may not allow this');
	const details = line.closest('details') ?? document.body;
	expect(details).toHaveProperty('open', false);
	expect(within(details).getByText('May not be allowed: 3 chats')).toBeTruthy();
	expect(screen.queryByText(/Can’t be changed/)).toBeNull();
	cleanup();
	open(many(2, allowing));
	expect(screen.queryByText(/may not allow this/)).toBeNull();
});

test('says which of them may deserve a second look', () => {
	open([...many(2, { unreadCount: 1 }), makeChat({ unreadMentionsCount: 1 }), makeChat()]);
	expect(screen.getByText('2 are unread and 1 mentions you.')).toBeTruthy();
});

test('a chat that is unticked, by mouse or by key, is not part of it', async () => {
	const [first, second, third] = many(3, { ...allowing, unreadCount: 1 });
	const { user, onconfirm } = open([first, second, third].filter((chat) => chat !== undefined));
	await user.click(screen.getByText('Show chats'));
	const list = screen.getByRole('listbox', { name: 'Chats to change' });
	await user.click(within(list).getByRole('option', { name: new RegExp(first?.title ?? '') }));
	list.focus();
	await user.keyboard('{End} {Home}{ArrowDown} {ArrowDown} ');
	expect(
		within(list)
			.getAllByRole('option')
			.map((option) => option.getAttribute('aria-selected'))
	).toEqual(['false', 'false', 'true']);
	expect(screen.getByRole('dialog', { name: 'Archive 1 chat in 1 network' })).toBeTruthy();
	expect(screen.getByText('1 is unread.')).toBeTruthy();
	await user.click(button('Archive 1 chat'));
	expect(onconfirm.mock.calls[0]?.[0].mutations).toMatchObject([{ chatID: third?.id }]);
});

test('of thousands of chats only those in sight are rendered', async () => {
	const { user } = open(many(3_000));
	await user.click(screen.getByText('Show chats'));
	const list = screen.getByRole('listbox', { name: 'Chats to change' });
	expect(within(list).getAllByRole('option').length).toBeLessThan(20);
	list.focus();
	await user.keyboard('{End}');
	const last = document.getElementById(list.getAttribute('aria-activedescendant') ?? '');
	expect(last?.getAttribute('aria-posinset')).toBe('3000');
});

test('confirms once, however often the button is pressed', async () => {
	const { user, onconfirm, oncancel } = open(many(3));
	await user.click(button('Archive 3 chats'));
	await user.click(button('Archive 3 chats'));
	await user.dblClick(button('Archive 3 chats'));
	expect(onconfirm).toHaveBeenCalledOnce();
	expect(oncancel).not.toHaveBeenCalled();
});

test('for a few chats, Enter confirms', () => {
	open(many(20));
	expect(document.activeElement).toBe(button('Archive 20 chats'));
});

test('for many chats, Enter cancels', () => {
	open(many(21));
	expect(document.activeElement).toBe(button('Cancel'));
});

test('a held Enter key does not confirm', async () => {
	open(many(3));
	const held = new KeyboardEvent('keydown', {
		key: 'Enter',
		repeat: true,
		bubbles: true,
		cancelable: true
	});
	await fireEvent(button('Archive 3 chats'), held);
	expect(held.defaultPrevented).toBe(true);
});

test('Cancel and Escape leave everything as it is', async () => {
	const { user, onconfirm, oncancel } = open(many(3));
	await user.click(button('Cancel'));
	pressEscape(screen.getByRole('dialog'));
	expect(oncancel).toHaveBeenCalledTimes(2);
	expect(onconfirm).not.toHaveBeenCalled();
});

test('without anything to do there is no confirm button', () => {
	open(many(2, refusing));
	expect(screen.getAllByRole('button').map(({ textContent }) => textContent?.trim())).toEqual([
		'Close'
	]);
});
