import { fetchAhead } from '$lib/components/ui/later.svelte';
import type { Session } from '$lib/state/session.svelte';
import { privacy } from '../dashboard';

/** Milliseconds after which the chats are not waited for any more. */
const PATIENCE = 1_000;

/**
 * Fetch what the first rows do without, once the chats are there and the browser has time: whoever
 * acts should not wait, and all of the program should be of one version.
 *
 * @returns calls it off, as long as it has not begun
 */
export function fetchRest(session: Session, isLoading: boolean): () => void {
	function begin() {
		void Promise.allSettled([
			fetchAhead(),
			session.fetchActing(),
			session.fetchPreviews(),
			privacy.fetch(),
			import('$lib/api/messages')
		]);
	}

	// Not every browser tells when it has time.
	if (isLoading || !('requestIdleCallback' in window)) {
		const timer = setTimeout(begin, isLoading ? PATIENCE : 0);
		return () => clearTimeout(timer);
	}
	const asked = requestIdleCallback(begin, { timeout: PATIENCE });
	return () => cancelIdleCallback(asked);
}
