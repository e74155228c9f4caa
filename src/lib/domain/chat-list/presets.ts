import { formatView } from './view-url';
import { ALL_CHATS, INBOX, type ChatView, type Flag } from './view';
import { setFilter, setFlag } from './change-view';

/** A predefined view with a name. */
export interface PresetView {
	name: string;
	view: ChatView;
}

const FLAG_PRESETS: readonly (readonly [name: string, flag: Flag])[] = [
	['Unread', 'unread'],
	['Mentions', 'mentions'],
	['Pinned', 'pinned'],
	['Drafts', 'draft'],
	['Reminders', 'reminder'],
	['Muted', 'muted'],
	['Low priority', 'low-priority'],
	['Archived', 'archived']
];

/** Chats without activity for 90 days. */
const STALE = setFilter(ALL_CHATS, { activeBefore: { daysAgo: 90 } });

const PRESETS = [
	{ name: 'Inbox', view: INBOX },
	...FLAG_PRESETS.map(([name, flag]) => ({ name, view: setFlag(ALL_CHATS, flag, 'yes') })),
	{ name: 'Stale', view: STALE },
	{ name: 'All', view: ALL_CHATS }
].map((preset) => ({ ...preset, query: formatFilter(preset.view) }));

/**
 * Beeper's own inboxes and the most common filters; sorting and layout are those of the given view.
 */
export function getPresets(view: ChatView): (PresetView & { isCurrent: boolean })[] {
	const current = formatFilter(view);
	return PRESETS.map((preset) => ({
		name: preset.name,
		view: { ...view, filter: preset.view.filter },
		isCurrent: preset.query === current
	}));
}

/** True when the filter excludes any chats, or could. */
export function isFiltered(view: ChatView): boolean {
	return formatFilter(view) !== '';
}

/** The filter in its normal form: equal for equal filters, empty for none. */
function formatFilter({ filter }: ChatView): string {
	return formatView({ ...ALL_CHATS, filter }).toString();
}
