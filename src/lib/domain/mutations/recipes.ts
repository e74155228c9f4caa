import { setFilter, setFlag } from '../chat-list/change-view';
import { ALL_CHATS, type ChatView } from '../chat-list/view';
import type { ToggleAction } from './toggles';

/** A way to clean up: an action on all chats of a view, which is previewed first. */
export interface Recipe {
	/** Unique. */
	id: string;
	/** Label: `Archive read chats`. */
	name: string;
	/** The chats that are left alone, in a few words. */
	hint: string;
	/** Without the chats that the action would not change. */
	view: ChatView;
	action: ToggleAction;
}

const NOT_ARCHIVED = setFlag(setFlag(ALL_CHATS, 'archived', 'no'), 'pinned', 'no');
/** Read chats without a draft or a reminder, neither archived nor pinned. */
const READ = setFlag(
	setFlag(setFlag(NOT_ARCHIVED, 'unread', 'no'), 'draft', 'no'),
	'reminder',
	'no'
);

export const RECIPES: readonly Recipe[] = [
	{
		id: 'archive-read',
		name: 'Archive read chats',
		hint: 'Not pinned, no drafts or reminders',
		view: READ,
		action: 'archive'
	},
	{
		id: 'archive-old',
		name: 'Archive chats older than 90 days',
		hint: 'Not pinned',
		view: setFilter(NOT_ARCHIVED, { activeBefore: { daysAgo: 90 } }),
		action: 'archive'
	},
	{
		id: 'archive-silent',
		name: 'Archive direct chats silent for a year',
		hint: 'Not pinned',
		view: setFilter(NOT_ARCHIVED, { type: 'single', activeBefore: { daysAgo: 365 } }),
		action: 'archive'
	},
	{
		id: 'mute-large-groups',
		name: 'Mute groups with more than 50 people',
		hint: 'Not muted yet',
		view: setFilter(setFlag(ALL_CHATS, 'muted', 'no'), { type: 'group', participantsOver: 50 }),
		action: 'mute'
	}
];

/** @returns undefined for an ID that no recipe has */
export function findRecipe(id: string | undefined): Recipe | undefined {
	return RECIPES.find((recipe) => recipe.id === id);
}
