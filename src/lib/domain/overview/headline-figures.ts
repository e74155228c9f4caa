import { setFilter } from '../chat-list/change-view';
import { REMINDERS } from '../chat-list/presets';
import { DUE_SPANS, type ChatView, type DueSpan } from '../chat-list/view';
import type { Overview } from './count-overview';
import { STATES, type StateKey } from './states';

export const HEADLINE_KEYS = [
	'chats',
	'unread',
	'mentions',
	'waiting',
	'drafts',
	'overdue',
	'today',
	'week',
	'accounts'
] as const;
export type HeadlineKey = (typeof HEADLINE_KEYS)[number];

/** A number of the headline. */
export interface HeadlineFigure {
	key: HeadlineKey;
	label: string;
	count: number;
	/** Number of messages in these chats; absent: not counted. */
	messages?: number;
	/** The chats; absent: the number is about accounts. */
	view?: ChatView;
}

const STATE_FIGURES: readonly { key: HeadlineKey; state: StateKey; label: string }[] = [
	{ key: 'chats', state: 'total', label: 'Chats' },
	{ key: 'unread', state: 'unread', label: 'Unread' },
	{ key: 'mentions', state: 'mentions', label: 'Mentions' },
	{ key: 'waiting', state: 'waiting', label: 'Waiting for you' },
	{ key: 'drafts', state: 'drafts', label: 'Drafts' }
];

const DUE_LABELS: Readonly<Record<DueSpan, string>> = {
	overdue: 'Overdue reminders',
	today: 'Reminders today',
	week: 'Reminders in 7 days'
};

/** The reminders that are due in a span of time. */
export function getDueView(due: DueSpan): ChatView {
	return setFilter(REMINDERS, { due });
}

/** @param troubled - number of accounts that only the user can bring back */
export function buildHeadline(
	{ totals, unreadMessages, due }: Pick<Overview, 'totals' | 'unreadMessages' | 'due'>,
	troubled: number
): readonly HeadlineFigure[] {
	const states = STATE_FIGURES.flatMap(({ key, state, label }): HeadlineFigure[] =>
		STATES.filter((each) => each.key === state).map(({ view }) => ({
			...{ key, label, view, count: totals[state] },
			...(key === 'unread' && { messages: unreadMessages })
		}))
	);
	const reminders = DUE_SPANS.map((span) => ({
		...{ key: span, label: DUE_LABELS[span] },
		...{ count: due[span], view: getDueView(span) }
	}));
	const accounts: HeadlineFigure = {
		key: 'accounts',
		label: 'Accounts need you',
		count: troubled
	};
	return [...states, ...reminders, accounts];
}
