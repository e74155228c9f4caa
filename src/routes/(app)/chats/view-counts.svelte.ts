import { clock, savedViews } from '$lib/app/app';
import { countViews, type ViewCounts } from '$lib/domain/chat-list/count-chats';
import { PRESETS } from '$lib/domain/chat-list/presets';
import type { Session } from '$lib/state/session.svelte';
import { runInSlices } from './slices';

/**
 * Keeps the numbers of chats in the views with a name. They are counted between two inputs, which
 * they must not delay. Call it while a component is created.
 *
 * @returns the last complete counts; undefined until a chat is known, or known to be missing
 */
export function useViewCounts(session: Session): () => ViewCounts | undefined {
	let counts = $state.raw<ViewCounts>();

	$effect(() => {
		const { now } = clock;
		const { indexedChats, inbox } = session;
		if (indexedChats.length === 0 && !inbox.isConfirmed) return undefined;
		const saved = savedViews.views.filter(({ path }) => !path);
		const queries = [...PRESETS, ...saved].map(({ query }) => query);
		return runInSlices(
			countViews(
				indexedChats,
				queries,
				() => now,
				(next) => (counts = next)
			)
		);
	});

	return () => counts;
}
