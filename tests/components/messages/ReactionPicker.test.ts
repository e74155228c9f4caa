import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import ReactionPicker from '$lib/components/messages/ReactionPicker.svelte';
import type { Capabilities } from '$lib/domain/capabilities/model';
import { makeChat } from '../../fixtures/chats';
import { makeMessage, makeReaction } from '../../fixtures/messages';

function renderPicker(capabilities: Capabilities, own: readonly string[] = []) {
	const [onreact, onclose] = [vi.fn(), vi.fn()];
	render(ReactionPicker, {
		chat: makeChat({ id: 'chat', capabilities }),
		message: makeMessage({ id: 'message', reactions: own.map((key) => makeReaction('me', key)) }),
		selfID: 'me',
		permission: { kind: 'allowed' },
		isPending: () => false,
		getRequests: (mutation) => [{ method: 'POST', path: `/${Object.values(mutation).join('/')}` }],
		oncopy: vi.fn(),
		onreact,
		onclose
	});
	return { user: userEvent.setup(), onreact, onclose };
}

function choices() {
	return within(screen.getByRole('group', { name: 'Choose a reaction' }))
		.getAllByRole('button')
		.map((button) => button.textContent.trim());
}

test('offers only what the chat takes, in its own spelling and order', () => {
	renderPicker({ allowedReactions: ['❤', '👍', 'thumbsdown'], customEmojiReactions: true });
	expect(choices()).toEqual(['❤', '👍', 'thumbsdown']);
	expect(screen.queryByRole('textbox')).toBeNull();
});

test('the first choice has the focus, and Escape closes', async () => {
	const { user, onclose } = renderPicker({ allowedReactions: ['❤', '👍'] });
	expect(document.activeElement).toBe(screen.getByRole('button', { name: '❤' }));
	await user.keyboard('{Escape}');
	expect(onclose).toHaveBeenCalledOnce();
});

test('the user’s own reaction is removed in any spelling', async () => {
	const { user, onreact } = renderPicker({ allowedReactions: ['❤', '👍'] }, ['❤️']);
	await user.click(screen.getByRole('button', { name: '❤', pressed: true }));
	const mutation = { kind: 'unreact', chatID: 'chat', messageID: 'message', reactionKey: '❤️' };
	expect(onreact).toHaveBeenCalledExactlyOnceWith(mutation);
});

test('says that the one reaction there may be is replaced', () => {
	renderPicker({ allowedReactions: ['❤', '👍'], reactionCount: 1 }, ['👍']);
	expect(screen.getByText(/Another replaces your 👍/)).toBeTruthy();
	expect(screen.getByRole<HTMLButtonElement>('button', { name: '❤' }).disabled).toBe(false);
});

test('beyond the allowed number only the user’s own reactions can be chosen', () => {
	renderPicker({ allowedReactions: ['❤', '👍', '🎉'], reactionCount: 2 }, ['👍', '🎉']);
	expect(screen.getByText(/Up to 2 reactions per message/)).toBeTruthy();
	const disabled = screen
		.getAllByRole<HTMLButtonElement>('button', { name: /^(❤|👍|🎉)$/u })
		.filter((button) => button.disabled);
	expect(disabled.map((button) => button.textContent.trim())).toEqual(['❤']);
});

test('an empty list is none', () => {
	renderPicker({ allowedReactions: [] });
	expect(screen.getByText('This chat doesn’t list any allowed reactions.')).toBeTruthy();
	expect(screen.queryByRole('button')).toBeNull();
});

test('a reaction listed in two spellings is offered once, in the first', () => {
	renderPicker({ allowedReactions: ['❤️', '👍', '❤', '👍'] });
	expect(choices()).toEqual(['❤️', '👍']);
});

test('shows what the reaction at the focus would send', async () => {
	const { user } = renderPicker({ allowedReactions: ['❤', '👍'] }, ['👍']);
	function shown() {
		return document.querySelector('pre')?.textContent;
	}
	expect(shown()).toBe('POST /react/chat/message/❤');
	await user.tab();
	expect(shown()).toBe('POST /unreact/chat/message/👍');
	await user.hover(screen.getByRole('button', { name: '❤' }));
	expect(shown()).toBe('POST /react/chat/message/❤');
});

test('Escape closes from the request too', async () => {
	const { user, onclose } = renderPicker({ allowedReactions: ['❤'] });
	screen.getByText('Show request').focus();
	await user.tab();
	await user.keyboard('{Escape}');
	expect(onclose).toHaveBeenCalledOnce();
});
