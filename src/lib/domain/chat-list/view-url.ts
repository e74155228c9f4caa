import { joinList } from '$lib/format/list';
import { isPossibleUrlValue } from '../capabilities/url-value';
import { CHAT_TYPES } from '../chat/chat';
import { isNetworkNamed } from '../chat/network';
import { TURNS } from '../chat/waiting';
import {
	createMissingProblem,
	createNetworkProblem,
	parseWord,
	ViewQuery,
	writeViewQuery,
	type Parameter,
	type OptionalParameter,
	type ViewProblem
} from '../view-query';
import { setFilter, setGroupOrder } from './change-view';
import { setPeek } from './peek-url';
import {
	ALL_CHATS,
	DUE_SPANS,
	FLAGS,
	GROUPINGS,
	GROUP_ORDERS,
	LAYOUTS,
	SORT_KEYS,
	type ActivityBound,
	type CapabilityTest,
	type ChatFilter,
	type ChatSort,
	type ChatView,
	type FilterNames,
	type Flag,
	type YesNo
} from './view';

export interface ParsedView {
	view: ChatView;
	/** In the order of the contract's keys. */
	problems: ViewProblem[];
	/** Keys that the contract does not define, in their order; to be passed to `formatView`. */
	unknown: Parameter[];
}

const BOUND = 'a date such as 2026-01-31, or days ago such as 90d';

/**
 * Parses the query of `/chats`. Invalid parts, as in an outdated bookmark, become problems; nothing
 * is thrown.
 */
export function parseView(query: URLSearchParams | string): ParsedView {
	const params = new ViewQuery(setPeek(query.toString(), undefined));
	const flags: Partial<Record<Flag, YesNo>> = {};
	for (const flag of FLAGS) {
		const answer = params.readOneOf(flag, ['yes', 'no']);
		if (answer) flags[flag] = answer;
	}
	const networks = params.readAll('network', parseWord, 'the name of a network');
	const accountIDs = params.readAll('account', parseWord, 'the ID of an account');
	const labelIDs = params.readAll('label', parseWord, 'the ID of a label');
	const type = params.readOneOf('type', CHAT_TYPES);
	const waiting = params.readOneOf('waiting', TURNS);
	const due = params.readOneOf('due', DUE_SPANS);
	const q = params.readOne('q', (value) => value, '') ?? '';
	const activeBefore = params.readOne('active-before', parseBound, BOUND);
	const activeAfter = params.readOne('active-after', parseBound, BOUND);
	const participantsOver = params.readOne(
		'participants-over',
		parsePeople,
		'a number of people, such as 50'
	);
	const capabilities = params.readAll(
		'capability',
		parsePossibleCapability,
		'a capability and its value, such as edit:full'
	);
	const sort = params.readOne(
		'sort',
		parseSort,
		`${joinList(SORT_KEYS, 'or')}, with - in front to reverse`
	);
	const group = params.readOneOf('group', GROUPINGS);
	const groupOrder = params.readOneOf('group-order', GROUP_ORDERS);
	const layout = params.readOneOf('layout', LAYOUTS);

	const filter = {
		...{ flags, networks, accountIDs, labelIDs, type, waiting, due, q },
		...{ activeBefore, activeAfter, participantsOver, capabilities }
	} satisfies Record<keyof ChatFilter, unknown>;
	return {
		view: setGroupOrder(
			{
				...setFilter(ALL_CHATS, filter),
				sort: sort ?? ALL_CHATS.sort,
				...(group && { group }),
				layout: layout ?? ALL_CHATS.layout
			},
			groupOrder
		),
		problems: params.problems,
		unknown: params.unknown
	};
}

/**
 * The inverse of `parseView`. Defaults are omitted and keys have a fixed order, so equal views give
 * equal addresses; unknown keys come last.
 */
