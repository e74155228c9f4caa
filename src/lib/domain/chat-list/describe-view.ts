import { formatCount } from '$lib/format/number';
import { getNetworkName } from '../chat/network';
import { formatView } from './view-url';
import {
	ALL_CHATS,
	FLAGS,
	INBOX,
	type ActivityBound,
	type ChatFilter,
	type ChatView,
	type Flag
} from './view';

/** Adjectives of flags, also after `not`. */
const ADJECTIVES: Readonly<Partial<Record<Flag, string>>> = {
	archived: 'archived',
	muted: 'muted',
	pinned: 'pinned',
	unread: 'unread',
	'low-priority': 'low-priority',
	'read-only': 'read-only',
	snoozed: 'snoozed',
	disappearing: 'disappearing'
};
/** Nouns of flags, after `with` and `without`. */
const POSSESSIONS: Readonly<Partial<Record<Flag, string>>> = {
	mentions: 'mentions',
	draft: 'drafts',
	reminder: 'reminders'
};

/** A few words for a view: `Muted, unread groups on WhatsApp and Telegram`. */
export function describeView({ filter }: ChatView): string {
	const query = formatView({ ...ALL_CHATS, filter }).toString();
	if (query === '') return 'All chats';
	if (query === formatView(INBOX).toString()) return 'Inbox';
	const adjectives = FLAGS.flatMap((flag) => {
		const word = ADJECTIVES[flag];
		if (word === undefined || filter.flags[flag] === undefined) return [];
		return filter.flags[flag] === 'yes' ? word : `not ${word}`;
	});
	const words = [
		adjectives.join(', '),
		nounFor(filter),
		possessions(filter, 'yes', 'with'),
		possessions(filter, 'no', 'without'),
		filter.networks.length > 0 && `on ${joinWords(filter.networks.map(getNetworkName))}`,
		filter.accountIDs.length > 0 && `in ${formatCount(filter.accountIDs.length, 'account')}`,
		filter.activeAfter && boundWords(filter.activeAfter, 'active in the last', 'active since'),
		filter.activeBefore && boundWords(filter.activeBefore, 'silent for', 'silent since'),
		filter.capabilities.length > 0 && 'by what they can do',
		filter.q.trim() && `matching “${filter.q.trim()}”`
	];
	const text = words.filter(Boolean).join(' ');
	return text.charAt(0).toUpperCase() + text.slice(1);
}

function nounFor({ type }: ChatFilter): string {
	if (type === 'group') return 'groups';
	return type === 'single' ? 'direct chats' : 'chats';
}

function possessions({ flags }: ChatFilter, answer: 'yes' | 'no', preposition: string): string {
	const words = FLAGS.flatMap((flag) => (flags[flag] === answer && POSSESSIONS[flag]) || []);
	return words.length > 0 ? `${preposition} ${joinWords(words)}` : '';
}

function boundWords(bound: ActivityBound, span: string, since: string): string {
	if ('date' in bound) return `${since} ${bound.date}`;
	return `${span} ${bound.daysAgo === 1 ? 'day' : formatCount(bound.daysAgo, 'day')}`;
}

/** `a`, `a and b`, `a, b and c` */
function joinWords(words: readonly string[]): string {
	const last = words.at(-1) ?? '';
	return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
