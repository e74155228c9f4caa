import { fetched } from '$lib/api/fetched';
import { SourceError } from '$lib/domain/source';
import type { Inbox } from '$lib/state/inbox.svelte';
import { keepChats } from '../dashboard';
import type { Opened } from '../source';
import { watch } from '../watch';

type OpenCache = NonNullable<Opened['openCache']>;

/**
 * Shows what was kept of a server until it answers, and keeps what it says, unless the user wants
 * nothing kept. To be called while a component is made.
 */
export function remembering(
	inbox: Inbox,
	openCache: () => OpenCache | undefined,
	onbug: (error: unknown) => void
) {
	async function remember(open: OpenCache, signal: AbortSignal) {
		const { Memory } = await fetched(import('$lib/state/memory'));
		const cache = await open();
		signal.addEventListener('abort', () => cache.close());
		if (!signal.aborted) await new Memory(inbox, watch).run(cache, signal);
	}

	$effect(() => {
		const open = openCache();
		if (!open || !keepChats.isOn) return;
		const leaving = new AbortController();
		remember(open, leaving.signal).catch((error) => {
			// What keeps the chats could not be fetched: this visit goes without.
			if (!(error instanceof SourceError)) onbug(error);
		});
		return () => leaving.abort();
	});
}
