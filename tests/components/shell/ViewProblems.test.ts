import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import ViewProblems from '$lib/components/shell/ViewProblems.svelte';
import { findUnknownFilterValues, parseView } from '$lib/domain/chat-list/view-url';

test('says which values of the address are not known, and which would be', () => {
	const { problems } = parseView('archived=maybe');
	render(ViewProblems, { problems, query: 'archived=maybe' });
	expect(screen.getByRole('status').textContent).toContain(
		'“archived” can be yes or no, not “maybe”.'
	);
});

test('leads to the network that was probably meant, with the rest of the address', () => {
	const query = '?network=whatsup&network=signal&sort=title';
	const networks = [
		{ key: 'whatsapp', name: 'WhatsApp' },
		{ key: 'signal', name: 'Signal' }
	];
	const problems = findUnknownFilterValues(parseView(query).view.filter, {
		...{ networks, accounts: [], labels: [] }
	});
	render(ViewProblems, { problems, query });
	const link = screen.getByRole('link', { name: 'Did you mean WhatsApp?' });
	expect(link.getAttribute('href')).toBe('?network=whatsapp&network=signal&sort=title');
});

test('says nothing of an address that was understood', () => {
	render(ViewProblems, { problems: [], query: '' });
	expect(screen.queryByRole('status')).toBeNull();
});
