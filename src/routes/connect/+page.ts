import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { connection } from '$lib/app/app';
import { RETURN_KEY, toReturnPath } from '$lib/app/paths';
import { signIn } from '$lib/app/sign-in.svelte';
import { tabs } from '$lib/app/tabs';
import { readAuthorizationResponse } from '$lib/domain/connection/sign-in';
import type { PageLoad } from './$types';

/**
 * A user who is connected already is redirected to the page they wanted. The response of a consent
 * page is taken out of the address at once.
 */
export const load: PageLoad = async ({ url, depends }) => {
	depends('dashboard:connection');
	const response = readAuthorizationResponse(url.searchParams);
	// Any site can link to this page: a response to no sign-in must not end a login.
	if (response && (signIn.isPending || !connection.login)) {
		const to = signIn.receive(response)?.returnTo ?? '/';
		redirect(307, resolve(`/connect?${new URLSearchParams({ [RETURN_KEY]: to })}`));
	}
	if (!signIn.isReturning && (await tabs.findLogin()))
		redirect(307, toReturnPath(url.searchParams.get(RETURN_KEY), url.origin));
};
