import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import NewChat from '$lib/components/people/NewChat.svelte';
import type { OpeningMutation } from '$lib/domain/mutations/mutation';
import { SourceError } from '$lib/domain/connection/source-error';
import type { User } from '$lib/domain/chat/participant';
import { makeAccount } from '../../fixtures/chats';

const BOB: User = { id: 'bob', fullName: 'Bob' };
const EVE: User = { id: 'eve', fullName: 'Eve' };

const PEOPLE = {
	found: [BOB, EVE],
	phase: { name: 'ready' },
	hasMore: false,
	lookUpError: null
} as const;

function renderNewChat(overrides: object = {}) {
	const finding = { onfind: vi.fn(), onmore: vi.fn(), onretry: vi.fn() };
	const calls = { ...finding, onopen: vi.fn(), oncopy: vi.fn() };
	const { rerender } = render(NewChat, {
		accounts: [makeAccount(), makeAccount({ accountID: 'signal', network: 'Signal' })],
		accountID: 'whatsapp',
		people: PEOPLE,
		startPermission: { kind: 'allowed' },
		createPermission: { kind: 'allowed' },
		isOpening: false,
		result: null,
		getRequests: (mutation: OpeningMutation) => [
			{ method: 'POST', path: '/v1/chats', body: { ...mutation } }
		],
		...calls,
		...overrides
	});
	return { user: userEvent.setup(), rerender, ...calls };
}

function chosen() {
	return screen
		.queryAllByRole('button', { name: /^Remove / })
		.map((chip) => chip.textContent.trim());
}

test('an account is chosen first, and its people are asked for', async () => {
	const { user, onfind } = renderNewChat({ accountID: '' });
	expect(screen.queryByRole('searchbox')).toBeNull();
	const account = screen.getByRole('combobox', { name: 'Account' });
	await user.selectOptions(account, 'Ada Example · Signal');
	expect(onfind).toHaveBeenCalledExactlyOnceWith('signal', '');
});

test('where Beeper has no accounts, it says to add one', () => {
	renderNewChat({ accounts: [], accountID: '', hasNoAccounts: true });
	expect(screen.getByText('Add an account in Beeper to start a chat.')).toBeTruthy();
});

test('while no accounts are known yet, none is asked for', () => {
	renderNewChat({ accounts: [], accountID: '' });
	expect(screen.queryByText(/Add an account/)).toBeNull();
});

test('each keystroke is handed on, and Enter in the search opens nothing', async () => {
	const { user, onfind, onopen } = renderNewChat();
	await user.click(screen.getByRole('radio', { name: /Bob/ }));
	await user.type(screen.getByRole('searchbox', { name: 'Find people' }), 'ev{Enter}');
	expect(onfind.mock.calls).toEqual([
		['whatsapp', 'e'],
		['whatsapp', 'ev']
	]);
	expect(onopen).not.toHaveBeenCalled();
});

test('a direct chat is with one person', async () => {
	const { user, onopen } = renderNewChat();
	await user.click(screen.getByRole('radio', { name: /Bob/ }));
	await user.click(screen.getByRole('radio', { name: /Eve/ }));
	expect(chosen()).toEqual(['Eve']);
	await user.type(screen.getByRole('textbox', { name: /^First message/ }), 'Hello');
	await user.click(screen.getByRole('button', { name: 'Start chat' }));
	expect(onopen).toHaveBeenCalledExactlyOnceWith({
		kind: 'start',
		accountID: 'whatsapp',
		user: { id: 'eve', fullName: 'Eve' },
		messageText: 'Hello'
	});
});

test('a group has several people and a title', async () => {
	const { user, onopen } = renderNewChat();
	await user.click(screen.getByRole('radio', { name: 'Group' }));
	await user.click(screen.getByRole('checkbox', { name: /Bob/ }));
	await user.click(screen.getByRole('checkbox', { name: /Eve/ }));
	await user.type(screen.getByRole('textbox', { name: /^Group title/ }), 'Trip');
	await user.click(screen.getByRole('button', { name: 'Create chat' }));
	expect(onopen).toHaveBeenCalledExactlyOnceWith({
		kind: 'create',
		accountID: 'whatsapp',
		type: 'group',
		participantIDs: ['bob', 'eve'],
		title: 'Trip'
	});
});

test('people chosen stay chosen while others are looked for, and can be removed', async () => {
	const { user, rerender } = renderNewChat();
	await user.click(screen.getByRole('radio', { name: 'Group' }));
	await user.click(screen.getByRole('checkbox', { name: /Bob/ }));
	await rerender({ people: { ...PEOPLE, found: [EVE] } });
	await user.click(screen.getByRole('checkbox', { name: /Eve/ }));
	expect(chosen()).toEqual(['Bob', 'Eve']);
	await user.click(screen.getByRole('button', { name: 'Remove Bob' }));
	expect(chosen()).toEqual(['Eve']);
});

