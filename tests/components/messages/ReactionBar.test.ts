import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import ReactionBar from '$lib/components/messages/ReactionBar.svelte';
import type { Capabilities } from '$lib/domain/capabilities/model';
import type { MessageReaction } from '$lib/domain/chat/message';
import { makeChat } from '../../fixtures/chats';
import { makeMessage, makeReaction } from '../../fixtures/messages';

const NAMES = new Map([
	['me', 'You'],
	['bob', 'Bob']
]);

function renderBar(reactions: readonly MessageReaction[], overrides: object = {}) {
	const onreact = vi.fn();
	render(ReactionBar, {
		chat: makeChat({ id: 'chat' }),
		message: makeMessage({ id: 'message', reactions }),
		selfID: 'me',
		naming: (id: string) => NAMES.get(id) ?? id,
		permission: { kind: 'allowed' },
		isPending: () => false,
		onreact,
		...overrides
	});
	return { user: userEvent.setup(), onreact };
}

function withCapabilities(capabilities: Capabilities) {
	return { chat: makeChat({ id: 'chat', capabilities }) };
}

test('groups equal reactions, names the people, and marks the user’s own', () => {
	renderBar([makeReaction('bob', '❤️'), makeReaction('me', '❤'), makeReaction('bob', '👍')]);
	const own = screen.getByRole('button', { name: '❤️ 2, Bob and You', pressed: true });
	expect(own.title).toBe('Bob and You');
	expect(screen.getByRole('button', { name: '👍 1, Bob', pressed: false })).toBeTruthy();
});

test('adds an existing reaction in the server’s spelling, once for each press', async () => {
	const { user, onreact } = renderBar([makeReaction('bob', '❤️')]);
	await user.click(screen.getByRole('button', { name: /^❤️/ }));
	const mutation = { kind: 'react', chatID: 'chat', messageID: 'message', reactionKey: '❤️' };
	expect(onreact).toHaveBeenCalledExactlyOnceWith(mutation);
});

test('removes the user’s own reaction in its original spelling', async () => {
	const { user, onreact } = renderBar([makeReaction('bob', '❤️'), makeReaction('me', '❤')]);
	await user.click(screen.getByRole('button', { name: /^❤️/ }));
	const mutation = { kind: 'unreact', chatID: 'chat', messageID: 'message', reactionKey: '❤' };
	expect(onreact).toHaveBeenCalledExactlyOnceWith(mutation);
});

test('ignores presses while one is pending, and keeps the focus', async () => {
	const { user, onreact } = renderBar([makeReaction('bob')], { isPending: () => true });
	const chip = screen.getByRole('button', { name: /^👍/ });
	await user.dblClick(chip);
	expect(onreact).not.toHaveBeenCalled();
	expect(chip.getAttribute('aria-disabled')).toBe('true');
	expect(document.activeElement).toBe(chip);
});

test('warns where a reaction takes the place of another', () => {
	renderBar(
		[makeReaction('bob', '👍'), makeReaction('me', '🎉')],
		withCapabilities({ reactionCount: 1 })
	);
	expect(screen.getByRole('button', { name: /^👍/ }).title).toBe('Bob. Replaces your 🎉');
});

test('beyond the allowed number only the user’s own reactions can be pressed', () => {
	const own = [makeReaction('me', '🎉'), makeReaction('me', '🙏')];
	renderBar([makeReaction('bob', '👍'), ...own], withCapabilities({ reactionCount: 2 }));
	const names = screen.getAllByRole('button').map((chip) => chip.textContent.trim());
	expect(names.map((name) => name.slice(0, 2))).toEqual(['🎉', '🙏']);
});

test('a network’s own emoji is not told by its address', () => {
	renderBar([{ key: 'mxc://beeper/abc', participantID: 'bob', isEmoji: false }]);
	expect(screen.getByRole('button', { name: 'custom emoji 1, Bob' })).toBeTruthy();
});

test('says to the eye who reacted, beside the count', () => {
	renderBar([makeReaction('bob', '❤️'), makeReaction('me', '❤️')]);
	const chip = screen.getByRole('button', { name: /^❤️/ });
	expect(chip.textContent.replace(/\s+/g, ' ').trim()).toBe('❤️ 2 Bob and You');
	expect(screen.queryByText('Who reacted')).toBeNull();
});

test.for([
	['many people', ['bob', 'me', 'cy', 'di'], '👍 4 Bob, You and 2 more', '👍 Bob, You, cy and di'],
	['long names', ['x'.repeat(9000)], `👍 1 ${'x'.repeat(24)}…`, `👍 ${'x'.repeat(9000)}`]
] as const)('where there is no room for %s, all can be unfolded', ([, people, short, all]) => {
	renderBar(people.map((id) => makeReaction(id)));
	const chip = screen.getByRole('button', { name: /^👍/ });
	expect(chip.textContent.replace(/\s+/g, ' ').trim()).toBe(short);
	const list = screen.getByRole('list', { name: 'Who reacted', hidden: true });
	expect(list.textContent.trim()).toBe(all);
});

test.for([
	['the first of them', {}, 'button', /^r20 /],
	['the list', { permission: { kind: 'refused', reason: 'No.' } }, 'list', 'Reactions']
] as const)(
	'once the other reactions are shown, %s has the focus',
	async ([, props, role, name]) => {
		const many = Array.from({ length: 30 }, (_, index) => makeReaction('bob', `r${index}`));
		const { user } = renderBar(many, props);
		await user.click(screen.getByRole('button', { name: '10 more reactions' }));
		expect(document.activeElement).toBe(screen.getByRole(role, { name }));
	}
);
