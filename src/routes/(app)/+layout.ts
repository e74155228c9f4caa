import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { RETURN_KEY } from '$lib/app/paths';
import { openSource } from '$lib/app/source';
import { tabs } from '$lib/app/tabs';
import type { LayoutLoad } from './$types';

/** Null while signed out, on the one page that needs no login. */
export const load: LayoutLoad = async ({ route, url, depends, untrack }) => {
	depends('dashboard:connection');
	const login = await tabs.findLogin();
	if (login) return { opened: { login, ...(await openSource(login)) } };
	if (route.id === '/(app)/capabilities/snapshot') return { opened: null };
	const wanted = untrack(() => url.pathname + url.search) + location.hash;
	redirect(307, resolve(`/connect?${new URLSearchParams({ [RETURN_KEY]: wanted })}`));
};
