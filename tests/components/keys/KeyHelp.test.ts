import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, test, vi } from 'vitest';
import KeyHelp from '$lib/components/keys/KeyHelp.svelte';
import { CHAT_PAGE_KEYS, COMMON_KEYS, KEY_BINDINGS } from '$lib/domain/keys';
import { openDialogs } from '../../fixtures/dialog';

beforeAll(openDialogs);

test.for([
	['the list', KEY_BINDINGS],
	['a chat', CHAT_PAGE_KEYS],
	['other pages', COMMON_KEYS]
] as const)('lists every key of %s', ([, bindings]) => {
	render(KeyHelp, { bindings, onclose: vi.fn() });
	const dialog = within(screen.getByRole('dialog', { name: 'Keyboard shortcuts' }));
	expect(dialog.getAllByRole('term').map(({ textContent }) => textContent)).toEqual(
		bindings.map(({ label }) => label)
	);
});

test('a sequence of two keys is shown in order', () => {
	render(KeyHelp, { bindings: KEY_BINDINGS, onclose: vi.fn() });
	const row = screen.getByText('Go to chats').parentElement ?? document.body;
	expect(within(row).getByRole('definition').textContent?.replace(/\s+/g, ' ').trim()).toMatch(
		/g ?then ?c/
	);
});

test('is closed', async () => {
	const onclose = vi.fn();
	render(KeyHelp, { bindings: KEY_BINDINGS, onclose });
	await userEvent.setup().click(screen.getByRole('button', { name: 'Close' }));
	expect(onclose).toHaveBeenCalledOnce();
});