export function formatView(
	{ filter, sort, group, groupOrder, layout }: ChatView,
	unknown: readonly Parameter[] = []
): URLSearchParams {
	const filterPairs: Record<keyof ChatFilter, readonly OptionalParameter[]> = {
		flags: FLAGS.map((flag) => [flag, filter.flags[flag]]),
		networks: filter.networks.map((network) => ['network', network]),
		accountIDs: filter.accountIDs.map((accountID) => ['account', accountID]),
		labelIDs: filter.labelIDs.map((id) => ['label', id]),
		type: [['type', filter.type]],
		waiting: [['waiting', filter.waiting]],
		due: [['due', filter.due]],
		q: [['q', filter.q]],
		activeBefore: [['active-before', filter.activeBefore && formatBound(filter.activeBefore)]],
		activeAfter: [['active-after', filter.activeAfter && formatBound(filter.activeAfter)]],
		participantsOver: [['participants-over', filter.participantsOver?.toString()]],
		capabilities: filter.capabilities.map(({ path, value }) => ['capability', `${path}:${value}`])
	};
	return writeViewQuery(
		[
			...Object.values(filterPairs).flat(),
			['sort', formatSort(sort)],
			['group', group],
			['group-order', groupOrder],
			['layout', layout !== ALL_CHATS.layout && layout]
		],
		unknown
	);
}

/** Paths contain no colon, but values such as lists may. */
export function parseCapability(text: string): CapabilityTest | undefined {
	const [, path, value] = /^([^:]+):(.+)$/s.exec(text) ?? [];
	return path && value ? { path, value } : undefined;
}

function parsePossibleCapability(text: string): CapabilityTest | undefined {
	const test = parseCapability(text);
	return test && isPossibleUrlValue(test.path, test.value) ? test : undefined;
}

function parseSort(text: string): ChatSort | undefined {
	const reversed = text.startsWith('-');
	const key = SORT_KEYS.find((word) => word === text.slice(reversed ? 1 : 0));
	return key && { key, reversed };
}

/** `title` or `-title`; undefined for the usual order. */
export function formatSort({ key, reversed }: ChatSort): string | undefined {
	const isUsual = key === ALL_CHATS.sort.key && reversed === ALL_CHATS.sort.reversed;
	return isUsual ? undefined : `${reversed ? '-' : ''}${key}`;
}

/** `2026-01-31`, `2026-01-31T14` or `90d`; undefined for anything else, such as 30 February. */
export function parseBound(text: string): ActivityBound | undefined {
	const days = /^(\d{1,5})d$/.exec(text)?.[1];
	if (days !== undefined) return { daysAgo: Number(days) };
	return isCalendarTime(text) ? { date: text } : undefined;
}

/** `50`; undefined for anything but a whole number. */
export function parsePeople(text: string): number | undefined {
	return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

export function formatBound(bound: ActivityBound): string {
	return 'date' in bound ? bound.date : `${bound.daysAgo}d`;
}

/** `2026-01-31` or `2026-01-31T14`. */
function isCalendarTime(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}(?:T\d{2})?$/.test(text)) return false;
	const time = new Date(text.includes('T') ? `${text}:00Z` : `${text}T00:00Z`);
	// Engines roll 30 February over into March instead of refusing it.
	return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}

/** Networks, accounts and labels that a filter names and no chat has, as from an old bookmark. */
export function findUnknownFilterValues(
	{ networks: words, accountIDs, labelIDs }: ChatFilter,
	known: FilterNames
): ViewProblem[] {
	const unknownWords = words.filter(
		(word) => !known.networks.some((network) => isNetworkNamed(network, word))
	);
	const unknownIDs = accountIDs.filter(
		(id) => !known.accounts.some(({ accountID }) => accountID === id)
	);
	const unknownLabels = labelIDs.filter((id) => !known.labels.some((label) => label.id === id));
	return [
		...unknownWords.map((word) => createNetworkProblem(word, known.networks)),
		...unknownIDs.map((value) => createMissingProblem('account', value)),
		...unknownLabels.map((value) => createMissingProblem('label', value))
	];
}
