import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import NetworkChoice from '$lib/components/chat-filters/NetworkChoice.svelte';
import { parseView } from '$lib/domain/chat-list/view-url';

const NAMES = 'WhatsApp Telegram Signal Slack Discord iMessage LINE Bluesky Twitter Matrix'.split(
	' '
);
const choices = NAMES.map((name, place) => ({
	network: { key: name.toLowerCase(), name },
	count: 100 - place
}));

function renderChoice(query = '') {
	const { view } = parseView(query);
	render(NetworkChoice, { view, choices, onchange: vi.fn() });
	return userEvent.setup();
}

function names() {
	return screen.getAllByRole('checkbox').map((box) => box.getAttribute('aria-label'));
}

test('the five most used networks are shown, and the chosen ones', () => {
	renderChoice('network=bluesky');
	expect(names()).toEqual([...NAMES.slice(0, 5), 'Bluesky']);
	expect(screen.getByRole('button', { name: '4 more' })).toBeTruthy();
});

test('the rest unfolds, is found by typing, and folds again', async () => {
	const user = renderChoice();
	await user.click(screen.getByRole('button', { name: '5 more' }));
	expect(names()).toEqual(NAMES);
	await user.type(screen.getByRole('searchbox', { name: 'Find a network' }), 'li');
	expect(names()).toEqual(['LINE']);
	await user.type(screen.getByRole('searchbox'), 'x');
	expect(screen.getByText('No network named “lix”.')).toBeTruthy();
	await user.click(screen.getByRole('button', { name: 'Show fewer' }));
	expect(names()).toEqual(NAMES.slice(0, 5));
});
