import type { HandleClientError } from '@sveltejs/kit';
// Every page hears of a sign-out in another tab, those too that need no token.
import '$lib/app/tabs';

/** Bugs, as opposed to `SourceError`s, which pages explain in place. */
export const handleError: HandleClientError = ({ error, status }) => {
	if (status !== 404) console.error(error);
	return { message: status === 404 ? 'Not found' : 'Bug' };
};
