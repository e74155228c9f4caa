import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import CutText from '$lib/components/activity/CutText.svelte';

function open(text: string) {
	const { container } = render(CutText, { text, what: 'the answer', first: 10, step: 100 });
	return { shown: () => container.textContent?.trim() ?? '', user: userEvent.setup() };
}

function button(name: RegExp) {
	return screen.getByRole('button', { name });
}

test('a short text is shown whole, without a button for more', () => {
	const { shown } = open('0123456789');
	expect(shown()).toBe('0123456789');
	expect(screen.queryByRole('button')).toBeNull();
});

test('a text of any size is cut, extended step by step, and cut again', async () => {
	const text = 'a'.repeat(1_150);
	const { shown, user } = open(text);
	expect(shown()).toMatch(/^a{10}… ?Show more of the answer \(1,140 characters left\)$/);
	for (let presses = 0; presses < 12; presses++)
		await user.click(button(/^Show more of the answer/));
	expect(shown()).toMatch(/^a{1150}\s*Show less/);
	await user.click(button(/^Show less of the answer$/));
	expect(shown()).toMatch(/^a{10}…/);
});

test('no character is cut in half', () => {
	const { shown } = open('123456789🦉🦉');
	expect(shown()).toMatch(/^123456789…/);
});
