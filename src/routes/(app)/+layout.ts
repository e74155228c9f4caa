import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { RETURN_KEY } from '$lib/app/paths';
import { openSource } from '$lib/app/source';
import { tabs } from '$lib/app/tabs';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ url, depends, untrack }) => {
	depends('dashboard:connection');
	const login = await tabs.findLogin();
	if (!login) {
		const wanted = untrack(() => url.pathname + url.search) + location.hash;
		redirect(307, resolve(`/connect?${new URLSearchParams({ [RETURN_KEY]: wanted })}`));
	}
	return { login, ...(await openSource(login)) };
};
