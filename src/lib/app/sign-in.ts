import { resolve } from '$app/paths';
import { createAuthorizer } from '$lib/api/oauth';
import { SignIn } from '$lib/state/sign-in.svelte';
import { tab } from './app';

const { origin } = location;

/** The sign-in of this tab. */
export const signIn = new SignIn({
	tab,
	authorizer: createAuthorizer({ pageOrigin: origin, redirectURI: origin + resolve('/connect') })
});
