import type { ClientInit, HandleClientError } from '@sveltejs/kit';
// Every page hears of a sign-out in another tab, those too that need no token.
import '$lib/app/tabs';
import { mendPagePath } from '$lib/domain/page-path';

/** Kit fails before it shows anything where an address, such as a mistyped bookmark, can't be decoded. */
export const init: ClientInit = () => {
	const { pathname, search, hash } = location;
	const mended = mendPagePath(pathname);
	if (mended !== pathname) history.replaceState(history.state, '', mended + search + hash);
};

/** Bugs, as opposed to `SourceError`s, which pages explain in place. */
export const handleError: HandleClientError = ({ error, status }) => {
	if (status !== 404) console.error(error);
	return { message: status === 404 ? 'Not found' : 'Bug' };
};
