import { goto } from '$app/navigation';
import { resolve } from '$app/paths';

/** A page whose view stands in its query. */
type ViewPath = '/chats' | '/overview' | '/capabilities' | '/capabilities/check';

/** The address of a view of a page; an empty query is its default view. */
export function getQueryHref(path: ViewPath, query: string) {
	return resolve(query ? `${path}?${query}` : path);
}

/** Shows another view of a page, where focus and scroll position stay. */
export function goToQuery(path: ViewPath, query: string, replaceState = false): Promise<void> {
	return goto(resolve(query ? `${path}?${query}` : path), {
		replaceState,
		keepFocus: true,
		noScroll: true
	});
}
