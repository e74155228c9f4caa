import { PRESETS } from '$lib/domain/chat-list/presets';
import { formatView } from '$lib/domain/chat-list/view-url';
import type { RunnableCommand } from '$lib/app/command-registry.svelte';
import { privacy } from '$lib/app/app';
import { savedViews } from '$lib/app/app';

/** One command for each named view: the presets, then the user's saved views. */
export function createViewCommands(go: (path: `/chats?${string}`) => unknown): RunnableCommand[] {
	return [
		...PRESETS.map(({ name, view }) => ({
			id: `view-${name}`,
			name: `Go to ${name}`,
			hint: 'Chats',
			run: () => void go(`/chats?${formatView(view)}`)
		})),
		...savedViews.views.map(({ name, query }) => ({
			id: `saved-view-${name}`,
			name: `Go to ${privacy.anonymizer?.text(name) ?? name}`,
			hint: 'Saved view',
			run: () => void go(`/chats?${query}`)
		}))
	];
}
