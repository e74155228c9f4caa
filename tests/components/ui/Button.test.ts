import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import Button from '$lib/components/ui/Button.svelte';

const children = createRawSnippet(() => ({ render: () => '<span>Undo</span>' }));

test('one that can’t be pressed now is reached by keyboard, says why, and does nothing', async () => {
	const user = userEvent.setup();
	const onclick = vi.fn();
	render(Button, { children, onclick, refusal: 'Read-only is on.' });
	await user.tab();
	const button = screen.getByRole('button', { name: 'Undo', description: 'Read-only is on.' });
	expect(document.activeElement).toBe(button);
	await user.keyboard('{Enter}');
	expect(onclick).not.toHaveBeenCalled();
	expect(button.ariaDisabled).toBe('true');
});
