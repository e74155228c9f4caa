import { setColumnShown, type ColumnChoice } from './column-choice';
import type { ChatView } from './view';

/** True when a view asks for drafts, so that their texts are shown in place of last messages. */
export function asksForDrafts({ filter }: ChatView): boolean {
	return filter.flags.draft === 'yes';
}

/**
 * The columns of a view: those that the user has chosen, and the reminder where the view is about it
 * and the user hasn't turned it off.
 */
export function getViewColumns(
	choice: ColumnChoice,
	{ filter, sort, group }: ChatView
): ColumnChoice {
	const asksForReminders =
		filter.flags.reminder === 'yes' || sort.key === 'reminder' || group === 'due';
	if (!asksForReminders || choice.shown.reminder !== undefined) return choice;
	return setColumnShown(choice, 'reminder', true);
}
