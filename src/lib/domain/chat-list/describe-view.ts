import { joinList } from '$lib/format/list';
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

/** An adjective goes after `not` too, a noun after `with` and `without`. */
const FLAG_WORDS: Readonly<Record<Flag, { adjective: string } | { noun: string }>> = {
	archived: { adjective: 'archived' },
	muted: { adjective: 'muted' },
	pinned: { adjective: 'pinned' },
	unread: { adjective: 'unread' },
	mentions: { noun: 'mentions' },
	'low-priority': { adjective: 'low-priority' },
	'read-only': { adjective: 'read-only' },
	draft: { noun: 'drafts' },
	reminder: { noun: 'reminders' },
	snoozed: { adjective: 'snoozed' },
	disappearing: { adjective: 'disappearing' },
	merged: { adjective: 'merged' }
};

/** A few words for a view: `Muted, unread groups on WhatsApp and Telegram`. */
export function describeView({ filter }: ChatView): string {
	const query = formatView({ ...ALL_CHATS, filter }).toString();
	if (query === '') return 'All chats';
	if (query === formatView(INBOX).toString()) return 'Inbox';
	const phrases: Record<Exclude<keyof ChatFilter, 'flags' | 'type'>, string | false | undefined> = {
		networks: filter.networks.length > 0 && `on ${joinList(filter.networks.map(getNetworkName))}`,
		accountIDs:
			filter.accountIDs.length > 0 && `in ${formatCount(filter.accountIDs.length, 'account')}`,
		labelIDs: filter.labelIDs.length > 0 && `under ${formatCount(filter.labelIDs.length, 'label')}`,
		activeAfter:
			filter.activeAfter && formatBound(filter.activeAfter, 'active in the last', 'active since'),
		activeBefore:
			filter.activeBefore && formatBound(filter.activeBefore, 'silent for', 'silent since'),
		capabilities: filter.capabilities.length > 0 && 'by what they can do',
		q: filter.q.trim() && `matching “${filter.q.trim()}”`
	};
	const text = [...describeChats(filter), ...Object.values(phrases)].filter(Boolean).join(' ');
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The flags and the type: `muted, unread`, `groups`, `with drafts`; empty where there is none. */
function describeChats(filter: ChatFilter): readonly string[] {
	const adjectives = FLAGS.flatMap((flag) => {
		const words = FLAG_WORDS[flag];
		if (!('adjective' in words) || filter.flags[flag] === undefined) return [];
		return filter.flags[flag] === 'yes' ? words.adjective : `not ${words.adjective}`;
	});
	return [
		adjectives.join(', '),
		getNoun(filter),
		formatNouns(filter, 'yes', 'with'),
		formatNouns(filter, 'no', 'without')
	];
}

function getNoun({ type }: ChatFilter): string {
	if (type === 'group') return 'groups';
	return type === 'single' ? 'direct chats' : 'chats';
}

function formatNouns({ flags }: ChatFilter, answer: 'yes' | 'no', preposition: string): string {
	const words = FLAGS.flatMap((flag) => {
		const word = FLAG_WORDS[flag];
		return flags[flag] === answer && 'noun' in word ? word.noun : [];
	});
	return words.length > 0 ? `${preposition} ${joinList(words)}` : '';
}

function formatBound(bound: ActivityBound, span: string, since: string): string {
	if ('date' in bound) return `${since} ${bound.date}`;
	return `${span} ${bound.daysAgo === 1 ? 'day' : formatCount(bound.daysAgo, 'day')}`;
}
