import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import StartingBanner from '$lib/components/shell/StartingBanner.svelte';

test.for([
	[{ count: 400, asOf: '3 min ago' }, 'Showing 400 chats from 3 min ago.'],
	[{ count: 1, asOf: '3 min ago' }, 'Showing 1 chat from 3 min ago.'],
	[{ count: 3 }, '3 chats so far.'],
	[{ count: 0 }, 'Chats appear here as soon as it’s ready.']
] as const)('%j: says what is shown meanwhile', ([props, words]) => {
	render(StartingBanner, { ...props, onretry: vi.fn() });
	const said = screen.getByRole('status').textContent.replaceAll(/\s+/g, ' ').trim();
	expect(said).toBe(`Beeper may still be starting. ${words}`);
});

test('asks again when told to', async () => {
	const onretry = vi.fn();
	render(StartingBanner, { count: 3, onretry });
	await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
	expect(onretry).toHaveBeenCalledOnce();
});
