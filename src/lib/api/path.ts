import { SourceError } from '$lib/domain/connection/source-error';

/**
 * @returns `id` as one part of a path
 * @throws SourceError `not-found` for the few that no path can hold
 */
export function segment(id: string): string {
	if (/^\.{0,2}$/.test(id) || /\p{Surrogate}/u.test(id)) throw new SourceError('not-found');
	return encodeURIComponent(id);
}
