import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import MessageRow from '$lib/components/messages/MessageRow.svelte';
import { makeChat } from '../../fixtures/chats';
import { makeMessage, makeReaction } from '../../fixtures/messages';

const message = makeMessage({ reactions: [makeReaction('bob')] });

function renderRow(overrides: object = {}) {
	const onreact = vi.fn();
	render(MessageRow, {
		chat: makeChat({ id: 'chat', capabilities: { allowedReactions: ['👍', '❤️'] } }),
		message,
		selfID: 'me',
		quoted: undefined,
		naming: (id: string) => (id === 'bob' ? 'Bob' : id),
		now: 0,
		permission: { kind: 'allowed' },
		isPending: () => false,
		onreact,
		onopen: vi.fn(),
		onjump: vi.fn(),
		...overrides
	});
	return { user: userEvent.setup(), onreact };
}

test('where reactions are refused the control says why, and who reacted is still told', () => {
	renderRow({ permission: { kind: 'refused', reason: 'IRC chats don’t allow reactions.' } });
	const react = screen.getByRole<HTMLButtonElement>('button', { name: 'React' });
	expect([react.disabled, react.title]).toEqual([true, 'IRC chats don’t allow reactions.']);
	expect(screen.queryByRole('button', { name: /^👍/ })).toBeNull();
	expect(screen.getByRole('list', { name: 'Reactions' }).textContent).toMatch(/👍\s*1, Bob/);
});

test('a reaction is chosen from those the chat takes, and the focus returns', async () => {
	const { user, onreact } = renderRow();
	const react = screen.getByRole('button', { name: 'React', expanded: false });
	await user.click(react);
	expect(react.getAttribute('aria-expanded')).toBe('true');
	await user.click(screen.getByRole('button', { name: '❤️' }));
	expect(onreact).toHaveBeenCalledExactlyOnceWith({
		kind: 'react',
		chatID: 'chat',
		messageID: message.id,
		reactionKey: '❤️'
	});
	expect(screen.queryByRole('group', { name: 'Choose a reaction' })).toBeNull();
	expect(document.activeElement).toBe(react);
});
