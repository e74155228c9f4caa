import { render, screen } from '@testing-library/svelte';
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
