import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import BulkProgress from '$lib/components/bulk/BulkProgress.svelte';
import { StillObserver } from '../../fixtures/layout';

beforeAll(() => {
	vi.stubGlobal('ResizeObserver', StillObserver);
});
afterAll(() => {
	vi.unstubAllGlobals();
});

const props = {
	words: 'Archiving 403 chats',
	finished: 120,
	total: 403,
	failed: 2,
	unknown: 0,
	onstop: vi.fn()
};

test('shows the progress, the failures so far and an estimate', () => {
	render(BulkProgress, { ...props, secondsLeft: 14 });
	const bar = screen.getByRole('progressbar', { name: 'Archiving 403 chats' });
	expect(bar.getAttribute('aria-valuenow')).toBe('120');
	expect(bar.getAttribute('aria-valuemax')).toBe('403');
	expect(screen.getByText('120 of 403 · 2 failed · about 14 s')).toBeTruthy();
});

test('can be stopped', async () => {
	const onstop = vi.fn();
	render(BulkProgress, { ...props, onstop });
	await userEvent.setup().click(screen.getByRole('button', { name: 'Stop' }));
	expect(onstop).toHaveBeenCalledOnce();
});

test('can be stopped and undone, unless it is an undo itself', async () => {
	const onundo = vi.fn();
	const { rerender } = render(BulkProgress, { ...props, onundo });
	await userEvent.setup().click(screen.getByRole('button', { name: 'Stop and undo' }));
	expect(onundo).toHaveBeenCalledOnce();
	await rerender({ ...props, onundo, stopping: 'undo' });
	expect(screen.getByText('Stopping and undoing…')).toBeTruthy();
	await rerender({ ...props, onundo: undefined, stopping: undefined });
	expect(screen.queryByRole('button', { name: 'Stop and undo' })).toBeNull();
});

test('says that it is stopping', () => {
	render(BulkProgress, { ...props, stopping: 'stop' });
	expect(screen.getByRole('status').textContent).toBe('Stopping…');
	expect(screen.getByRole('button', { name: 'Stop' }).getAttribute('aria-disabled')).toBe('true');
});

test('takes the focus when no element has it, so that Tab continues from there', () => {
	render(BulkProgress, props);
	expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Progress' }));
});
