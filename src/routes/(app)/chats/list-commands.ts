import { getGroups, LAYOUT_NAMES, SORTS } from '$lib/components/chat-toolbar/sort-and-group';
import { setGroup, setSort } from '$lib/domain/chat-list/change-view';
import type { Chat } from '$lib/domain/chat/chat';
import { formatNumber } from '$lib/format/number';
import { formatShortcut } from '$lib/domain/keys';
import { NOTHING_SELECTED, selectAll, type Selection } from '$lib/domain/chat-list/selection';
import { LAYOUTS, type ChatView } from '$lib/domain/chat-list/view';
import type { RunnableCommand } from '$lib/app/command-registry.svelte';

/** The reason on commands that would change nothing: the palette still finds them. */
const NOTHING_TO_CHANGE = 'Already on';

/** The palette's commands for the selection as a whole. */
export function createSelectionCommands(
	shown: readonly Chat[],
	selected: readonly Chat[],
	select: (next: Selection) => void
): RunnableCommand[] {
	const isAll = shown.length > 0 && selected.length === shown.length;
	const all = shown.length === 0 ? 'No chats match' : isAll ? 'All selected' : undefined;
	return [
		{
			id: 'select-all',
			iconName: 'check',
			name: `Select all ${formatNumber(shown.length)} that match`,
			keys: formatShortcut('select-all'),
			...(all !== undefined && { disabledReason: all }),
			run: () => select(selectAll(shown))
		},
		{
			id: 'select-none',
			iconName: 'close',
			name: 'Clear selection',
			keys: formatShortcut('back'),
			...(selected.length === 0 && { disabledReason: 'Nothing selected' }),
			run: () => select(NOTHING_SELECTED)
		}
	];
}

/** The palette's commands for opening and selecting the chat at the cursor. */
export function createRowCommands(
	isSelected: boolean,
	{ open, peek, pick }: Readonly<Record<'open' | 'peek' | 'pick', () => void>>
): RunnableCommand[] {
	const name = isSelected ? 'Deselect chat' : 'Select chat';
	return [
		{ id: 'chat-open', name: 'Open chat', keys: formatShortcut('open'), run: open },
		{ id: 'chat-peek', name: 'Peek at chat', keys: formatShortcut('peek'), run: peek },
		{ id: 'chat-select', name, keys: formatShortcut('select'), run: pick }
	];
}

/** The palette's commands that sort, group and lay out the chats. */
export function createArrangementCommands(
	view: ChatView,
	hasLabels: boolean,
	change: (view: ChatView) => void
): RunnableCommand[] {
	const order = SORTS.find(({ value }) => value === view.sort.key);

	function choice(id: string, name: string, next: ChatView, isSo = false): RunnableCommand {
		return {
			id,
			name,
			hint: 'Chats',
			...(isSo && { disabledReason: NOTHING_TO_CHANGE }),
			run: () => change(next)
		};
	}

	return [
		...SORTS.map(({ value, label }) => {
			const next: ChatView = { ...view, sort: { key: value, reversed: false } };
			return choice(
				`sort-${value}`,
				`Sort by ${label.toLowerCase()}`,
				next,
				value === order?.value
			);
		}),
		choice(
			'sort-reverse',
			`Reverse the order: ${view.sort.reversed ? order?.order : order?.reversed}`,
			setSort(view, view.sort.key)
		),
		...getGroups(hasLabels, view).map(({ value, label }) => {
			const name = value ? `Group ${label.toLowerCase()}` : label;
			const next = setGroup(view, value || undefined);
			return choice(`group-${value || 'none'}`, name, next, value === (view.group ?? ''));
		}),
		...LAYOUTS.map((layout) => {
			const name = `Show as ${LAYOUT_NAMES[layout].toLowerCase()}`;
			return choice(`layout-${layout}`, name, { ...view, layout }, layout === view.layout);
		})
	];
}
