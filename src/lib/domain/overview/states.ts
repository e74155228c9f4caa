import { setFilter, setFlag } from '../chat-list/change-view';
import { REMINDERS, UNREAD, WAITING } from '../chat-list/presets';
import { ALL_CHATS, INBOX, type ChatView } from '../chat-list/view';

export const STATE_KEYS = [
	'inbox',
	'unread',
	'mentions',
	'waiting',
	'muted',
	'pinned',
	'low-priority',
	'archived',
	'drafts',
	'reminders',
	'snoozed',
	'disappearing',
	'read-only',
	'total'
] as const;
/** A column of the table, named as in the address. */
export type StateKey = (typeof STATE_KEYS)[number];

/** The states, the most important first, for pictures that have no room for all. */
export const STATE_RANKING: readonly StateKey[] = [
	'total',
	'unread',
	'waiting',
	'inbox',
	'mentions',
	'archived',
	'drafts',
	'muted',
	'pinned',
	'reminders',
	'low-priority',
	'snoozed',
	'disappearing',
	'read-only'
];

/** A state that chats are counted in. */
export interface OverviewState {
	key: StateKey;
	label: string;
	/** The chats that are in this state: as in the built-in view, where there is one. */
	view: ChatView;
}

/** All but low priority, archived, reminders and the total are parts of the inbox, as the built-in views are. */
const VIEWS: Readonly<Record<StateKey, Omit<OverviewState, 'key'>>> = {
	inbox: { label: 'Inbox', view: INBOX },
	unread: { label: 'Unread', view: UNREAD },
	mentions: { label: 'Mentions', view: setFlag(INBOX, 'mentions', 'yes') },
	waiting: { label: 'Waiting for you', view: WAITING },
	muted: { label: 'Muted', view: setFlag(INBOX, 'muted', 'yes') },
	pinned: { label: 'Pinned', view: setFlag(INBOX, 'pinned', 'yes') },
	'low-priority': { label: 'Low priority', view: setFlag(INBOX, 'low-priority', 'yes') },
	archived: { label: 'Archived', view: setFlag(ALL_CHATS, 'archived', 'yes') },
	drafts: { label: 'Drafts', view: setFlag(INBOX, 'draft', 'yes') },
	reminders: { label: 'Reminders', view: REMINDERS },
	snoozed: { label: 'Snoozed', view: setFlag(INBOX, 'snoozed', 'yes') },
	disappearing: { label: 'Disappearing', view: setFlag(INBOX, 'disappearing', 'yes') },
	'read-only': { label: 'Read-only', view: setFlag(INBOX, 'read-only', 'yes') },
	total: { label: 'Total', view: ALL_CHATS }
};

/** In the order of the table. */
export const STATES: readonly OverviewState[] = STATE_KEYS.map((key) => ({ key, ...VIEWS[key] }));

/** The chats that wait for others: the mirror of `WAITING`, the longest wait first. */
export const WAITING_FOR_THEM: ChatView = setFilter(WAITING, { waiting: 'them' });
