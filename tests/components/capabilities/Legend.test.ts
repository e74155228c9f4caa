import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import Legend from '$lib/components/capabilities/Legend.svelte';

test('explains every level and every kind of silence', async () => {
	render(Legend);
	await userEvent.click(screen.getByText('Legend'));

	const terms = screen.getAllByRole('term').map((term) => term.textContent.trim());
	expect(terms).toEqual(
		expect.arrayContaining(['Full', 'Rejected', 'Yes', 'Not stated', 'Not reported', 'Any', 'None'])
	);
	for (const meaning of screen.getAllByRole('definition')) {
		expect(meaning.textContent.trim()).not.toBe('');
	}
});
