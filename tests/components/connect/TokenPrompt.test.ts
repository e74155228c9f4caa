import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'svelte';
import { beforeAll, expect, test, vi } from 'vitest';
import TokenPrompt from '$lib/components/connect/TokenPrompt.svelte';

beforeAll(() => {
	// jsdom does not implement `showModal`.
	HTMLDialogElement.prototype.showModal = function () {
		this.open = true;
	};
	HTMLDialogElement.prototype.close = function () {
		this.open = false;
	};
});

function open(props: Partial<ComponentProps<typeof TokenPrompt>> = {}) {
	const calls = { onrenew: vi.fn(async () => ''), onsignout: vi.fn() };
	const { rerender } = render(TokenPrompt, {
		failure: 'token-refused',
		address: 'http://localhost:23373',
		...calls,
		...props
	});
	return { ...calls, rerender, user: userEvent.setup() };
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

test.for([
	['Bearer “fresh”', 'fresh'],
	['Authorization: Bearer fr\u200besh', 'fresh']
] as const)('%s is given on as %s', async ([pasted, token]) => {
	const { user, onrenew } = open();
	await user.paste(pasted);
	await user.keyboard('{Enter}');
	expect(onrenew).toHaveBeenCalledExactlyOnceWith(token);
});

test('a Matrix token is named for what it is, and sent nowhere', async () => {
	const { user, onrenew } = open();
	await user.paste('syt_cm9iaW4_FkpYzLr_0a1b2C');
	await user.keyboard('{Enter}');
	expect(onrenew).not.toHaveBeenCalled();
	expect(screen.getByText(/^This is a Matrix token\./)).toBeTruthy();
	await user.keyboard('x');
	expect(screen.queryByText(/^This is a Matrix token\./)).toBeNull();
});

test('says why a token is not taken, until it is changed', async () => {
	const { user } = open({ onrenew: async () => 'Beeper didn’t accept this token' });
	await user.keyboard('wrong{Enter}');
	const field = screen.getByLabelText('Access token');
	expect(await screen.findByText('Beeper didn’t accept this token')).toBeTruthy();
	expect(field.getAttribute('aria-invalid')).toBe('true');
	await user.keyboard('er');
	expect(screen.queryByText('Beeper didn’t accept this token')).toBeNull();
});

test.for([
	['token-expired', 'Your token has expired'],
	['read-only', 'This token is read-only'],
	[null, 'Use another token']
] as const)('%s is called “%s”', ([failure, name]) => {
	open({ failure });
	expect(screen.getByRole('dialog', { name })).toBeTruthy();
});

test('asked for, it can be closed; a token that can only read can be tried again', async () => {
	const calls = { onclose: vi.fn(), onretry: vi.fn() };
	const { user } = open({ failure: 'read-only', ...calls });
	expect(screen.queryByRole('button', { name: 'Sign out' })).toBeNull();
	await user.click(screen.getByRole('button', { name: 'Cancel' }));
	await user.click(screen.getByRole('button', { name: 'Try changes again' }));
	screen.getByRole('dialog').dispatchEvent(new Event('cancel', { cancelable: true }));
	expect([calls.onclose.mock.calls.length, calls.onretry.mock.calls.length]).toEqual([2, 1]);
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

test('offers to sign in again where that is possible, and tells why it failed', async () => {
	const onsignin = vi.fn();
	const { user, rerender } = open({ onsignin, scope: 'read' });
	await user.click(screen.getByRole('button', { name: 'Sign in with Beeper' }));
	expect(onsignin).toHaveBeenCalledExactlyOnceWith('read');
	const signInError = { title: 'Beeper refused the sign-in', next: 'Try again.', details: [] };
	await rerender({ signInError });
	expect(screen.getByRole('status').textContent).toContain('Beeper refused the sign-in');
	await rerender({ onsignin: undefined });
	expect(screen.queryByRole('button', { name: 'Sign in with Beeper' })).toBeNull();
});
