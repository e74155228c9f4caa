import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import ConnectForm from '$lib/components/connect/ConnectForm.svelte';

const address = 'http://localhost:23373';

function open(props: Partial<ComponentProps<typeof ConnectForm>> = {}) {
	const calls = {
		onaddress: vi.fn(),
		onconnect: vi.fn(),
		onsignin: vi.fn(),
		onsample: vi.fn(),
		onuse: vi.fn(),
		onsearch: vi.fn(),
		onkeepchats: vi.fn()
	};
	const start = {
		address,
		remember: false,
		keepsChats: true,
		landing: null,
		isAddressKnown: false,
		isAsked: true,
		diagnosis: null,
		busy: false,
		isSigningIn: false,
		error: null
	};
	const { rerender } = render(ConnectForm, { ...start, ...calls, ...props });
	return { ...calls, rerender, user: userEvent.setup() };
}

function addressField() {
	return screen.getByRole('textbox', { name: 'API address' });
}

function tokenField() {
	return screen.getByLabelText('Access token');
}

function button(name: string) {
	return screen.getByRole('button', { name });
}

describe('connecting', () => {
	test('hands over the address, the token and whether to remember them', async () => {
		const { user, onconnect } = open({ address: ':23374' });
		await user.type(tokenField(), ' secret ');
		await user.click(screen.getByRole('checkbox', { name: 'Remember on this device' }));
		await user.click(button('Connect'));
		expect(onconnect.mock.calls).toEqual([
			[{ address: 'http://localhost:23374', token: 'secret', remember: true }]
		]);
	});

	test('says that chats are kept for the next visit, and lets the user turn this off', async () => {
		const { user, onkeepchats } = open();
		const box = screen.getByRole('checkbox', {
			name: 'Keep chats for the next visit',
			checked: true
		});
		expect(screen.getByText('Encrypted, removed when you sign out').id).toBe(
			box.getAttribute('aria-describedby')
		);
		await user.click(box);
		expect(onkeepchats.mock.calls).toEqual([[false]]);
	});

	test('works with the Enter key, and keeps to this tab unless told', async () => {
		const { user, onconnect } = open();
		await user.type(tokenField(), 'secret{Enter}');
		expect(onconnect).toHaveBeenCalledExactlyOnceWith({
			address,
			token: 'secret',
			remember: false
		});
	});

	test('asks for a token that is missing, until one is typed', async () => {
		const { user, onconnect } = open();
		await user.click(button('Connect'));
		expect(onconnect).not.toHaveBeenCalled();
		expect(document.activeElement).toBe(tokenField());
		expect(tokenField().getAttribute('aria-invalid')).toBe('true');
		expect(screen.getByText('Paste an access token')).toBeTruthy();

		await user.keyboard('s');
		expect(tokenField().hasAttribute('aria-invalid')).toBe(false);
		expect(screen.queryByText('Paste an access token')).toBeNull();
	});

	test.for([
		['Bearer s3cret', 's3cret'],
		['Authorization: Bearer “s3\u200bcret”.', 's3cret'],
		['{"access_token": "s3cret", "token_type": "Bearer"}', 's3cret']
	] as const)('takes %s for %s', async ([pasted, token]) => {
		const { user, onconnect } = open();
		await user.click(tokenField());
		await user.paste(pasted);
		await user.click(button('Connect'));
		expect(onconnect.mock.calls).toEqual([[{ address, token, remember: false }]]);
	});

	test('names a Matrix token for what it is, and sends it nowhere', async () => {
		const { user, onconnect } = open();
		await user.type(tokenField(), 'syt_cm9iaW4_FkpYzLr_0a1b2C{Enter}');
		expect(onconnect).not.toHaveBeenCalled();
		expect(screen.getByText(/^This is a Matrix token\./)).toBeTruthy();
		expect(document.activeElement).toBe(tokenField());
	});

	test('says of an empty token after a refused one only that it is missing', async () => {
		const { user, rerender } = open();
		await user.type(tokenField(), 'wrong{Enter}');
		await rerender({ diagnosis: { kind: 'token-refused', address } });
		expect(screen.getByRole('status').textContent).toContain('Beeper didn’t accept this token');
		await user.clear(tokenField());
		await user.click(button('Connect'));
		expect(screen.getByText('Paste an access token')).toBeTruthy();
		expect(screen.queryByText(/didn’t accept this token/)).toBeNull();
	});

	test('goes back to an address that is none', async () => {
		const { user, onconnect } = open({ address: 'ftp://x' });
		await user.type(tokenField(), 'secret{Enter}');
		expect(onconnect).not.toHaveBeenCalled();
		expect(document.activeElement).toBe(addressField());
		expect(addressField().getAttribute('aria-invalid')).toBe('true');
	});

	test('happens once at a time', async () => {
		const { user, onconnect } = open({ busy: true });
		await user.type(tokenField(), 'secret{Enter}');
		await user.click(button('Connect'));
		expect(onconnect).not.toHaveBeenCalled();
	});

	test('keeps what was typed when it fails', async () => {
		const { user, rerender } = open();
		await user.type(tokenField(), 'secret{Enter}');
		await rerender({
			error: { title: 'Too many requests', next: 'Wait.', details: ['Beeper says: slow down'] }
		});
		expect(tokenField()).toHaveProperty('value', 'secret');
		expect(screen.getByRole('status').textContent).toMatch(/Too many requests.*Wait.*slow down/s);
	});

	test('marks a token that was refused until it is changed', async () => {
		const { user, rerender } = open();
		await user.type(tokenField(), 'wrong{Enter}');
		await rerender({ diagnosis: { kind: 'token-refused', address } });
		expect(tokenField().getAttribute('aria-invalid')).toBe('true');
		await user.type(tokenField(), 'er');
		expect(tokenField().hasAttribute('aria-invalid')).toBe(false);
	});
});

