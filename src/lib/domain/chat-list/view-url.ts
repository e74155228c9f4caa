import { joinList } from '$lib/format/list';
import type { Account } from '../chat/account';
import type { NamedLabel } from '../chat/labels';
import { isNetworkNamed, type Network } from '../chat/network';
import { setFilter } from './change-view';
import {
	ALL_CHATS,
	FLAGS,
	GROUPINGS,
	LAYOUTS,
	SORT_KEYS,
	type ActivityBound,
	type CapabilityTest,
	type ChatFilter,
	type ChatSort,
	type ChatView,
	type Flag,
	type YesNo
} from './view';

/** An invalid part of a query string, which is ignored in the view. */
export interface ViewProblem {
	key: string;
	value: string;
	/** The valid values, as a phrase after "expected". */
	expected: string;
}

export interface ParsedView {
	view: ChatView;
	/** In the order of the contract's keys. */
	problems: ViewProblem[];
	/** Keys that the contract does not define, in their order; to be passed to `formatView`. */
	unknown: [key: string, value: string][];
}

const FILTER_KEYS = {
	flags: FLAGS,
	networks: ['network'],
	accountIDs: ['account'],
	labelIDs: ['label'],
	type: ['type'],
	q: ['q'],
	activeBefore: ['active-before'],
	activeAfter: ['active-after'],
	capabilities: ['capability']
} as const satisfies Record<keyof ChatFilter, readonly string[]>;
const KEYS: ReadonlySet<string> = new Set([
	...Object.values(FILTER_KEYS).flat(),
	...['sort', 'group', 'layout']
]);
const CHAT_TYPES = ['single', 'group'] as const;
const BOUND = 'a date such as 2026-01-31, or days ago such as 90d';

/**
 * Parses the query of `/chats`. Invalid parts, as in an outdated bookmark, become problems; nothing
 * is thrown.
 */
export function parseView(query: URLSearchParams | string): ParsedView {
	const params = new URLSearchParams(query);
	const problems: ViewProblem[] = [];

	function many<Value>(key: string, read: Read<Value>, expected: string): Value[] {
		const values = unique(params.getAll(key)).map((value) => {
			const meant = read(value);
			if (meant === undefined) problems.push({ key, value, expected });
			return meant;
		});
		return values.filter((value) => value !== undefined);
	}

	function one<Value>(key: string, read: Read<Value>, expected: string): Value | undefined {
		let first: Value | undefined;
		for (const value of params.getAll(key)) {
			const meant = read(value);
			if (meant === undefined) problems.push({ key, value, expected });
			else if (first === undefined) first = meant;
			else problems.push({ key, value, expected: 'only one value' });
		}
		return first;
	}

	function readOneOf<Word extends string>(key: string, words: readonly Word[]): Word | undefined {
		return one(key, (value) => words.find((word) => word === value), joinList(words, 'or'));
	}

	const flags: Partial<Record<Flag, YesNo>> = {};
	for (const flag of FLAGS) {
		const answer = readOneOf(flag, ['yes', 'no']);
		if (answer) flags[flag] = answer;
	}
	const networks = many('network', readWord, 'the name of a network');
	const accountIDs = many('account', readWord, 'the ID of an account');
	const labelIDs = many('label', readWord, 'the ID of a label');
	const type = readOneOf('type', CHAT_TYPES);
	const q = one('q', (value) => value, '') ?? '';
	const activeBefore = one('active-before', parseBound, BOUND);
	const activeAfter = one('active-after', parseBound, BOUND);
	const capabilities = many(
		'capability',
		readCapability,
		'a capability and its value, such as edit:full'
	);
	const sort = one('sort', readSort, `${joinList(SORT_KEYS, 'or')}, with - in front to reverse`);
	const group = readOneOf('group', GROUPINGS);
	const layout = readOneOf('layout', LAYOUTS);

	const filter = {
		...{ flags, networks, accountIDs, labelIDs, type, q },
		...{ activeBefore, activeAfter, capabilities }
	} satisfies Record<keyof ChatFilter, unknown>;
	return {
		view: {
			...setFilter(ALL_CHATS, filter),
			sort: sort ?? ALL_CHATS.sort,
			...(group && { group }),
			layout: layout ?? ALL_CHATS.layout
		},
		problems,
		unknown: [...params].filter(([key]) => !KEYS.has(key))
	};
}

