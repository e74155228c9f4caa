import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import Legend from '$lib/components/capability-table/Legend.svelte';
import { CELL_STYLES } from '$lib/domain/capabilities/format-value';
import { FULL, UNSTATED } from '../../fixtures/table-model';

function terms(): string[] {
	return screen.getAllByRole('term').map((term) => term.textContent.trim());
}

test('explains only the symbols in use', async () => {
	render(Legend, { styles: [FULL, UNSTATED] });
	await userEvent.click(screen.getByText('Legend'));
	expect(terms()).toEqual(['Full', 'Not stated']);
});

test('has a meaning for each symbol, and for those of a comparison', async () => {
	render(Legend, { styles: CELL_STYLES, hasBaseline: true });
	await userEvent.click(screen.getByText('Legend'));
	expect(terms()).toEqual([
		...CELL_STYLES.map(({ text }) => text),
		...['Better', 'Worse', 'About the same', 'Different']
	]);
	for (const meaning of screen.getAllByRole('definition')) {
		expect(meaning.textContent.trim()).not.toBe('');
	}
});

test('is absent without anything to explain', () => {
	const { container } = render(Legend, { styles: [] });
	expect(container.textContent).toBe('');
});
