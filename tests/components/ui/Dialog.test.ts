import { render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { beforeAll, expect, test, vi } from 'vitest';
import Dialog from '$lib/components/ui/Dialog.svelte';
import { openDialogs, pressEscape } from '../../fixtures/dialog';

beforeAll(openDialogs);

const children = createRawSnippet(() => ({
	render: () => '<p><button>First</button><button data-first-focus>Second</button></p>'
}));

function open() {
	const onclose = vi.fn();
	return { onclose, ...render(Dialog, { title: 'Keys', onclose, children }) };
}

test('has a name, and the focus where it was asked to be', () => {
	open();
	expect(screen.getByRole('dialog', { name: 'Keys' })).toHaveProperty('open', true);
	expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Second' }));
});

test('Escape asks the page to take it away', () => {
	const { onclose } = open();
	pressEscape(screen.getByRole('dialog'));
	expect(onclose).toHaveBeenCalledOnce();
});

test('gives the focus back to what had it', () => {
	const opener = document.createElement('button');
	document.body.append(opener);
	opener.focus();
	const { unmount } = open();
	unmount();
	expect(document.activeElement).toBe(opener);
	opener.remove();
});
