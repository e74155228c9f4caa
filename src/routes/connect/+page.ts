import { redirect } from '@sveltejs/kit';
import { connection } from '$lib/app/app';
import { RETURN_KEY, toReturnPath } from '$lib/app/paths';
import type { PageLoad } from './$types';

/** A user who is connected already is redirected to the page they wanted. */
export const load: PageLoad = ({ url, depends }) => {
	depends('dashboard:connection');
	if (connection.login) redirect(307, toReturnPath(url.searchParams.get(RETURN_KEY), url.origin));
};
