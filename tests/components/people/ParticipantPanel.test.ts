import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import ParticipantPanel from '$lib/components/people/ParticipantPanel.svelte';
import type { Participant } from '$lib/domain/user';
import { makeChat } from '../../fixtures/chats';

const BOB: Participant = { id: 'bob', fullName: 'Bob', phoneNumber: '+15550100' };

function renderPanel(items: readonly Participant[], overrides: object = {}) {
	const [onstart, onwhole] = [vi.fn(), vi.fn()];
	render(ParticipantPanel, {
		chat: makeChat({ participants: { items, hasMore: false, total: 312 } }),
		permission: { kind: 'allowed' },
		isStarting: () => false,
		onstart,
		onwhole,
		...overrides
	});
	return { user: userEvent.setup(), onstart, onwhole };
}

function people() {
	return within(screen.getByRole('list', { name: 'Participants' }))
		.getAllByRole('listitem')
		.map((person) => person.textContent.replace(/\s+/g, ' ').replaceAll(' ,', ',').trim());
}

test('says who everybody is and what is special about them', () => {
	renderPanel([
		{ id: 'me', fullName: 'Ada', isSelf: true, isAdmin: true },
		{ id: 'bot', isNetworkBot: true, isPending: true, cannotMessage: true }
	]);
	expect(screen.getByRole('heading', { name: 'Participants 2 of 312 participants' })).toBeTruthy();
	expect(people()).toEqual([
		'Ada, You, Admin me',
		'bot, Invited, Bot, Can’t be messaged Start a chat'
	]);
});

test('starts a chat with somebody, once for each press', async () => {
	const { user, onstart } = renderPanel([BOB]);
	await user.click(screen.getByRole('button', { name: 'Start a chat with Bob' }));
	expect(onstart).toHaveBeenCalledExactlyOnceWith(BOB);
});

test('nobody starts a chat with themselves', () => {
	renderPanel([{ id: 'me', isSelf: true }]);
	expect(screen.queryByRole('button', { name: /chat with/ })).toBeNull();
});

test.for([
	['who cannot be messaged', { ...BOB, cannotMessage: true }, {}, 'Bob can’t be messaged.'],
	['while all is read-only', BOB, { permission: { kind: 'refused', reason: 'Off' } }, 'Off']
] as const)('does not start a chat with somebody %s, and says why', ([, person, props, reason]) => {
	renderPanel([person], props);
	const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Start a chat with Bob' });
	expect([button.disabled, button.title]).toEqual([true, reason]);
});

test('ignores presses while the chat is being started', async () => {
	const { user, onstart } = renderPanel([BOB], { isStarting: () => true });
	await user.click(screen.getByRole('button', { name: 'Starting a chat with Bob' }));
	expect(onstart).not.toHaveBeenCalled();
});

test('lists everybody on demand', async () => {
	const { user, onwhole } = renderPanel([BOB]);
	await user.click(screen.getByRole('button', { name: 'List all 312' }));
	expect(onwhole).toHaveBeenCalledOnce();
});

test('finds people by any of their names, ignoring case and accents', async () => {
	const many = Array.from({ length: 60 }, (_, n) => ({ id: `p${n}`, fullName: `Person ${n}.` }));
	const { user } = renderPanel([...many, { id: 'zoe', username: '@Zoë' }]);
	expect(people()).toHaveLength(50);
	await user.click(screen.getByRole('button', { name: 'Show all 61' }));
	expect(people()).toHaveLength(61);
	await user.type(screen.getByRole('searchbox', { name: 'Search participants' }), 'zoe');
	expect(people()).toEqual(['@Zoë zoe Start a chat']);
});
