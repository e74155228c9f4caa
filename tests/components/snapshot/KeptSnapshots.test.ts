import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import KeptSnapshots from '$lib/components/snapshot/KeptSnapshots.svelte';

test('says that none is kept, and takes one, only once they have been read', async () => {
	const calls = { ontake: vi.fn(), onopen: vi.fn(), onsave: vi.fn(), onremove: vi.fn() };
	const { rerender } = render(KeptSnapshots, { kept: undefined, ...calls });
	expect(screen.getByRole('heading', { name: 'Kept in this browser' })).toBeTruthy();
	expect(screen.queryByText('No snapshots yet')).toBeNull();
	expect(screen.queryByRole('button')).toBeNull();
	await rerender({ kept: [] });
	expect(screen.getByText('No snapshots yet')).toBeTruthy();
	expect(screen.getByRole('button', { name: 'Take a snapshot' })).toBeTruthy();
});

test('where none are kept it says why, instead of “No snapshots yet”', () => {
	const calls = { onopen: vi.fn(), onsave: vi.fn(), onremove: vi.fn() };
	render(KeptSnapshots, { kept: [], whyNone: 'Snapshots of sample data aren’t kept.', ...calls });
	expect(screen.getByText('Snapshots of sample data aren’t kept.')).toBeTruthy();
	expect(screen.queryByText('No snapshots yet')).toBeNull();
});

test.for(['before', 'after'] as const)('says that it opens a snapshot as %s', async (place) => {
	const calls = { onopen: vi.fn(), onsave: vi.fn(), onremove: vi.fn() };
	const snapshot = { taken: '2026-10-03', about: '3 October 2026', fragment: 'snapshot=x' };
	render(KeptSnapshots, { kept: [snapshot], ...calls });
	const button = screen.getByRole('button', { name: `Open as ${place}: 3 October 2026` });
	expect(button.textContent.trim()).toBe(`Open as ${place}`);
	await userEvent.click(button);
	expect(calls.onopen).toHaveBeenCalledWith(place, snapshot);
});

test('when a snapshot is removed, the focus goes to the next one, then to what is left', async () => {
	const calls = { ontake: vi.fn(), onopen: vi.fn(), onsave: vi.fn(), onremove: vi.fn() };
	const [first, second] = ['2026-05-01', '2026-06-01'].map((taken) => ({
		taken,
		about: taken,
		fragment: ''
	}));
	if (!first || !second) throw new Error('No snapshots');
	const { rerender } = render(KeptSnapshots, { kept: [first, second], ...calls });
	screen.getByRole('button', { name: /^Remove: 1 May/ }).focus();
	await rerender({ kept: [second] });
	expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Remove: 1 June/ }));
	await rerender({ kept: [] });
	expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Take a snapshot' }));
});
