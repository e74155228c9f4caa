import { browser } from '$app/environment';
import { resolve } from '$app/paths';
import { createAuthorizer } from '$lib/api/oauth';
import { describeError, type ErrorDescription } from '$lib/domain/connection/error-messages';
import {
	matchResponse,
	type AuthorizationResponse,
	type Authorizer,
	type PendingSignIn,
	type SignInRequest
} from '$lib/domain/connection/sign-in';
import { describeSignInError, SignInError } from '$lib/domain/connection/sign-in-error';
import { SourceError } from '$lib/domain/connection/source-error';
import { parsePendingSignIn } from '$lib/domain/connection/stored-sign-in';
import type { Login } from '$lib/state/connection.svelte';
import type { TextStore } from '$lib/state/persisted.svelte';
import { tab } from './app';

const NAME = 'sign-in';

export interface SignInOptions {
	/** The storage of this tab, which holds a sign-in while the consent page is open. */
	tab: TextStore;
	authorizer: Authorizer;
}

/** The answer of a consent page, and the sign-in that this tab had left with. */
interface Return {
	response: AuthorizationResponse;
	pending: PendingSignIn | null;
}

/** A login that a sign-in ended with. */
export interface SignedIn {
	login: Login;
	remember: boolean;
}

/** Sign-in at Beeper's consent page: from the click, over another page, to a login. */
export class SignIn {
	readonly #tab: TextStore;
	readonly #authorizer: Authorizer;
	/** The sign-in with which an earlier page of this tab left for the consent page; used once. */
	#pending: PendingSignIn | null;
	#return: Return | null = null;
	#isReturning = $state(false);
	#isBusy = $state(false);
	#error = $state.raw<ErrorDescription | null>(null);

	/** Takes the sign-in out of the storage: only the page that the user comes back to can use it. */
	constructor({ tab, authorizer }: SignInOptions) {
		this.#tab = tab;
		this.#authorizer = authorizer;
		this.#pending = parsePendingSignIn(tab.read(NAME));
		tab.remove(NAME);
	}

	/** True while Beeper is asked, or the consent page is about to open. */
	get isBusy() {
		return this.#isBusy;
	}

	/** The reason why the last sign-in failed; null if it didn't. */
	get error() {
		return this.#error;
	}

	/** True when the user has come back from the consent page, and has no login yet. */
	get isReturning() {
		return this.#isReturning;
	}

	/** True when this tab has left for a consent page. */
	get isPending(): boolean {
		return this.#pending !== null;
	}

	/** @returns the URL of the consent page; null after an expected failure, which `error` tells */
	async start(request: SignInRequest, signal: AbortSignal): Promise<string | null> {
		return this.#run(async () => {
			const { pending, consentURL } = await this.#authorizer.prepare(request, signal);
			signal.throwIfAborted();
			this.#tab.write(NAME, JSON.stringify(pending));
			return consentURL;
		}, signal);
	}

	/**
	 * Notes the response of a consent page.
	 *
	 * @returns the sign-in it answers; null if there is none
	 */
	receive(response: AuthorizationResponse): PendingSignIn | null {
		const pending = this.#pending;
		this.#pending = null;
		this.#return = { response, pending };
		this.#isReturning = true;
		return pending;
	}

	/** Exchanges the response for a login, once. @returns null after an expected failure */
	async finish(signal: AbortSignal): Promise<SignedIn | null> {
		const returned = this.#return;
		if (!returned) return null;
		this.#return = null;
		const signedIn = await this.#run(async (): Promise<SignedIn> => {
			const { code, signIn } = matchResponse(returned.response, returned.pending);
			const { token, grant } = await this.#authorizer.exchange(signIn, code, signal);
			const { address, remember } = signIn;
			return { login: { kind: 'live', address, token, grant }, remember };
		}, signal);
		if (signedIn) this.dismiss();
		return signedIn;
	}

	/** Ends a token that came from a sign-in. Pasted tokens stay valid: other programs may use them. */
	async revoke(login: Login): Promise<void> {
		if (login.kind !== 'live' || !login.grant) return;
		const { address, token, grant } = login;
		await this.#authorizer.revoke(address, { token, grant });
	}

	/** Ends a sign-in that has failed, or that the user has come back from without a response. */
	dismiss() {
		this.#tab.remove(NAME);
		this.#isReturning = false;
		this.#isBusy = false;
		this.#error = null;
	}

	/** Runs one step of the sign-in, which remains busy after a success. */
	async #run<Result>(run: () => Promise<Result>, signal: AbortSignal): Promise<Result | null> {
		this.#isBusy = true;
		this.#error = null;
		try {
			return await run();
		} catch (error) {
			this.#isBusy = false;
			if (!signal.aborted) this.#error = describe(error);
			return null;
		}
	}
}

function describe(error: unknown): ErrorDescription {
	if (error instanceof SignInError) return describeSignInError(error);
	if (error instanceof SourceError) return describeError(error);
	throw error;
}

/** The build reads this file too, where there is no page. */
const pageOrigin = browser ? location.origin : '';

/** The sign-in of this tab. */
export const signIn = new SignIn({
	tab,
	authorizer: createAuthorizer({ pageOrigin, redirectURI: pageOrigin + resolve('/connect') })
});
