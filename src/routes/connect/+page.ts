import { redirect } from '@sveltejs/kit';
import { connection } from '../dashboard';
import { RETURN_KEY, returnPath } from '../return';
import type { PageLoad } from './$types';

/** Whoever is connected goes on to where they wanted. */
export const load: PageLoad = ({ url, depends }) => {
	depends('dashboard:connection');
	if (connection.login) redirect(307, returnPath(url.searchParams.get(RETURN_KEY), url.origin));
};
