import { render } from '@testing-library/svelte';
import { beforeAll, expect, test, vi } from 'vitest';
import Coming from '$lib/components/ui/Coming.svelte';
import { Later } from '$lib/components/ui/later.svelte';
import { openDialogs, pressEscape } from '../../fixtures/dialog';

beforeAll(openDialogs);

function never() {
	return new Promise<never>(() => {});
}

test('holds what is pressed meanwhile, and closes by Escape', () => {
	const onclose = vi.fn();
	render(Coming, { of: new Later(never), onclose });
	const dialog = document.querySelector('dialog');
	expect(dialog?.open).toBe(true);
	if (dialog) pressEscape(dialog);
	expect(onclose).toHaveBeenCalledOnce();
});

test('closes what cannot be fetched', async () => {
	const onclose = vi.fn();
	render(Coming, { of: new Later(() => Promise.reject(new TypeError('gone'))), onclose });
	await expect.poll(() => onclose.mock.calls.length).toBe(1);
});

test('gives the focus back when it goes', async () => {
	const button = document.body.appendChild(document.createElement('button'));
	button.focus();
	const part = new Later(never);
	const { unmount } = render(Coming, { of: part, onclose: vi.fn() });
	unmount();
	expect(document.activeElement).toBe(button);
	button.remove();
});
