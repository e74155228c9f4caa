import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import SnapshotChanges from '$lib/components/snapshot/SnapshotChanges.svelte';
import type { Capabilities } from '$lib/domain/capabilities/model';
import { makeSnapshot, makeSnapshotColumn } from '../../fixtures/snapshots';

function show(before: Capabilities, after: Capabilities) {
	render(SnapshotChanges, {
		before: makeSnapshot({ columns: [makeSnapshotColumn([before])] }),
		after: makeSnapshot({ serverVersion: '4.3.0', columns: [makeSnapshotColumn([after])] })
	});
}

test('a line for each change, below since when', () => {
	show({ poll: 'unsupported' }, { poll: 'full' });
	const list = screen.getByRole('list', { name: 'Since 4.2.808' });
	expect(list.textContent.trim()).toBe('Signal polls Unsupported → Full');
});

test('the changes are copied as they stand', async () => {
	const user = userEvent.setup();
	show({ poll: 'unsupported' }, { poll: 'full' });
	await user.click(screen.getByRole('button', { name: 'Copy changes' }));
	expect(await navigator.clipboard.readText()).toBe(
		'Since 4.2.808:\nSignal polls Unsupported → Full'
	);
});

test('nothing has changed is an answer too', () => {
	show({ poll: 'full' }, { poll: 'full' });
	expect(screen.getByText('No changes')).toBeDefined();
	expect(screen.queryByRole('button')).toBeNull();
});

test('of very many changes the first are listed, and the rest counted', () => {
	const features = Array.from({ length: 400 }, (_, index) => `feature ${index}`);
	show(
		{ formatting: Object.fromEntries(features.map((name) => [name, 'full'])) },
		{ formatting: Object.fromEntries(features.map((name) => [name, 'dropped'])) }
	);
	expect(screen.getAllByRole('listitem')).toHaveLength(300);
	expect(screen.getByText(/And 100 more/)).toBeDefined();
});
