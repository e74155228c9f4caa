import { fireEvent, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import SnapshotPlace from '$lib/components/snapshot/SnapshotSlot.svelte';

const FILE = new File(['{}'], 'may.json', { type: 'application/json' });

function show(props: { problem?: string; opened?: { name: string; about: string } } = {}) {
	const onfile = vi.fn();
	const onremove = vi.fn();
	const { rerender } = render(SnapshotPlace, {
		label: 'Before',
		invitation: 'Choose a file',
		onfile,
		onremove,
		...props
	});
	return { onfile, onremove, rerender };
}

test('a chosen file is handed on, the same one twice too', async () => {
	const user = userEvent.setup();
	const { onfile } = show();
	const field = screen.getByLabelText('Before: choose a file');
	await user.upload(field, FILE);
	await user.upload(field, FILE);
	expect(onfile.mock.calls).toEqual([[FILE], [FILE]]);
});

test('a file dropped here has found its place', async () => {
	const { onfile } = show();
	const group = screen.getByRole('group', { name: 'Before' });
	const untaken = await fireEvent.drop(group, { dataTransfer: { files: [FILE] } });
	expect(onfile).toHaveBeenCalledWith(FILE);
	expect(untaken).toBe(false);
});

test('what is open is named, and can be closed', async () => {
	const user = userEvent.setup();
	const { onremove } = show({ opened: { name: 'may.json', about: '31 May 2026' } });
	expect(screen.getByRole('group').textContent).toMatch(/may\.json\s+31 May 2026/);
	await user.click(screen.getByRole('button', { name: 'Close “Before” snapshot' }));
	expect(onremove).toHaveBeenCalledOnce();
});

test('an empty place has nothing to close', () => {
	show();
	expect(screen.queryByRole('button')).toBeNull();
});

test('what went wrong is said at once', () => {
	show({ problem: 'Not a snapshot.' });
	expect(screen.getByRole('alert').textContent).toBe('Not a snapshot.');
});

test('once a snapshot is removed, the field for another has the focus', async () => {
	const { rerender } = show({ opened: { name: 'may.json', about: '31 May 2026' } });
	screen.getByRole('button', { name: 'Close “Before” snapshot' }).focus();
	await rerender({ opened: undefined });
	expect(document.activeElement).toBe(screen.getByLabelText('Before: choose a file'));
});
