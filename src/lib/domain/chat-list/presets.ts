import { dequal } from 'dequal/lite';
import { setFilter, setFlag, setGroup } from './change-view';
import { ALL_CHATS, INBOX, type ChatFilter, type ChatView } from './view';
import { formatView } from './view-url';

/** A built-in view with a name. */
export interface PresetView {
	name: string;
	view: ChatView;
	/** The query of its address. */
	query: string;
}

/** Unread chats in the inbox. */
export const UNREAD = setFlag(INBOX, 'unread', 'yes');

/** Chats of the inbox that wait for the user and aren't muted, the longest wait first. */
export const WAITING: ChatView = {
	...setFilter(setFlag(INBOX, 'muted', 'no'), { waiting: 'me' }),
	sort: { key: 'activity', reversed: true }
};

/** Reminders by due day. Beeper archives a chat when its reminder is set, so archived ones count. */
export const REMINDERS: ChatView = {
	...setGroup(setFlag(ALL_CHATS, 'reminder', 'yes'), 'due'),
	sort: { key: 'reminder', reversed: false }
};

const NAMED_VIEWS: readonly Omit<PresetView, 'query'>[] = [
	{ name: 'Inbox', view: INBOX },
	{ name: 'Unread', view: UNREAD },
	{ name: 'Mentions', view: setFlag(INBOX, 'mentions', 'yes') },
	{ name: 'Waiting for you', view: WAITING },
	{ name: 'Drafts', view: setFlag(INBOX, 'draft', 'yes') },
	{ name: 'Reminders', view: REMINDERS },
	{ name: 'Pinned', view: setFlag(INBOX, 'pinned', 'yes') },
	{ name: 'Muted', view: setFlag(INBOX, 'muted', 'yes') },
	{ name: 'Older than 90 days', view: setFilter(INBOX, { activeBefore: { daysAgo: 90 } }) },
	{ name: 'Low priority', view: setFlag(INBOX, 'low-priority', 'yes') },
	{ name: 'Archived', view: setFlag(ALL_CHATS, 'archived', 'yes') },
	{ name: 'All', view: ALL_CHATS }
];

/** The built-in views, the most used first. All but reminders and the last three are parts of the inbox. */
export const PRESETS: readonly PresetView[] = NAMED_VIEWS.map(({ name, view }) => ({
	...{ name, view },
	query: formatView(view).toString()
}));

/** By the filter's normal form. */
const NAMED: ReadonlyMap<string, PresetView> = new Map(
	PRESETS.map((preset) => [formatFilter(preset.view.filter), preset])
);

/** The name of the built-in view with the same filter, whatever its order; undefined for none. */
export function findPresetName({ filter }: ChatView): string | undefined {
	return NAMED.get(formatFilter(filter))?.name;
}

/**
 * The same order, groups and layout with the filter of a built-in view. One with an order of its own
 * brings that along, and leaves none of it behind.
 */
export function toPreset(view: ChatView, preset: PresetView): ChatView {
	const isTaken =
		hasOwnOrder(preset.view) || isOrderedBy(view, NAMED.get(formatFilter(view.filter)));
	const { filter, sort, group } = preset.view;
	if (!isTaken) return { ...view, filter };
	return { ...setGroup(view, group), filter, sort };
}

function hasOwnOrder({ sort, group }: ChatView): boolean {
	return group !== ALL_CHATS.group || !dequal(sort, ALL_CHATS.sort);
}

/** True when the order and groups of a view are those that a built-in one brought. */
function isOrderedBy({ sort, group }: ChatView, preset: PresetView | undefined): boolean {
	if (!preset || !hasOwnOrder(preset.view)) return false;
	return dequal(sort, preset.view.sort) && group === preset.view.group;
}

/** The filter in its normal form: equal for equal filters, empty for none. */
function formatFilter(filter: ChatFilter): string {
	return formatView({ ...ALL_CHATS, filter }).toString();
}
