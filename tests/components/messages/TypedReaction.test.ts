import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import TypedReaction from '$lib/components/messages/TypedReaction.svelte';

function renderField(custom: boolean) {
	const [onchoose, onpoint] = [vi.fn(), vi.fn()];
	render(TypedReaction, { custom, onchoose, onpoint });
	return { user: userEvent.setup(), field: screen.getByRole('textbox'), onchoose, onpoint };
}

test('takes a network’s own word where the chat takes those', async () => {
	const { user, field, onchoose, onpoint } = renderField(true);
	await user.type(field, ' :party: {Enter}');
	expect(onchoose).toHaveBeenCalledExactlyOnceWith(':party:');
	expect(onpoint).toHaveBeenLastCalledWith(':party:');
});

test('takes only emoji elsewhere', async () => {
	const { user, field, onchoose } = renderField(false);
	await user.type(field, 'party{Enter}');
	expect(onchoose).not.toHaveBeenCalled();
	expect(screen.getByText('This chat allows only emoji')).toBeTruthy();
	await user.clear(field);
	await user.type(field, '🎉{Enter}');
	expect(onchoose).toHaveBeenCalledExactlyOnceWith('🎉');
});
