import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import ViewProblems from '$lib/components/shell/ViewProblems.svelte';
import { parseView } from '$lib/domain/chat-list/view-url';

test('says which values of the address were ignored, and what would do', () => {
	const { problems } = parseView('archived=maybe');
	render(ViewProblems, { problems });
	expect(screen.getByRole('status').textContent).toContain(
		'“maybe” isn’t a value for archived: expected yes or no.'
	);
});

test('says nothing of an address that was understood', () => {
	render(ViewProblems, { problems: [] });
	expect(screen.queryByRole('status')).toBeNull();
});
