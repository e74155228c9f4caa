import { describe, expect, test } from 'vitest';
import type { Authorizer, PendingSignIn, SignInRequest } from '$lib/domain/connection/sign-in';
import { SignInError } from '$lib/domain/connection/sign-in-error';
import { SourceError } from '$lib/domain/connection/source-error';
import { SignIn } from '$lib/app/sign-in.svelte';
import { makeStores } from '../fixtures/storage';

const REQUEST: SignInRequest = {
	address: 'http://localhost:23373',
	scope: 'read',
	remember: true,
	returnTo: '/chats?unread=yes'
};
const GRANT = { clientID: 'client', scope: 'read', revocationPath: '/oauth/revoke' } as const;
const { signal } = new AbortController();

/** A server that says yes, and notes what it is asked. */
function makeAuthorizer(changes: Partial<Authorizer> = {}) {
	const calls: string[] = [];
	const authorizer: Authorizer = {
		async prepare(request) {
			const pending: PendingSignIn = {
				...request,
				state: 'state',
				verifier: 'verifier',
				clientID: 'client',
				redirectURI: 'http://localhost:23323/connect',
				tokenPath: '/oauth/token'
			};
			return { pending, consentURL: 'http://localhost:23373/oauth/authorize' };
		},
		async exchange(_, code) {
			calls.push(`exchange ${code}`);
			return { token: 'token', grant: GRANT };
		},
		async revoke(_, { token }) {
			calls.push(`revoke ${token}`);
		},
		...changes
	};
	return { authorizer, calls };
}

/** A tab whose pages start one after another, with one storage. */
function openTab(changes: Partial<Authorizer> = {}) {
	const { stores, storages } = makeStores();
	const { authorizer, calls } = makeAuthorizer(changes);
	return {
		calls,
		storage: storages.tab,
		startPage: () => new SignIn({ tab: stores.tab, authorizer })
	};
}

describe('a sign-in', () => {
	test('over another page ends with a login for the server, kept as was wished', async () => {
		const { startPage, calls } = openTab();
		expect(await startPage().start(REQUEST, signal)).toBe('http://localhost:23373/oauth/authorize');
		const page = startPage();
		expect(page.receive({ state: 'state', code: 'code' })?.returnTo).toBe('/chats?unread=yes');
		expect(page.isReturning).toBe(true);
		expect(await page.finish(signal)).toEqual({
			login: { kind: 'live', address: REQUEST.address, token: 'token', grant: GRANT },
			remember: true
		});
		expect([page.isReturning, page.isBusy, calls]).toEqual([false, false, ['exchange code']]);
	});

	test('is stored only while the other page is open', async () => {
		const { startPage, storage } = openTab();
		expect(storage.length).toBe(0);
		await startPage().start(REQUEST, signal);
		expect(storage.length).toBe(1);
		const page = startPage();
		expect([storage.length, page.isPending]).toEqual([0, true]);
		expect(startPage().isPending).toBe(false);
	});

	test('uses its response once', async () => {
		const { startPage, calls } = openTab();
		await startPage().start(REQUEST, signal);
		const page = startPage();
		page.receive({ state: 'state', code: 'code' });
		await Promise.all([page.finish(signal), page.finish(signal)]);
		expect(await page.finish(signal)).toBeNull();
		page.receive({ state: 'state', code: 'code' });
		expect(await page.finish(signal)).toBeNull();
		expect(page.error?.title).toContain('wasn’t started in this tab');
		expect(calls).toEqual(['exchange code']);
	});

	test('does not use the response of another', async () => {
		const { startPage, calls } = openTab();
		await startPage().start(REQUEST, signal);
		const page = startPage();
		page.receive({ state: 'guessed', code: 'stolen' });
		expect(await page.finish(signal)).toBeNull();
		expect(page.error?.title).toContain('wasn’t started in this tab');
		expect(calls).toEqual([]);
	});

	test('tells why there is none, and leaves nothing behind', async () => {
		const { startPage, storage } = openTab({
			prepare: () => Promise.reject(new SignInError('not-offered'))
		});
		const page = startPage();
		expect(await page.start(REQUEST, signal)).toBeNull();
		expect([page.error?.title, page.isBusy, storage.length]).toEqual([
			'This Beeper doesn’t offer sign-in',
			false,
			0
		]);
		page.dismiss();
		expect(page.error).toBeNull();
	});

	test('tells that the server has gone meanwhile', async () => {
		const { startPage } = openTab({
			exchange: () => Promise.reject(new SourceError('unreachable'))
		});
		await startPage().start(REQUEST, signal);
		const page = startPage();
		page.receive({ state: 'state', code: 'code' });
		expect(await page.finish(signal)).toBeNull();
		expect([page.error?.title, page.isReturning]).toEqual(['Beeper isn’t responding', true]);
	});

	test('throws a bug on', async () => {
		const { startPage } = openTab({ prepare: () => Promise.reject(new TypeError('a bug')) });
		await expect(startPage().start(REQUEST, signal)).rejects.toThrow('a bug');
	});

	test('that was given up is not stored', async () => {
		const { startPage, storage } = openTab();
		const page = startPage();
		const leaving = new AbortController();
		leaving.abort();
		expect(await page.start(REQUEST, leaving.signal)).toBeNull();
		expect([storage.length, page.error]).toEqual([0, null]);
	});

	test.for(['{}', 'nonsense', '{"state":"state","verifier":1}'])(
		'is not made of %s in the storage',
		(text) => {
			const { startPage, storage } = openTab();
			storage.setItem('beeper-dashboard.sign-in', text);
			expect(startPage().isPending).toBe(false);
			expect(storage.length).toBe(0);
		}
	);
});

test('only a token from a sign-in is revoked', async () => {
	const { startPage, calls } = openTab();
	const page = startPage();
	const { address } = REQUEST;
	await page.revoke({ kind: 'sample' });
	await page.revoke({ kind: 'live', address, token: 'pasted' });
	await page.revoke({ kind: 'live', address, token: 'issued', grant: GRANT });
	expect(calls).toEqual(['revoke issued']);
});
