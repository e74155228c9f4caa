import { differs, type MatrixRow } from './capabilities/matrix';
import { fullNameOf, type CapabilityRow } from './capabilities/row';
import { isNetworkNamed, type Network } from './network';
import { foldText } from './views/search';
import type { ViewProblem } from './views/url';

/** Everything the `/capabilities` page shows, as its URL says it. */
export interface CapabilityView {
	/** Bridge types or display names; any of them. Empty: every network. */
	networks: readonly string[];
	/** Leaves out the rows in which all columns say the same. */
	onlyDiffering: boolean;
	/** Every word must occur in a row's name, section, meaning or path; case and accents do not matter. */
	q: string;
}

/** Every network, every row. */
export const WHOLE_TABLE: CapabilityView = { networks: [], onlyDiffering: false, q: '' };

export interface ParsedCapabilityView {
	view: CapabilityView;
	/** In the order of the contract's keys. */
	problems: ViewProblem[];
	/** Keys that belong to somebody else, in their order, to be handed back to `formatCapabilityView`. */
	unknown: [key: string, value: string][];
}

const KEYS: ReadonlySet<string> = new Set(['network', 'rows', 'q']);

/** Read the query of `/capabilities`. A stale bookmark opens too: what is wrong is a problem, never an error. */
export function parseCapabilityView(params: URLSearchParams): ParsedCapabilityView {
	const networks = unique(params.getAll('network'));
	const rows = unique(params.getAll('rows'));
	const [q = '', ...furtherTexts] = params.getAll('q');
	return {
		view: {
			networks: networks.filter((word) => !isBlank(word)),
			onlyDiffering: rows.includes('differ'),
			q
		},
		problems: [
			...networks.filter(isBlank).map(problemOf('network', 'the name of a network')),
			...rows.filter((word) => word !== 'differ').map(problemOf('rows', 'differ')),
			...furtherTexts.map(problemOf('q', 'only one value'))
		],
		unknown: [...params].filter(([key]) => !KEYS.has(key))
	};
}

/**
 * The inverse of {@link parseCapabilityView}; defaults are left out, so equal views give equal
 * addresses. Unknown keys follow at the end.
 */
export function formatCapabilityView(
	view: CapabilityView,
	unknown: readonly (readonly [key: string, value: string])[] = []
): URLSearchParams {
	const params = new URLSearchParams();
	for (const network of unique(view.networks)) params.append('network', network);
	if (view.onlyDiffering) params.set('rows', 'differ');
	if (view.q) params.set('q', view.q);
	for (const [key, value] of unknown) params.append(key, value);
	return params;
}

/**
 * The networks a view asks for, in the order in which they come.
 *
 * @param words - as in {@link CapabilityView}; when none of them means a network here, all are picked
 * @returns `problems`: the words that mean none of them
 */
export function pickNetworks<Named extends Network>(
	networks: readonly Named[],
	words: readonly string[]
): { picked: readonly Named[]; problems: readonly ViewProblem[] } {
	const picked = networks.filter((network) => words.some((word) => isNetworkNamed(network, word)));
	const strangers = words.filter((word) => !networks.some((known) => isNetworkNamed(known, word)));
	return {
		picked: picked.length > 0 ? picked : networks,
		problems: strangers.map(problemOf('network', 'a network that has chats here'))
	};
}

/**
 * What to ask for after one network's box was ticked or unticked. The last one stays: a table
 * without columns says nothing.
 *
 * @returns bridge types; empty when that is all of them
 */
export function toggleNetwork(
	networks: readonly Network[],
	words: readonly string[],
	key: string
): readonly string[] {
	const { picked } = pickNetworks(networks, words);
	const others = picked.filter((network) => network.key !== key);
	const added = others.length === picked.length;
	const after = networks.filter((network) =>
		added ? picked.includes(network) || network.key === key : others.includes(network)
	);
	if (after.length === networks.length) return [];
	return (after.length > 0 ? after : picked).map((network) => network.key);
}

/** The rows a view asks for, in the table's order. */
export function shownRows(
	rows: readonly MatrixRow[],
	{ onlyDiffering, q }: Pick<CapabilityView, 'onlyDiffering' | 'q'>
): readonly MatrixRow[] {
	const words = foldText(q).split(/\s+/u).filter(Boolean);
	return rows.filter((row) => (!onlyDiffering || differs(row)) && words.every(occursIn(row.row)));
}

function occursIn(row: CapabilityRow): (word: string) => boolean {
	const text = foldText([row.section, fullNameOf(row), row.meaning, row.path].join('\n'));
	return (word) => text.includes(word);
}

function problemOf(key: string, expected: string): (value: string) => ViewProblem {
	return (value) => ({ key, value, expected });
}

function unique(words: readonly string[]): string[] {
	return [...new Set(words)];
}

function isBlank(word: string): boolean {
	return word.trim() === '';
}
