import type { ChatView, Grouping, GroupOrder, SortKey } from '$lib/domain/chat-list/view';

/** The sort keys, with the labels of their two directions. */
export const SORTS: readonly { value: SortKey; label: string; order: string; reversed: string }[] =
	[
		{ value: 'activity', label: 'Last activity', order: 'Newest first', reversed: 'Oldest first' },
		{ value: 'title', label: 'Title', order: 'A to Z', reversed: 'Z to A' },
		{ value: 'network', label: 'Network', order: 'A to Z', reversed: 'Z to A' },
		{ value: 'unread', label: 'Unread', order: 'Most first', reversed: 'Fewest first' },
		{ value: 'participants', label: 'People', order: 'Most first', reversed: 'Fewest first' },
		{ value: 'reminder', label: 'Reminder', order: 'Soonest first', reversed: 'Latest first' }
	];

/** The groupings; the empty value: no grouping. */
export const GROUPS: readonly { value: Grouping | ''; label: string }[] = [
	{ value: '', label: 'No groups' },
	{ value: 'network', label: 'By network' },
	{ value: 'account', label: 'By account' },
	{ value: 'label', label: 'By label' },
	{ value: 'type', label: 'By type' },
	{ value: 'day', label: 'By day' },
	{ value: 'due', label: 'By reminder' }
];

/** The groupings to offer: by label only where there are labels, or while it is chosen. */
export function getGroups(hasLabels: boolean, { group }: ChatView): typeof GROUPS {
	return GROUPS.filter(({ value }) => value !== 'label' || hasLabels || group === 'label');
}

/** The orders of groups. */
export const GROUP_ORDER_CHOICES: readonly { value: GroupOrder; label: string }[] = [
	{ value: 'size', label: 'Largest first' },
	{ value: 'name', label: 'A to Z' },
	{ value: 'sort', label: 'As sorted' }
];

export const LAYOUT_NAMES: Readonly<Record<ChatView['layout'], string>> = {
	table: 'Table',
	cards: 'Cards'
};
