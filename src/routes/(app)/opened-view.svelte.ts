import { beforeNavigate } from '$app/navigation';
import { savedViews } from '$lib/app/app';
import { isSameView, type PageView, type SavedView } from '$lib/domain/chat-list/saved-views';

/**
 * Remembers which saved view was opened, until another view with a name is. Call it while the
 * component of a page is created.
 *
 * @param getView - the current view
 * @param hasName - true when the current view is a built-in one
 * @returns the saved view that was changed since it was opened; undefined: none was
 */
export function useChangedView(
	getView: () => PageView,
	hasName: () => boolean
): () => SavedView | undefined {
	let opened = $state.raw<string>();

	function findSame(): SavedView | undefined {
		return savedViews.views.find((saved) => isSameView(saved, getView()));
	}

	beforeNavigate(() => {
		const same = findSame();
		if (same || hasName()) opened = same?.name;
	});

	return () => {
		if (opened === undefined || hasName() || findSame()) return undefined;
		return savedViews.views.find(({ name }) => name === opened);
	};
}
