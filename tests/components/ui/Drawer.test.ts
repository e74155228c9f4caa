import { render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { beforeAll, expect, test, vi } from 'vitest';
import Drawer from '$lib/components/ui/Drawer.svelte';
import { openDialogs } from '../../fixtures/dialog';

beforeAll(openDialogs);

test('gives the focus back to what had it', async () => {
	const opener = document.createElement('button');
	document.body.append(opener);
	opener.focus();
	const children = createRawSnippet(() => ({ render: () => '<p>Filters</p>' }));
	const props = { label: 'Filters', onclose: vi.fn(), children };
	const { rerender } = render(Drawer, { open: true, ...props });
	screen.getByRole('button', { name: 'Close' }).focus();
	await rerender({ open: false });
	expect(document.activeElement).toBe(opener);
	opener.remove();
});
