import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import CopyButton from '$lib/components/ui/CopyButton.svelte';

test('that it has copied is announced in a region that was there before, until it is left', async () => {
	const user = userEvent.setup();
	const { container } = render(CopyButton, { class: '', label: 'Copy', oncopy: () => {} });
	const region = container.querySelector('[aria-live=polite]');
	expect(region?.textContent).toBe('');
	await user.click(screen.getByRole('button', { name: 'Copy' }));
	expect(screen.getByRole('button', { name: 'Copied' })).toBeTruthy();
	expect(region?.isConnected && region.textContent).toBe('Copied');
	await user.tab();
	expect(region?.textContent).toBe('');
});
