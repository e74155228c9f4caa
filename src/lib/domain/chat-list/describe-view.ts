import { joinList } from '$lib/format/list';
import { formatCount } from '$lib/format/number';
import { cleanName, isolateName } from '../chat/name';
import { getNetworkName } from '../chat/network';
import type { Turn } from '../chat/waiting';
import { formatDayOrHour } from './activity-range';
import { isPartOfInbox, setFlag } from './change-view';
import { findPresetName } from './presets';
import {
	FLAGS,
	type ActivityBound,
	type ChatFilter,
	type ChatView,
	type DueSpan,
	type Flag,
	type YesNo
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

const WAITING_WORDS: Readonly<Record<Turn, string>> = {
	me: 'waiting for you',
	them: 'waiting for them'
};

const DUE_WORDS: Readonly<Record<DueSpan, string>> = {
	overdue: 'overdue',
	today: 'due later today',
	week: 'due within 7 days'
};

/** `waiting for you`, `waiting for them`. */
export function describeTurn(turn: Turn): string {
	return WAITING_WORDS[turn];
}

/** `overdue`, `due later today`, `due within 7 days`. */
export function describeDueSpan(span: DueSpan): string {
	return DUE_WORDS[span];
}

/** `not pinned`, `with drafts`. */
export function describeFlag(flag: Flag, answer: YesNo): string {
	const words = FLAG_WORDS[flag];
	if ('noun' in words) return `${answer === 'yes' ? 'with' : 'without'} ${words.noun}`;
	return answer === 'yes' ? words.adjective : `not ${words.adjective}`;
}

/** A few words for a view: `Muted, unread groups: WhatsApp, Telegram`. */
export function describeView(view: ChatView): string {
	const preset = findPresetName(view);
	if (preset) return preset === 'All' ? 'All chats' : preset;
	const isInbox = isPartOfInbox(view);
	const filter = isInbox ? withoutInboxFlags(view).filter : view.filter;
	const phrases: Record<Exclude<keyof ChatFilter, 'flags' | 'type' | 'networks'>, string> = {
		accountIDs: formatPart(filter.accountIDs, (ids) => `in ${formatCount(ids.length, 'account')}`),
		labelIDs: formatPart(filter.labelIDs, (ids) => `under ${formatCount(ids.length, 'label')}`),
		activeAfter: formatBound(filter.activeAfter, 'active in the last', 'active since'),
		activeBefore: formatBound(filter.activeBefore, 'silent for', 'silent since'),
		participantsOver:
			filter.participantsOver === undefined
				? ''
				: `of more than ${formatCount(filter.participantsOver, 'person', 'people')}`,
		waiting: filter.waiting ? WAITING_WORDS[filter.waiting] : '',
		due: filter.due ? DUE_WORDS[filter.due] : '',
		capabilities: formatPart(filter.capabilities, () => 'by what they can do'),
		q: formatSearch(filter.q)
	};
	const chats = describeChats(filter);
	const text = [isInbox && chats === 'chats' ? 'inbox' : chats, ...Object.values(phrases)]
		.filter(Boolean)
		.join(' ');
	const networks = filter.networks.map(getNetworkName).join(', ');
	return text.charAt(0).toUpperCase() + text.slice(1) + (networks && `: ${networks}`);
}

/** `matching “tea”`: on one line, whose direction the words don't turn. */
function formatSearch(q: string): string {
	const words = cleanName(q);
	return words && `matching “${isolateName(words)}”`;
}

function withoutInboxFlags(view: ChatView): ChatView {
	return setFlag(setFlag(view, 'archived', undefined), 'low-priority', undefined);
}

function formatPart<Item>(
	items: readonly Item[],
	format: (items: readonly Item[]) => string
): string {
	return items.length > 0 ? format(items) : '';
}

/** The flags and the type: `muted, unread groups with drafts`. */
function describeChats(filter: ChatFilter): string {
	const adjectives = FLAGS.flatMap((flag) => {
		const answer = filter.flags[flag];
		return answer && 'adjective' in FLAG_WORDS[flag] ? describeFlag(flag, answer) : [];
	});
	return [
		adjectives.join(', '),
		getNoun(filter),
		formatNouns(filter, 'yes', 'with'),
		formatNouns(filter, 'no', 'without')
	]
		.filter(Boolean)
		.join(' ');
}

function getNoun({ type }: ChatFilter): string {
	if (type === 'group') return 'groups';
	return type === 'single' ? 'direct chats' : 'chats';
}

function formatNouns({ flags }: ChatFilter, answer: YesNo, preposition: string): string {
	const words = FLAGS.flatMap((flag) => {
		const word = FLAG_WORDS[flag];
		return flags[flag] === answer && 'noun' in word ? word.noun : [];
	});
	return words.length > 0 ? `${preposition} ${joinList(words)}` : '';
}

function formatBound(bound: ActivityBound | undefined, span: string, since: string): string {
	if (!bound) return '';
	if ('date' in bound) return `${since} ${formatDayOrHour(bound.date)}`;
	return `${span} ${bound.daysAgo === 1 ? 'day' : formatCount(bound.daysAgo, 'day')}`;
}
