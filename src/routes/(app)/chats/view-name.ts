import { describeView } from '$lib/domain/chat-list/describe-view';
import { normalizeQuery } from '$lib/domain/chat-list/saved-views';
import { parseView } from '$lib/domain/chat-list/view-url';
import { privacy, savedViews } from '$lib/app/app';

/** The name of a view: of the saved view with its query, or in words. */
export function getViewName(query: string): string {
	const normal = normalizeQuery(query);
	const saved = savedViews.views.find((view) => view.query === normal);
	if (saved) return privacy.anonymizer?.text(saved.name) ?? saved.name;
	return describeView(parseView(query).view);
}
