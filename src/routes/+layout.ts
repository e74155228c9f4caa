import { connection } from '$lib/app/app';
import { openSource } from '$lib/app/source';
import type { LayoutLoad } from './$types';

// A single static page: no server renders it, and there is no data before the user has entered a
// token.
export const ssr = false;
export const prerender = false;

/** Sends the first request of the list while the files of the page are still being fetched. */
export const load: LayoutLoad = () => {
	const { login } = connection;
	// The app's own layout awaits the same promise, so a rejection is handled there.
	if (login) openSource(login).catch(() => {});
};
