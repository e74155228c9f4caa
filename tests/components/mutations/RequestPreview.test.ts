import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import RequestPreview from '$lib/components/mutations/RequestPreview.svelte';
import { copyText } from '$lib/components/ui/copy';
import { openDialogs, pressEscape } from '../../fixtures/dialog';

beforeAll(openDialogs);
afterEach(() => vi.unstubAllGlobals());

/** @param clipboard - the browser's clipboard; undefined in an insecure context */
async function copyWith(clipboard: { writeText: (text: string) => Promise<void> } | undefined) {
	const user = userEvent.setup();
	vi.stubGlobal('navigator', { clipboard });
	const requests = [
		{ method: 'POST', path: '/v1/a' },
		{ method: 'DELETE', path: '/v1/b' }
	] as const;
	render(RequestPreview, { requests, of: 'Reminder', oncopy: ({ path }) => copyText(path) });
	await user.click(screen.getByText(/^Show requests/));
	const button = screen.getAllByRole('button', { name: 'Copy as curl' })[1];
	if (button) await user.click(button);
	return user;
}

test('says that it was copied, where it was', async () => {
	const writeText = vi.fn(() => Promise.resolve());
	await copyWith({ writeText });
	expect(writeText).toHaveBeenCalledExactlyOnceWith('/v1/b');
	const buttons = screen.getAllByRole('button').map(({ textContent }) => textContent.trim());
	expect(buttons).toEqual(['Copy as curl', 'Copied']);
});

test.for([
	[
		'is not permitted',
		{ writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) }
	],
	['has no clipboard', undefined]
] as const)('where the page %s it says so, and the text can be selected', async ([, clipboard]) => {
	await copyWith(clipboard);
	const dialog = screen.getByRole('dialog', { name: 'Couldn’t copy' });
	const text = screen.getByRole<HTMLTextAreaElement>('textbox');
	expect([text.value, text.readOnly]).toEqual(['/v1/b', true]);
	expect(document.activeElement).toBe(text);
	expect(text.value.slice(text.selectionStart, text.selectionEnd)).toBe('/v1/b');
	expect(screen.queryByText('Copied')).toBeNull();
	pressEscape(dialog);
	await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
	expect(document.activeElement?.textContent).toContain('Copy as curl');
});
