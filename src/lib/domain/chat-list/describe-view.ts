import { joinList } from '$lib/format/list';
import { formatCount } from '$lib/format/number';
import { capitalize } from '$lib/format/sentence';
import { labelAccounts } from '../chat/account-names';
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
	type FilterNames,
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

/** The accounts and labels of views that are described. */
type KnownNames = Pick<FilterNames, 'accounts' | 'labels'>;

/** The most accounts, and the most labels, that a description names; more are counted. */
const MOST_NAMED = 2;

/**
 * A few words for a view: `Muted, unread groups: WhatsApp, Telegram`, `Label Work`. Up to two
 * accounts and two labels are named.
 *
 * @param names - accounts and labels that it lacks are counted; by default all of them
 */
export function describeView(
	view: ChatView,
	names: KnownNames = { accounts: [], labels: [] }
): string {
	const preset = findPresetName(view);
	if (preset) return preset === 'All' ? 'All chats' : preset;
	const isInbox = isPartOfInbox(view);
	const filter = isInbox ? withoutInboxFlags(view).filter : view.filter;
	const accounts = nameAccounts(filter, names);
	const labels = nameLabels(filter, names);
	const phrases: Record<Exclude<keyof ChatFilter, 'flags' | 'type' | 'networks'>, string> = {
		accountIDs: accounts ? '' : formatCounted(filter.accountIDs, 'in', 'account'),
		labelIDs: labels ? '' : formatCounted(filter.labelIDs, 'under', 'label'),
		activeAfter: describeBound(filter.activeAfter, 'active in the last', 'active since'),
		activeBefore: describeBound(filter.activeBefore, 'silent for', 'silent since'),
		participantsOver:
			filter.participantsOver === undefined
				? ''
				: `of more than ${formatCount(filter.participantsOver, 'person', 'people')}`,
		waiting: filter.waiting ? WAITING_WORDS[filter.waiting] : '',
		due: filter.due ? DUE_WORDS[filter.due] : '',
		capabilities: filter.capabilities.length > 0 ? 'by what they can do' : '',
		q: formatSearch(filter.q)
	};
	const kind = describeKind(filter);
	const words = Object.values(phrases).filter(Boolean);
	const networks = filter.networks.map(getNetworkName).join(', ');
	const parts = [networks, accounts, labels].filter(Boolean).join(', ');
	// Accounts and labels say enough by themselves.
	if (!kind && !isInbox && words.length === 0 && !networks && parts) return capitalize(parts);
	const text = [kind || (isInbox ? 'inbox' : 'chats'), ...words].join(' ');
	return capitalize([text, parts].filter(Boolean).join(': '));
}

/** `Kim (…0199) · WhatsApp`; empty unless each can be named. */
function nameAccounts({ accountIDs }: ChatFilter, { accounts }: KnownNames): string {
	// Most views name no account: the names of all are made only for one that does.
	return accountIDs.length === 0 ? '' : joinNames(accountIDs, labelAccounts(accounts));
}

/** `label Work`, `labels Work, Home`; empty unless each can be named. */
function nameLabels({ labelIDs }: ChatFilter, { labels }: KnownNames): string {
	const names = new Map(labels.map(({ id, name }) => [id, isolateName(name)]));
	const words = joinNames(labelIDs, names);
	return words && `${labelIDs.length === 1 ? 'label' : 'labels'} ${words}`;
}

function joinNames(ids: readonly string[], names: ReadonlyMap<string, string>): string {
	const known = ids.flatMap((id) => names.get(id) ?? []);
	return ids.length <= MOST_NAMED && known.length === ids.length ? known.join(', ') : '';
}

/** `in 3 accounts`; empty without any. */
function formatCounted(ids: readonly string[], preposition: string, noun: string): string {
	return ids.length > 0 ? `${preposition} ${formatCount(ids.length, noun)}` : '';
}

/** `matching “tea”`, on one line; the words don't change its direction. */
function formatSearch(q: string): string {
	const words = cleanName(q);
	return words && `matching “${isolateName(words)}”`;
}

function withoutInboxFlags(view: ChatView): ChatView {
	return setFlag(setFlag(view, 'archived', undefined), 'low-priority', undefined);
}

/** The flags and the type: `muted, unread groups with drafts`; empty without any. */
function describeKind(filter: ChatFilter): string {
	const adjectives = FLAGS.flatMap((flag) => {
		const answer = filter.flags[flag];
		return answer && 'adjective' in FLAG_WORDS[flag] ? describeFlag(flag, answer) : [];
	});
	const nouns = [formatNouns(filter, 'yes', 'with'), formatNouns(filter, 'no', 'without')].filter(
		Boolean
	);
	if (!filter.type && adjectives.length === 0 && nouns.length === 0) return '';
	return [adjectives.join(', '), getNoun(filter), ...nouns].filter(Boolean).join(' ');
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

function describeBound(bound: ActivityBound | undefined, span: string, since: string): string {
	if (!bound) return '';
	if ('date' in bound) return `${since} ${formatDayOrHour(bound.date)}`;
	return `${span} ${bound.daysAgo === 1 ? 'day' : formatCount(bound.daysAgo, 'day')}`;
}