/**
 * The inverse of `parseView`. Defaults are omitted and keys have a fixed order, so equal views give
 * equal addresses; unknown keys come last.
 */
export function formatView(
	{ filter, sort, group, layout }: ChatView,
	unknown: readonly (readonly [key: string, value: string])[] = []
): URLSearchParams {
	const capabilities = filter.capabilities.map(({ path, value }) => `${path}:${value}`);
	const filterPairs: Record<keyof ChatFilter, readonly Pair[]> = {
		flags: FLAGS.map((flag) => [flag, filter.flags[flag]]),
		networks: unique(filter.networks).map((network) => ['network', network]),
		accountIDs: unique(filter.accountIDs).map((accountID) => ['account', accountID]),
		labelIDs: unique(filter.labelIDs).map((id) => ['label', id]),
		type: [['type', filter.type]],
		q: [['q', filter.q]],
		activeBefore: [['active-before', filter.activeBefore && formatBound(filter.activeBefore)]],
		activeAfter: [['active-after', filter.activeAfter && formatBound(filter.activeAfter)]],
		capabilities: unique(capabilities).map((test) => ['capability', test])
	};
	const pairs: readonly Pair[] = [
		...Object.values(filterPairs).flat(),
		['sort', isDefault(sort) ? undefined : `${sort.reversed ? '-' : ''}${sort.key}`],
		['group', group],
		['layout', layout !== ALL_CHATS.layout && layout]
	];

	const params = new URLSearchParams();
	for (const [key, value] of pairs) {
		if (value) params.append(key, value);
	}
	for (const [key, value] of unknown) params.append(key, value);
	return params;
}

/** A value that is empty, false or absent is not written. */
type Pair = readonly [key: string, value: string | false | undefined];

type Read<Value> = (value: string) => Value | undefined;

function readWord(value: string): string | undefined {
	return value.trim() === '' ? undefined : value;
}

/** Paths contain no colon, but values such as lists may. */
function readCapability(text: string): CapabilityTest | undefined {
	const [, path, value] = /^([^:]+):(.+)$/s.exec(text) ?? [];
	return path && value ? { path, value } : undefined;
}

function readSort(text: string): ChatSort | undefined {
	const reversed = text.startsWith('-');
	const key = SORT_KEYS.find((word) => word === text.slice(reversed ? 1 : 0));
	return key && { key, reversed };
}

function isDefault(sort: ChatSort): boolean {
	return sort.key === ALL_CHATS.sort.key && sort.reversed === ALL_CHATS.sort.reversed;
}

function unique(values: readonly string[]): string[] {
	return [...new Set(values)];
}

/** `2026-01-31` or `90d`; undefined for anything else, such as 30 February. */
function parseBound(text: string): ActivityBound | undefined {
	const days = /^(\d{1,5})d$/.exec(text)?.[1];
	if (days !== undefined) return { daysAgo: Number(days) };
	return isCalendarDay(text) ? { date: text } : undefined;
}

export function formatBound(bound: ActivityBound): string {
	return 'date' in bound ? bound.date : `${bound.daysAgo}d`;
}

function isCalendarDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const midnight = new Date(`${text}T00:00Z`);
	// Engines roll 30 February over into March instead of refusing it.
	return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}

/** Networks, accounts and labels that a filter names and no chat has, as from an old bookmark. */
export function findUnknownFilterValues(
	{ networks: words, accountIDs, labelIDs }: ChatFilter,
	known: {
		networks: readonly Network[];
		accounts: readonly Account[];
		labels: readonly NamedLabel[];
	}
): ViewProblem[] {
	const unknownWords = words.filter(
		(word) => !known.networks.some((network) => isNetworkNamed(network, word))
	);
	const unknownIDs = accountIDs.filter(
		(id) => !known.accounts.some(({ accountID }) => accountID === id)
	);
	const unknownLabels = labelIDs.filter((id) => !known.labels.some((label) => label.id === id));
	return [
		...unknownWords.map((value) => ({
			key: 'network',
			value,
			expected: 'a network that has chats here'
		})),
		...unknownIDs.map((value) => ({ key: 'account', value, expected: 'an account that is here' })),
		...unknownLabels.map((value) => ({ key: 'label', value, expected: 'a label that is here' }))
	];
}
