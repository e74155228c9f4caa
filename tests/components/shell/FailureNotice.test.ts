import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import FailureNotice from '$lib/components/shell/FailureNotice.svelte';
import { describeError } from '$lib/domain/connection/error-messages';
import { SourceError } from '$lib/domain/connection/source-error';

test('says what happened, what to do and what the server said, and lets try again', async () => {
	const onretry = vi.fn();
	const words = describeError(new SourceError('server-fault', { says: 'disk I/O error' }));
	render(FailureNotice, { words, onretry });
	const { textContent } = screen.getByRole('alert');
	expect(textContent).toContain(words.title);
	expect(textContent).toContain(words.next);
	expect(textContent).toContain('disk I/O error');
	await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
	expect(onretry).toHaveBeenCalledOnce();
});
