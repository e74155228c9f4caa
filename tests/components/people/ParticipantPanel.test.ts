import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import ParticipantPanel from '$lib/components/people/ParticipantPanel.svelte';
import { SourceError } from '$lib/domain/connection/source-error';
import type { Participant } from '$lib/domain/chat/participant';
import { makeChat } from '../../fixtures/chats';

const BOB: Participant = { id: 'bob', fullName: 'Bob', phoneNumber: '+15550100' };

function makeChatWithParticipants(items: readonly Participant[], total = 312) {
	return makeChat({ participants: { items, hasMore: items.length < total, total } });
}

function renderPanel(items: readonly Participant[], overrides: object = {}) {
	const [onstart, onwhole, oncopy] = [vi.fn(), vi.fn(() => Promise.resolve()), vi.fn()];
	const { rerender } = render(ParticipantPanel, {
		chat: makeChatWithParticipants(items),
		permission: { kind: 'allowed' },
		isStarting: () => false,
		phase: { name: 'idle' },
		getRequests: ({ id }: Participant) => [{ method: 'POST', path: '/start', body: { id } }],
		onstart,
		onwhole,
		oncopy,
		...overrides
	});
	return { user: userEvent.setup(), rerender, onstart, onwhole, oncopy };
}

function peopleNamed(count: number): Participant[] {
	return Array.from({ length: count }, (_, n) => ({ id: `p${n}`, fullName: `Person ${n}.` }));
}

function people() {
	return within(screen.getByRole('list', { name: 'People' }))
		.getAllByRole('listitem')
		.map((person) => person.textContent.replace(/\s+/g, ' ').replaceAll(' ,', ',').trim());
}

test('shows each person’s name and role', () => {
	renderPanel([
		{ id: 'me', fullName: 'Ada', isSelf: true, isAdmin: true },
		{ id: 'bot', isNetworkBot: true, isPending: true, cannotMessage: true }
	]);
	expect(screen.getByRole('heading', { name: 'People 2 of 312' })).toBeTruthy();
	expect(people()).toEqual([
		'Ada, You, Admin me',
		'Unknown person, Invited, Bot, Can’t be messaged bot Start a chat'
	]);
});

test('starts a chat with a person, once for each press', async () => {
	const { user, onstart } = renderPanel([BOB]);
	await user.click(screen.getByRole('button', { name: 'Start a chat with Bob' }));
	expect(onstart).toHaveBeenCalledExactlyOnceWith(BOB);
});

test('users cannot start a chat with themselves', () => {
	renderPanel([{ id: 'me', isSelf: true }]);
	expect(screen.queryByRole('button', { name: /chat with/ })).toBeNull();
	expect(screen.queryByText(/Show request/)).toBeNull();
});

test.for([
	['who cannot be messaged', { ...BOB, cannotMessage: true }, {}, 'Bob can’t be messaged.'],
	['while all is read-only', BOB, { permission: { kind: 'refused', reason: 'Off' } }, 'Off']
] as const)('does not start a chat with a person %s, and says why', ([, person, props, reason]) => {
	renderPanel([person], props);
	const button = screen.getByRole('button', { name: 'Start a chat with Bob' });
	expect([button.ariaDisabled, button.title]).toEqual(['true', reason]);
});

test('ignores presses while the chat is being started', async () => {
	const { user, onstart } = renderPanel([BOB], { isStarting: () => true });
	await user.click(screen.getByRole('button', { name: 'Starting a chat with Bob' }));
	expect(onstart).not.toHaveBeenCalled();
});

test('shows the request that would start a chat with the last focused person', async () => {
	const { user, oncopy } = renderPanel([{ id: 'me', isSelf: true }, ...peopleNamed(2)]);
	await user.click(screen.getByText(/Show request/));
	expect(screen.getByText('Start a chat with Person 0.')).toBeTruthy();
	screen.getByRole('button', { name: 'Start a chat with Person 1.' }).focus();
	expect(await screen.findByText('Start a chat with Person 1.')).toBeTruthy();
	await user.click(screen.getByRole('button', { name: 'Copy as curl' }));
	expect(oncopy.mock.calls[0]?.[0]).toMatchObject({ path: '/start', body: { id: 'p1' } });
});

test('all participants are loaded on demand, once at a time', async () => {
	const { user, rerender, onwhole } = renderPanel([BOB]);
	await user.click(screen.getByRole('button', { name: 'List all 312' }));
	expect(onwhole).toHaveBeenCalledOnce();
	await rerender({ phase: { name: 'loading' } });
	await user.click(screen.getByRole('button', { name: 'Listing all 312 …' }));
	expect(onwhole).toHaveBeenCalledOnce();
});

test('a whole list has nothing more to ask for', () => {
	renderPanel([BOB], { chat: makeChatWithParticipants([BOB], 1) });
	expect(screen.queryByRole('button', { name: /^List all/ })).toBeNull();
});

test('after all participants are loaded, the focus moves to the first new one', async () => {
	const gate = new AbortController();
	const coming = new Promise<void>((resolve) => {
		gate.signal.addEventListener('abort', () => resolve());
	});
	const { user, rerender } = renderPanel([], {
		chat: makeChatWithParticipants(peopleNamed(55), 70),
		onwhole: () => coming
	});
	await user.click(screen.getByRole('button', { name: 'List all 70' }));
	await rerender({ chat: makeChatWithParticipants(peopleNamed(70), 70) });
	gate.abort();
	await vi.waitFor(() => expect(document.activeElement?.textContent).toContain('Person 50.'));
	expect(people()).toHaveLength(70);
});

test('a failure to load all participants is shown, and the focus stays', async () => {
	const { user, rerender, onwhole } = renderPanel([BOB]);
	await user.click(screen.getByRole('button', { name: 'List all 312' }));
	await rerender({ phase: { name: 'loading' } });
	await rerender({
		phase: { name: 'failed', error: new SourceError('server-fault', { says: 'Not now' }) }
	});
	expect(screen.getByRole('alert').textContent).toContain('Not now');
	expect(document.activeElement).toBe(screen.getByRole('button', { name: 'List all 312' }));
	await user.keyboard('{Enter}');
	expect(onwhole).toHaveBeenCalledTimes(2);
});

test('says when the server does not list all participants', () => {
	renderPanel([BOB], { phase: { name: 'ready' } });
	expect(screen.getByRole('status').textContent).toContain('only 1');
});

test('finds people by any of their names, ignoring case and accents', async () => {
	const { user } = renderPanel([...peopleNamed(51), { id: 'zoe', username: '@Zoë' }]);
	expect(people()).toHaveLength(50);
	await user.click(screen.getByRole('button', { name: 'Show all 52' }));
	expect(people()).toHaveLength(52);
	expect(document.activeElement?.textContent).toContain('Person 50.');
	await user.type(screen.getByRole('searchbox', { name: 'Search people' }), 'zoe');
	expect(people()).toEqual(['@Zoë zoe Start a chat']);
});
