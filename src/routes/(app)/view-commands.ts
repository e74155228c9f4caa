import { PRESETS } from '$lib/domain/chat-list/presets';
import { toViewAddress } from '$lib/domain/chat-list/saved-views';
import type { RunnableCommand } from '$lib/app/command-registry.svelte';
import { privacy, savedViews } from '$lib/app/app';

/** One command for each named view: the presets, then the user's saved views. */
export function createViewCommands(
	go: (address: ReturnType<typeof toViewAddress>) => unknown
): RunnableCommand[] {
	return [
		...PRESETS.map(({ name, query }) => ({
			id: `view-${name}`,
			name: `Go to ${name}`,
			section: 'Go to',
			run: () => void go(toViewAddress({ query }))
		})),
		...savedViews.views.map((view) => ({
			id: `saved-view-${view.name}`,
			name: `Go to ${privacy.anonymizer?.text(view.name) ?? view.name}`,
			...{ hint: 'Saved view', section: 'Go to' },
			run: () => void go(toViewAddress(view))
		}))
	];
}