test('people of one account are not taken to another', async () => {
	const { user, rerender } = renderNewChat();
	await user.click(screen.getByRole('radio', { name: /Bob/ }));
	await rerender({ accountID: 'signal' });
	expect(chosen()).toEqual([]);
});

test('says what is missing', async () => {
	const { user, onopen } = renderNewChat();
	await user.click(screen.getByRole('button', { name: 'Start chat' }));
	expect(screen.getByText('Choose a person first.')).toBeTruthy();
	expect(onopen).not.toHaveBeenCalled();
});

test('who cannot be messaged cannot be chosen', () => {
	renderNewChat({ people: { ...PEOPLE, found: [{ ...BOB, cannotMessage: true }] } });
	const bob = screen.getByRole<HTMLInputElement>('radio', { name: /Bob.*Can’t be messaged/ });
	expect(bob.disabled).toBe(true);
});

test('nothing more is sent while a chat is being opened', async () => {
	const { user, onopen } = renderNewChat({ isOpening: true });
	await user.click(screen.getByRole('radio', { name: /Bob/ }));
	await user.dblClick(screen.getByRole('button', { name: 'Start chat' }));
	expect(onopen).not.toHaveBeenCalled();
});

test('the request that would be sent is shown as soon as there is one, with all that is typed', async () => {
	const { user, oncopy } = renderNewChat();
	expect(screen.queryByText(/Show request/)).toBeNull();
	await user.click(screen.getByRole('radio', { name: /Bob/ }));
	await user.type(screen.getByRole('textbox', { name: /^First message/ }), 'Hello');
	await user.click(screen.getByText(/Show request/));
	expect(screen.getByText(/"messageText": "Hello"/)).toBeTruthy();
	await user.click(screen.getByRole('button', { name: 'Copy as curl' }));
	expect(oncopy.mock.calls[0]?.[0]).toMatchObject({
		method: 'POST',
		body: { accountID: 'whatsapp' }
	});
});

test('older servers create direct chats', async () => {
	const { user, onopen } = renderNewChat({
		startPermission: { kind: 'refused', reason: 'This needs Beeper 4.2.808 or newer.' }
	});
	await user.click(screen.getByRole('radio', { name: /Bob/ }));
	await user.click(screen.getByRole('button', { name: 'Create chat' }));
	expect(onopen.mock.calls[0]?.[0]).toMatchObject({ kind: 'create', type: 'single' });
});

test('where nothing may be changed it says why', () => {
	const refused = { kind: 'refused', reason: 'Read-only is on.' };
	renderNewChat({ startPermission: refused, createPermission: refused });
	expect(screen.getByText('Read-only is on.')).toBeTruthy();
	expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Start chat' }).disabled).toBe(true);
});

test.for([
	['refused by the server', { kind: 'failed', error: new SourceError('invalid') }, /didn’t accept/],
	[
		'unanswered',
		{ kind: 'unknown', error: new SourceError('timed-out') },
		/Couldn’t confirm starting/
	],
	['blocked', { kind: 'refused', reason: 'Read-only is on.' }, /Read-only is on/]
] as const)('an attempt that was %s is explained', ([, result, words]) => {
	renderNewChat({ result });
	expect(screen.getByRole('alert').textContent).toMatch(words);
});

test('more people are asked for while there are more', async () => {
	const { user, onmore } = renderNewChat({ people: { ...PEOPLE, hasMore: true } });
	expect(screen.getByText('2 or more found')).toBeTruthy();
	await user.click(within(screen.getByRole('group', { name: 'People' })).getByRole('button'));
	expect(onmore).toHaveBeenCalledOnce();
});

test.for([
	[{ phase: { name: 'loading' }, found: [] }, 'Searching…'],
	[{ found: [] }, 'No contacts listed'],
	[{ found: Array.from({ length: 1200 }, (_, id) => ({ ...BOB, id: `${id}` })) }, '1,200 found'],
	[{ lookUpError: new SourceError('network-failed') }, /Couldn’t search the network/]
] as const)('shows the state of the search: %j', ([people, words]) => {
	renderNewChat({ people: { ...PEOPLE, ...people } });
	expect(screen.getByText(words)).toBeTruthy();
});

test('a search that failed can be tried again', async () => {
	const phase = { name: 'failed', error: new SourceError('unreachable') };
	const { user, onretry } = renderNewChat({ people: { ...PEOPLE, phase } });
	await user.click(screen.getByRole('button', { name: 'Try again' }));
	expect(onretry).toHaveBeenCalledOnce();
});

test('when a chosen person is removed, the focus goes to the next one, then to the form', async () => {
	const { user } = renderNewChat();
	await user.click(screen.getByRole('radio', { name: 'Group' }));
	await user.click(screen.getByRole('checkbox', { name: /Bob/ }));
	await user.click(screen.getByRole('checkbox', { name: /Eve/ }));
	await user.click(screen.getByRole('button', { name: 'Remove Bob' }));
	expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Remove Eve' }));
	await user.keyboard('{Enter}');
	expect(chosen()).toEqual([]);
	expect(document.activeElement).toBe(screen.getAllByRole('textbox')[0]);
});
