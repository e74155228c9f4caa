import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { ShownRequest } from '$lib/components/mutations/action-props';
import MessageRow from '$lib/components/messages/MessageRow.svelte';
import type { Mutation } from '$lib/domain/mutations/mutation';
import { makeChat } from '../../fixtures/chats';
import { makeMessage, makeReaction } from '../../fixtures/messages';

const message = makeMessage({ reactions: [makeReaction('bob')] });

function getRequests(mutation: Mutation): readonly ShownRequest[] {
	return [{ method: 'POST', path: `/${Object.values(mutation).join('/')}` }];
}

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
		getRequests,
		oncopy: vi.fn(),
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
	expect(screen.getByRole('list', { name: 'Reactions' }).textContent).toMatch(/👍\s*1\s*Bob/);
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

test('shows what each of its buttons would send', () => {
	renderRow({
		message: { ...message, reactions: [makeReaction('bob'), makeReaction('me', '❤️')] }
	});
	const shown = screen.getAllByRole('listitem', { hidden: true });
	const texts = shown.map((item) => item.textContent.replace(/\s+/g, ' ').trim());
	expect(texts).toEqual(
		expect.arrayContaining([
			`Open in Beeper Copy as curl POST /focus/chat/${message.id}`,
			`React 👍 Copy as curl POST /react/chat/${message.id}/👍`,
			`Remove ❤️ Copy as curl POST /unreact/chat/${message.id}/❤️`
		])
	);
});

test('an address in the text leads there without telling where from', () => {
	renderRow({ message: { ...message, text: 'See https://example.com/a, or javascript:alert(1)' } });
	const link = screen.getByRole<HTMLAnchorElement>('link');
	expect([link.href, link.target, link.rel]).toEqual([
		'https://example.com/a',
		'_blank',
		'noreferrer noopener'
	]);
	expect(link.parentElement?.textContent).toBe('See https://example.com/a, or javascript:alert(1)');
});

test('once a text is shown whole, it has the focus of the button that has gone', async () => {
	const text = 'x'.repeat(9_000);
	const { user } = renderRow({ message: makeMessage({ text }) });
	await user.click(screen.getByRole('button', { name: 'Show all 9,000 characters' }));
	expect(document.activeElement).toBe(screen.getByText(text));
});
