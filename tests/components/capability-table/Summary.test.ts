import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import Summary from '$lib/components/capability-table/Summary.svelte';

test('says the most important difference, and the others on request', async () => {
	render(Summary, { sentences: ['Signal edits.', 'Slack deletes.', 'LINE reacts.'] });
	expect(screen.getByRole('region', { name: 'Differences in words' })).toBeInstanceOf(HTMLElement);
	await userEvent.click(screen.getByText(/Signal edits\./));
	expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
		'Slack deletes.',
		'LINE reacts.'
	]);
});

test('says how many sentences follow the first', () => {
	render(Summary, { sentences: ['Signal edits.', 'Slack deletes.'] });
	expect(screen.getByText('1 more difference')).toBeInstanceOf(HTMLElement);
});

test('is absent without differences', () => {
	const { container } = render(Summary, { sentences: [] });
	expect(container.textContent).toBe('');
});
