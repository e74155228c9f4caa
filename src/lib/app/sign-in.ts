import { browser } from '$app/environment';
import { resolve } from '$app/paths';
import { createAuthorizer } from '$lib/api/oauth';
import { SignIn } from '$lib/state/sign-in.svelte';
import { tab } from './app';

/** The build reads this file too, where there is no page. */
const pageOrigin = browser ? location.origin : '';

/** The sign-in of this tab. */
export const signIn = new SignIn({
	tab,
	authorizer: createAuthorizer({ pageOrigin, redirectURI: pageOrigin + resolve('/connect') })
});
