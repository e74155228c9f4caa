import type { Account } from '../chat/account';
import type { ChatTypeName } from '../chat/chat';
import type { NamedLabel } from '../chat/labels';
import type { Network } from '../chat/network';
import type { Turn } from '../chat/waiting';

/** The yes-or-no properties of a chat that a filter can ask for, named as in the URL. */
export const FLAGS = [
	'archived',
	'muted',
	'pinned',
	'unread',
	'mentions',
	'low-priority',
	'read-only',
	'draft',
	'reminder',
	'snoozed',
	'disappearing',
	'merged'
] as const;
export type Flag = (typeof FLAGS)[number];
export type YesNo = 'yes' | 'no';

export const DUE_SPANS = ['overdue', 'today', 'week'] as const;
/**
 * The time at which a reminder is due, or a snooze ends: before now, later today, or within seven
 * days, today being the first.
 */
export type DueSpan = (typeof DUE_SPANS)[number];

export const SORT_KEYS = [
	'activity',
	'title',
	'network',
	'unread',
	'participants',
	'reminder'
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export const GROUPINGS = ['network', 'account', 'label', 'type', 'day', 'due'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/**
 * The order of groups: most chats first, by name, or by their first chats, as these are sorted.
 */
export const GROUP_ORDERS = ['size', 'name', 'sort'] as const;
export type GroupOrder = (typeof GROUP_ORDERS)[number];

export const LAYOUTS = ['table', 'cards'] as const;
export type Layout = (typeof LAYOUTS)[number];

/**
 * A moment in a filter: the start of a calendar day (`2026-01-31`) or of one of its hours
 * (`2026-01-31T14`), both in local time, or a number of days ago (`90d`).
 */
export type ActivityBound = { date: string } | { daysAgo: number };

/** A condition on a capability, such as `edit` is `full`. The values are those of `capabilities/url-value.ts`. */
export interface CapabilityTest {
	path: string;
	value: string;
}

/** The conditions that shown chats meet; everything absent or empty means "any". */
export interface ChatFilter {
	flags: Readonly<Partial<Record<Flag, YesNo>>>;
	/** Bridge types or display names; any of them. */
	networks: readonly string[];
	/** Any of them. */
	accountIDs: readonly string[];
	/** Any of them. */
	labelIDs: readonly string[];
	type?: ChatTypeName;
	/** The side whose turn it is to write. Chats whose turn isn't known yet match neither value. */
	waiting?: Turn;
	due?: DueSpan;
	/**
	 * Every word must occur in title, participants, labels or preview, whatever its case and accents.
	 */
	q: string;
	activeBefore?: ActivityBound;
	activeAfter?: ActivityBound;
	/** More people than this, you included. */
	participantsOver?: number;
	/** All of them. */
	capabilities: readonly CapabilityTest[];
}

/** The networks, accounts and labels that a filter can name. */
export interface FilterNames {
	networks: readonly Network[];
	accounts: readonly Account[];
	/** Empty on servers without labels. */
	labels: readonly NamedLabel[];
}

export interface ChatSort {
	key: SortKey;
	/** False: the key's natural order (newest, A–Z, most unread, most participants, soonest first). */
	reversed: boolean;
}

/** The state of the `/chats` page, all of which is in its URL. */
export interface ChatView {
	filter: ChatFilter;
	sort: ChatSort;
	group?: Grouping;
	/** Absent: the usual order of the grouping. */
	groupOrder?: GroupOrder;
	layout: Layout;
}

/** Every chat, newest activity first, as a table. */
export const ALL_CHATS: ChatView = {
	filter: { flags: {}, networks: [], accountIDs: [], labelIDs: [], q: '', capabilities: [] },
	sort: { key: 'activity', reversed: false },
	layout: 'table'
};

/** Beeper's definition of the inbox: not archived and not low priority. */
export const INBOX: ChatView = {
	...ALL_CHATS,
	filter: { ...ALL_CHATS.filter, flags: { archived: 'no', 'low-priority': 'no' } }
};
