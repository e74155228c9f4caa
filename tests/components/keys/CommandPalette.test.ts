import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, test, vi } from 'vitest';
import CommandPalette from '$lib/components/keys/CommandPalette.svelte';
import { openDialogs, pressEscape } from '../../fixtures/dialog';

beforeAll(openDialogs);

const COMMANDS = [
	{ id: 'inbox', name: 'Inbox', hint: 'Chats', section: 'Go to' },
	{ id: 'archive', name: 'Archive', keys: 'e', disabledReason: 'Read-only is on' },
	{ id: 'theme', name: 'Dark theme', section: 'Settings' }
];

function open(more = {}) {
	const calls = { onrun: vi.fn(), onclose: vi.fn() };
	render(CommandPalette, { commands: COMMANDS, ...more, ...calls });
	return { ...calls, user: userEvent.setup() };
}

/** The active option of the combobox. */
function active() {
	const id = screen.getByRole('combobox').getAttribute('aria-activedescendant') ?? '';
	return document.getElementById(id);
}

test('begins in its field, with every command and the first chosen', () => {
	open();
	expect(document.activeElement).toBe(
		screen.getByRole('combobox', { name: 'Find a chat, filter or command' })
	);
	expect(screen.getAllByRole('option')).toHaveLength(3);
	expect(active()).toBe(screen.getByRole('option', { name: /Inbox/, selected: true }));
});

test('finds by words and runs with Enter', async () => {
	const { user, onrun } = open();
	await user.keyboard('theme{Enter}');
	expect(onrun).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'theme' }));
});

test('arrow keys go round', async () => {
	const { user, onrun } = open();
	await user.keyboard('{ArrowUp}');
	expect(active()?.textContent).toContain('Archive');
	await user.keyboard('{ArrowDown}{Enter}');
	expect(onrun).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'inbox' }));
});

test('what cannot be done now says why, and is not done', async () => {
	const { user, onrun } = open();
	const option = screen.getByRole('option', { name: /Archive.*Read-only is on/ });
	expect(option.getAttribute('aria-disabled')).toBe('true');
	await user.keyboard('archive{Enter}');
	await user.click(option);
	expect(onrun).not.toHaveBeenCalled();
});

test('a click runs', async () => {
	const { user, onrun } = open();
	await user.click(screen.getByRole('option', { name: /Dark theme/ }));
	expect(onrun).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'theme' }));
});

test('a held Enter runs once', async () => {
	const { user, onrun } = open();
	await user.keyboard('{Enter>3/}');
	expect(onrun).toHaveBeenCalledOnce();
});

test('commands stand under headings, what cannot be done now last', () => {
	open();
	const groups = screen
		.getAllByRole('group')
		.map((group) => [
			group.getAttribute('aria-label'),
			within(group).getAllByRole('option').length
		]);
	expect(groups).toEqual([
		['Go to', 1],
		['Settings', 1],
		['Not available', 1]
	]);
});

test('what else a text means is found with the commands, and the last entries are always there', async () => {
	const { user, onrun } = open({
		findMore: (text: string) => [{ id: 'chat', name: `Theme ${text}`, section: 'Chats' }],
		getLast: (text: string) => [
			{ id: 'search', name: `Search for “${text}”` },
			{ id: 'ask', name: `Ask about “${text}”` }
		]
	});
	expect(screen.getAllByRole('option')).toHaveLength(3);
	await user.keyboard('the');
	expect(screen.getAllByRole('option').map(({ textContent }) => textContent.trim())).toEqual([
		...['Theme the', 'Dark theme', 'Search for “the”'],
		'Ask about “the”'
	]);
	await user.keyboard('{ArrowUp}{ArrowUp}{Enter}');
	expect(onrun).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'search' }));
});

test('says so when nothing is found', async () => {
	const { user, onrun } = open();
	await user.keyboard('nothing of the kind{Enter}');
	expect(screen.getByRole('status').textContent).toBe('No results for “nothing of the kind”');
	expect(onrun).not.toHaveBeenCalled();
});

test('Escape and its own key close it', async () => {
	const { user, onclose } = open();
	pressEscape(screen.getByRole('dialog', { name: 'Commands' }));
	expect(onclose).toHaveBeenCalledOnce();
	await user.keyboard('{Control>}k{/Control}');
	expect(onclose).toHaveBeenCalledTimes(2);
});
