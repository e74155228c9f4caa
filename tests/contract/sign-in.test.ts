import BeeperDesktop, { AuthenticationError, PermissionDeniedError } from '@beeper/desktop-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAuthorizer } from '$lib/api/oauth';
import type { IssuedToken, Scope } from '$lib/domain/connection/sign-in';
import { decide } from '../fixtures/consent';
import { startSampleServer, type RunningSample } from '../fixtures/sample';

const PAGE = 'http://localhost:23323';
const { signal } = new AbortController();
const authorizer = createAuthorizer({ pageOrigin: PAGE, redirectURI: `${PAGE}/connect` });

let sample: RunningSample;

beforeEach(async () => {
	sample = await startSampleServer();
});

afterEach(() => sample.stop());

async function signIn(scope: Scope): Promise<IssuedToken> {
	const request = { address: sample.address, scope, remember: false, returnTo: '/' };
	const { pending, consentURL } = await authorizer.prepare(request, signal);
	const { searchParams } = await decide(fetch, consentURL, 'allow');
	return authorizer.exchange(pending, searchParams.get('code') ?? '', signal);
}

/** The official SDK, with the token of a sign-in. */
function createSDK({ token }: IssuedToken) {
	return new BeeperDesktop({ baseURL: sample.address, accessToken: token, maxRetries: 0 });
}

test('the SDK reads and writes with a token for both, until it is revoked', async () => {
	const issued = await signIn('read write');
	const sdk = createSDK(issued);
	const [chat] = (await sdk.chats.list()).items;
	const id = chat?.id ?? '';
	expect((await sdk.chats.update(id, { isMuted: true })).isMuted).toBe(true);
	await authorizer.revoke(sample.address, issued);
	await expect(sdk.accounts.list()).rejects.toThrow(AuthenticationError);
});

test('the SDK only reads with a token for that', async () => {
	const sdk = createSDK(await signIn('read'));
	const [chat] = (await sdk.chats.list()).items;
	const muted = sdk.chats.update(chat?.id ?? '', { isMuted: true });
	await expect(muted).rejects.toThrow(PermissionDeniedError);
});
