import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, test, vi } from 'vitest';
import TokenPrompt from '$lib/components/connect/TokenPrompt.svelte';

beforeAll(() => {
	// jsdom knows the element, but not how to open it.
	HTMLDialogElement.prototype.showModal = function () {
		this.open = true;
	};
	HTMLDialogElement.prototype.close = function () {
		this.open = false;
	};
});

function open() {
	const calls = { onrenew: vi.fn(), onsignout: vi.fn() };
	render(TokenPrompt, calls);
	return { ...calls, user: userEvent.setup() };
}

test('asks for a new token at once', () => {
	open();
	expect(
		screen.getByRole('dialog', { name: 'Beeper no longer accepts this token' })
	).toHaveProperty('open', true);
	expect(document.activeElement).toBe(screen.getByLabelText('Access token'));
});

test('goes on with the token that is given', async () => {
	const { user, onrenew } = open();
	await user.keyboard(' fresh {Enter}');
	expect(onrenew).toHaveBeenCalledExactlyOnceWith('fresh');
});

test('does not go on without a token', async () => {
	const { user, onrenew } = open();
	await user.click(screen.getByRole('button', { name: 'Continue' }));
	expect(onrenew).not.toHaveBeenCalled();
	expect(screen.getByText('Paste an access token')).toBeTruthy();
	expect(document.activeElement).toBe(screen.getByLabelText('Access token'));
});

test('lets people sign out instead', async () => {
	const { user, onsignout, onrenew } = open();
	await user.click(screen.getByRole('button', { name: 'Sign out' }));
	expect(onsignout).toHaveBeenCalledOnce();
	expect(onrenew).not.toHaveBeenCalled();
});

test('is not waved away: the page behind can do nothing without a token', () => {
	open();
	const escape = new Event('cancel', { cancelable: true });
	screen.getByRole('dialog').dispatchEvent(escape);
	expect(escape.defaultPrevented).toBe(true);
});
