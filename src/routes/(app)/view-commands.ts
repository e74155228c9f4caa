import { presetsFor } from '$lib/components/chats/presets';
import { formatView } from '$lib/domain/views/url';
import { ALL_CHATS } from '$lib/domain/views/view';
import type { RunnableCommand } from '$lib/state/commands';

/** One command for each view that has a name. */
export function viewCommands(go: (path: `/chats?${string}`) => unknown): RunnableCommand[] {
	return presetsFor(ALL_CHATS).map(({ name, view }) => ({
		id: `view-${name}`,
		name: `Go to ${name}`,
		hint: 'Chats',
		run: () => void go(`/chats?${formatView(view)}`)
	}));
}
