import {
	cleanViewName,
	MAX_NAME,
	findFreeName,
	type PageView,
	type SavedView
} from '$lib/domain/chat-list/saved-views';
import type { ChatView, FilterNames } from '$lib/domain/chat-list/view';
import { GROUPS } from '../chat-toolbar/sort-and-group';
import { getFilterChips } from '../chat-filters/filter-chips';
import { findPresetName } from '$lib/domain/chat-list/presets';

/** Suggests a name that describes the view: one that is free, or that of an equal saved view. */
export function suggestName(
	view: ChatView,
	query: string,
	known: FilterNames & { views: readonly SavedView[] }
): string {
	const same = known.views.find((saved) => !saved.path && saved.query === query);
	if (same) return same.name;
	return toFreeName(toName(view, known), { query }, known.views);
}

/** A free name made of a description, or that of an equal saved view. */
export function toFreeName(words: string, view: PageView, views: readonly SavedView[]): string {
	const name = cleanViewName(words.slice(0, MAX_NAME)) ?? 'View';
	return findFreeName(views, { ...view, name });
}

function toName(view: ChatView, names: FilterNames): string {
	const preset = findPresetName(view);
	const group = GROUPS.find(({ value }) => value !== '' && value === view.group)?.label;
	const parts = preset
		? [preset]
		: getFilterChips(view, names).map(({ label }) => label.replace(/: yes$/, ''));
	return [...parts, ...(group ? [group.toLowerCase()] : [])].join(', ');
}
