import type { Account } from '$lib/domain/chat/account';
import { labelAccounts } from '$lib/domain/chat/account-names';
import { buildRows } from '$lib/domain/capabilities/build-rows';
import { formatCount } from '$lib/format/number';
import { capitalize } from '$lib/format/sentence';
import { toReadableName } from '$lib/domain/capabilities/readable-name';
import { getFullName } from '$lib/domain/capabilities/row';
import type { NamedLabel } from '$lib/domain/chat/labels';
import { isPublicReaction } from '$lib/domain/privacy/anonymize-reactions';
import { isNetworkNamed, type Network } from '$lib/domain/chat/network';
import {
	FLAGS,
	type CapabilityTest,
	type ChatFilter,
	type ChatView,
	type FilterNames
} from '$lib/domain/chat-list/view';
import { describeDueSpan, describeTurn } from '$lib/domain/chat-list/describe-view';
import { getActivityRange } from '$lib/domain/chat-list/activity-range';
import { setAccount, setFilter, setFlag, setLabel } from '$lib/domain/chat-list/change-view';
import { FLAG_LABELS } from '../chat-grid/flag-labels';

/** One condition of a filter, and the view without it. */
export interface FilterChip {
	/** Unique within a view. */
	key: string;
	label: string;
	without: ChatView;
}

const SILENCE_WORDS: ReadonlyMap<string, string> = new Map([
	['unlisted', 'rejected (not listed)'],
	['unreported', 'not reported'],
	['unstated', 'not stated'],
	['inapplicable', 'doesn’t apply']
]);

/** By capability path. */
const CAPABILITY_NAMES: ReadonlyMap<string, string> = new Map(
	buildRows([]).map((row) => [row.path, getFullName(row)])
);

/**
 * Emoji of a list that is shown whole, at most; a longer one is replaced with its number of emoji.
 */
const MOST_EMOJI = 6;

/** The conditions of a view's filter, in the order of the panel. */
export function getFilterChips(view: ChatView, names: FilterNames): FilterChip[] {
	const chips: Record<Exclude<keyof ChatFilter, 'activeBefore'>, FilterChip[]> = {
		q: getSearchChips(view),
		flags: getFlagChips(view),
		type: getTypeChips(view),
		waiting: getWaitingChips(view),
		due: getDueChips(view),
		networks: getNetworkChips(view, names.networks),
		accountIDs: getAccountChips(view, names.accounts),
		labelIDs: getLabelChips(view, names.labels),
		// One chip for both bounds.
		activeAfter: getActivityChips(view),
		participantsOver: getPeopleChips(view),
		capabilities: getCapabilityChips(view)
	};
	return Object.values(chips).flat();
}

/** Capability filters, for which the panel has no control. */
export function getCapabilityChips(view: ChatView): FilterChip[] {
	const { capabilities } = view.filter;
	return capabilities.map((test) => ({
		key: `capability ${test.path}:${test.value}`,
		label: formatCapability(test),
		without: setFilter(view, { capabilities: capabilities.filter((other) => other !== test) })
	}));
}

function formatCapability({ path, value }: CapabilityTest): string {
	const fallback = path.startsWith('attachments.') ? path : toReadableName(path);
	const name = CAPABILITY_NAMES.get(path) ?? fallback;
	const words = SILENCE_WORDS.get(value.toLowerCase());
	return `${name}: ${words ?? (path === 'allowedReactions' ? formatEmoji(value) : value)}`;
}

/**
 * A network's custom emoji are only counted, because their names may identify a workspace or
 * person.
 */
function formatEmoji(value: string): string {
	if (['any', 'none'].includes(value)) return value;
	const keys = value.split(',');
	if (keys.length > MOST_EMOJI) return formatCount(keys.length, 'emoji', 'emoji');
	const shown = keys.filter(isPublicReaction);
	const custom = keys.length - shown.length;
	return [...shown, ...(custom > 0 ? [`${custom} custom`] : [])].join(' ');
}

function getSearchChips(view: ChatView): FilterChip[] {
	const { q } = view.filter;
	return q.trim()
		? [{ key: 'q', label: `“${q.trim()}”`, without: setFilter(view, { q: '' }) }]
		: [];
}

function getFlagChips(view: ChatView): FilterChip[] {
	return FLAGS.filter((flag) => view.filter.flags[flag]).map((flag) => ({
		key: flag,
		label: `${FLAG_LABELS[flag]}: ${view.filter.flags[flag] ?? ''}`,
		without: setFlag(view, flag, undefined)
	}));
}

function getTypeChips(view: ChatView): FilterChip[] {
	const { type } = view.filter;
	const label = type === 'single' ? 'Direct chats' : 'Group chats';
	return type ? [{ key: 'type', label, without: setFilter(view, { type: undefined }) }] : [];
}

function getWaitingChips(view: ChatView): FilterChip[] {
	const { waiting } = view.filter;
	if (!waiting) return [];
	const without = setFilter(view, { waiting: undefined });
	return [{ key: 'waiting', label: capitalize(describeTurn(waiting)), without }];
}

function getDueChips(view: ChatView): FilterChip[] {
	const { due } = view.filter;
	if (!due) return [];
	const without = setFilter(view, { due: undefined });
	return [{ key: 'due', label: capitalize(describeDueSpan(due)), without }];
}

function getNetworkChips(view: ChatView, networks: readonly Network[]): FilterChip[] {
	return view.filter.networks.map((word) => ({
		key: `network ${word}`,
		label: networks.find((network) => isNetworkNamed(network, word))?.name ?? word,
		without: setFilter(view, {
			networks: view.filter.networks.filter((other) => other !== word)
		})
	}));
}

function getAccountChips(view: ChatView, accounts: readonly Account[]): FilterChip[] {
	const { accountIDs } = view.filter;
	if (accountIDs.length === 0) return [];
	const labels = labelAccounts(accounts);
	return accountIDs.map((accountID) => ({
		key: `account ${accountID}`,
		label: `Account: ${labels.get(accountID) ?? accountID}`,
		without: setAccount(view, accountID, false)
	}));
}

function getLabelChips(view: ChatView, labels: readonly NamedLabel[]): FilterChip[] {
	return view.filter.labelIDs.map((id) => ({
		key: `label ${id}`,
		label: `Label: ${labels.find((label) => label.id === id)?.name ?? id}`,
		without: setLabel(view, id, false)
	}));
}

function getPeopleChips(view: ChatView): FilterChip[] {
	const { participantsOver } = view.filter;
	if (participantsOver === undefined) return [];
	const label = `More than ${formatCount(participantsOver, 'person', 'people')}`;
	return [{ key: 'people', label, without: setFilter(view, { participantsOver: undefined }) }];
}

function getActivityChips(view: ChatView): FilterChip[] {
	const { key, label } = getActivityRange(view.filter);
	const without = setFilter(view, { activeAfter: undefined, activeBefore: undefined });
	return key ? [{ key: 'activity', label, without }] : [];
}
