import type { HandleClientError } from '@sveltejs/kit';

/** Bugs, as opposed to `SourceError`s, which pages explain in place. */
export const handleError: HandleClientError = ({ error, status }) => {
	if (status !== 404) console.error(error);
	return { message: status === 404 ? 'Not found' : 'Bug' };
};
