import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { connection } from '$lib/app/app';
import { RETURN_KEY } from '$lib/app/paths';
import { openSource } from '$lib/app/source';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ url, depends, untrack }) => {
	depends('dashboard:connection');
	const { login } = connection;
	if (!login) {
		const wanted = untrack(() => url.pathname + url.search) + location.hash;
		redirect(307, resolve(`/connect?${new URLSearchParams({ [RETURN_KEY]: wanted })}`));
	}
	return { login, ...(await openSource(login)) };
};