test('the token is hidden until it is asked for', async () => {
	const { user } = open();
	expect(tokenField().getAttribute('type')).toBe('password');
	await user.type(tokenField(), 'secret');
	await user.click(button('Show token'));
	expect(tokenField().getAttribute('type')).toBe('text');
	expect(tokenField()).toHaveProperty('value', 'secret');
	await user.click(button('Hide token'));
	expect(tokenField().getAttribute('type')).toBe('password');
});

test('the browser is asked neither to keep nor to check the token', () => {
	open();
	expect(tokenField().getAttribute('autocomplete')).toBe('off');
	expect(tokenField().getAttribute('spellcheck')).toBe('false');
	expect(tokenField().hasAttribute('name')).toBe(false);
});

test('the address is reported at every keystroke', async () => {
	const { user, onaddress } = open({ address: '' });
	await user.type(addressField(), ':2');
	expect(onaddress.mock.calls).toEqual([[':'], [':2']]);
});

test('says where in Beeper a token is made', () => {
	open();
	expect(screen.getByText(/Settings → Integrations → Approved connections/)).toBeTruthy();
});

test('says where one lands, where that is no matter of course', async () => {
	const { rerender } = open({ landing: 'Muted, unread groups on WhatsApp and Telegram' });
	expect(screen.getByText(/You’ll land on:/).textContent).toContain('Muted, unread groups on');
	await rerender({ landing: null });
	expect(screen.queryByText(/You’ll land on:/)).toBeNull();
});

test('the token has the focus when the address is known, unless another field has it', async () => {
	open({ isAddressKnown: true });
	expect(document.activeElement).toBe(tokenField());
});

test('the focus moves to the token once Beeper is found, unless another field has it', async () => {
	const { user, rerender } = open();
	expect(document.activeElement).toBe(document.body);
	await user.click(addressField());
	await rerender({ isAddressKnown: true });
	expect(document.activeElement).toBe(addressField());
	addressField().blur();
	await rerender({ isAddressKnown: false });
	await rerender({ isAddressKnown: true });
	expect(document.activeElement).toBe(tokenField());
});

test('the sample needs neither address nor token', async () => {
	const { user, onsample } = open({ address: '' });
	await user.click(button('Explore sample data'));
	expect(onsample).toHaveBeenCalledOnce();
});

describe('the connection check', () => {
	test('tells what it found', async () => {
		const { rerender } = open();
		expect(screen.getByRole('status').textContent?.trim()).toBe('');
		const server = { name: 'Beeper Desktop', version: '4.3.73' };
		await rerender({ diagnosis: { kind: 'running', address, server } });
		expect(screen.getByRole('status').textContent).toContain('Beeper Desktop 4.3.73 is running');
	});

	test('offers the address where Beeper answers', async () => {
		const foundAt = 'http://127.0.0.1:23374';
		const { user, onuse } = open({ diagnosis: { kind: 'not-running', address, foundAt } });
		await user.click(button(`Use ${foundAt}`));
		expect(onuse).toHaveBeenCalledExactlyOnceWith(foundAt);
	});

	test('is calm before anything was done, and says what is wrong afterwards', async () => {
		const { rerender } = open({ isAsked: false, diagnosis: { kind: 'not-running', address } });
		expect(screen.getByRole('status').textContent).toContain('not running yet');
		await rerender({ isAsked: true });
		expect(screen.getByRole('status').textContent).toContain('Can’t reach Beeper');
	});

	test('looks on other ports when asked, and not while it does, or where Beeper was found', async () => {
		const miss = { kind: 'not-running', address } as const;
		const { user, onsearch, rerender } = open({ diagnosis: miss });
		await user.click(button('Check other ports'));
		expect(onsearch).toHaveBeenCalledOnce();
		for (const found of [{ search: 'running' }, { foundAt: 'http://127.0.0.1:23373' }] as const) {
			await rerender({ diagnosis: { ...miss, ...found } });
			expect(screen.queryByRole('button', { name: 'Check other ports' })).toBeNull();
		}
	});

	test('gives the command that allows another computer', () => {
		open({ diagnosis: { kind: 'not-allowed', address: 'https://beeper.example.net' } });
		expect(screen.getByText('npm start -- --allow https://beeper.example.net')).toBeTruthy();
	});
});

describe('signing in with Beeper', () => {
	test('asks for everything unless told to read only, and hands over where the token is kept', async () => {
		const { user, onsignin } = open({ address: ':23374' });
		await user.click(button('Sign in with Beeper'));
		await user.click(screen.getByRole('radio', { name: 'Read only' }));
		await user.click(screen.getByRole('checkbox', { name: 'Remember on this device' }));
		await user.click(button('Sign in with Beeper'));
		const at = { address: 'http://localhost:23374' };
		expect(onsignin.mock.calls).toEqual([
			[{ ...at, scope: 'read write', remember: false }],
			[{ ...at, scope: 'read', remember: true }]
		]);
	});

	test('needs no token, but an address', async () => {
		const { user, onsignin } = open({ address: 'ftp://localhost' });
		await user.click(button('Sign in with Beeper'));
		expect(onsignin).not.toHaveBeenCalled();
		expect(document.activeElement).toBe(addressField());
	});

	test('is not started twice, nor beside a token', async () => {
		const { user, onsignin, onconnect } = open({ isSigningIn: true });
		await user.click(button('Sign in with Beeper'));
		await user.type(tokenField(), 'secret{Enter}');
		expect(onsignin).not.toHaveBeenCalled();
		expect(onconnect).not.toHaveBeenCalled();
	});
});
