import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import BulkProgress from '$lib/components/bulk/BulkProgress.svelte';

const props = {
	words: 'Archive 403 chats',
	finished: 120,
	total: 403,
	done: 118,
	failed: 2,
	unknown: 0,
	isStopping: false,
	onstop: vi.fn()
};

test('shows the progress and the outcomes so far', () => {
	render(BulkProgress, props);
	const bar = screen.getByRole('progressbar', { name: 'Archive 403 chats' });
	expect(bar.getAttribute('aria-valuenow')).toBe('120');
	expect(bar.getAttribute('aria-valuemax')).toBe('403');
	expect(screen.getByText('120 of 403: 118 done, 2 failed')).toBeTruthy();
});

test('can be stopped', async () => {
	const onstop = vi.fn();
	render(BulkProgress, { ...props, onstop });
	await userEvent.setup().click(screen.getByRole('button', { name: 'Stop' }));
	expect(onstop).toHaveBeenCalledOnce();
});

test('says that it is stopping', () => {
	render(BulkProgress, { ...props, isStopping: true });
	expect(screen.getByText('Stopping')).toBeTruthy();
	expect(screen.getByRole('button', { name: 'Stop' }).getAttribute('aria-disabled')).toBe('true');
});

test('takes the focus when no element has it, so that Tab continues from there', () => {
	render(BulkProgress, props);
	expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Progress' }));
});
