import { COLUMN_GROUPINGS, type ColumnGrouping } from './columns/build-columns';
import { SECTIONS, type Section } from './row';
import { toSlug } from './table/fragment';
import type { ViewProblem } from '../chat-list/view-url';

/** Everything the `/capabilities` page shows, as its URL says it. */
export interface CapabilityView {
	/** What there is a column for. */
	by: ColumnGrouping;
	/** Bridge types or display names; any of them. Empty: every network. */
	networks: readonly string[];
	/** Any of them. Empty: every account. */
	accountIDs: readonly string[];
	/** The chats that have a column where there is one `by` chat, in this order. */
	chatIDs: readonly string[];
	/** Keys of the columns that are replaced by their variants. */
	split: readonly string[];
	/** Leaves out the rows in which all columns say the same. */
	onlyDiffering: boolean;
	/** Every word must occur in a row's name, section, meaning or path; case and accents do not matter. */
	q: string;
	/** Key of the column that the others are compared with; empty: none. */
	baseline: string;
	/** What is known of networks without the user's chats stands beside what the chats say. */
	hasReference: boolean;
	/** Says in how many chats each row works. */
	hasShare: boolean;
	/** Sections whose rows are out of sight, in the table's order. */
	folded: readonly Section[];
	/** Nothing but the table, fitted to the window, for a screenshot. */
	isBare: boolean;
}

/** Every network, every row. */
export const WHOLE_TABLE: CapabilityView = {
	by: 'network',
	networks: [],
	accountIDs: [],
	chatIDs: [],
	split: [],
	onlyDiffering: false,
	q: '',
	baseline: '',
	hasReference: false,
	hasShare: false,
	folded: [],
	isBare: false
};

export interface ParsedCapabilityView {
	view: CapabilityView;
	/** In the order of the contract's keys. */
	problems: ViewProblem[];
	/** Keys that belong to somebody else, in their order, to be handed back to `formatCapabilityView`. */
	unknown: [key: string, value: string][];
}

const KEYS: ReadonlySet<string> = new Set([
	...['by', 'network', 'account', 'chat', 'split', 'rows', 'q', 'baseline', 'reference'],
	...['share', 'fold', 'bare']
]);

/** Read the query of `/capabilities`. A stale bookmark opens too: what is wrong is a problem, never an error. */
export function parseCapabilityView(params: URLSearchParams): ParsedCapabilityView {
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
		for (const value of unique(params.getAll(key))) {
			const meant = read(value);
			if (meant === undefined) problems.push({ key, value, expected });
			else if (first === undefined) first = meant;
			else problems.push({ key, value, expected: 'only one value' });
		}
		return first;
	}

	function isOn(key: string, word: string): boolean {
		return one(key, oneOf([word]), word) !== undefined;
	}

	return {
		view: {
			by: one('by', oneOf(COLUMN_GROUPINGS), alternatives(COLUMN_GROUPINGS)) ?? WHOLE_TABLE.by,
			networks: many('network', readWord, 'the name of a network'),
			accountIDs: many('account', readWord, 'the ID of an account'),
			chatIDs: many('chat', readWord, 'the ID of a chat'),
			split: many('split', readWord, 'the key of a column'),
			onlyDiffering: isOn('rows', 'differ'),
			q: one('q', (value) => value, '') ?? '',
			baseline: one('baseline', readWord, 'the key of a column') ?? '',
			hasReference: isOn('reference', 'yes'),
			hasShare: isOn('share', 'yes'),
			folded: inOrder(many('fold', readSection, `a section, such as ${toSlug(SECTIONS[1])}`)),
			isBare: isOn('bare', 'yes')
		},
		problems,
		unknown: [...params].filter(([key]) => !KEYS.has(key))
	};
}

/**
 * The inverse of {@link parseCapabilityView}; defaults are left out and keys have one order, so
 * equal views give equal addresses. Unknown keys follow at the end.
 */
export function formatCapabilityView(
	view: CapabilityView,
	unknown: readonly (readonly [key: string, value: string])[] = []
): URLSearchParams {
	const pairs: (readonly [string, string | false])[] = [
		['by', view.by !== WHOLE_TABLE.by && view.by],
		...unique(view.networks).map((network) => ['network', network] as const),
		...unique(view.accountIDs).map((accountID) => ['account', accountID] as const),
		...unique(view.chatIDs).map((chatID) => ['chat', chatID] as const),
		...unique(view.split).map((key) => ['split', key] as const),
		['rows', view.onlyDiffering && 'differ'],
		['q', view.q],
		['baseline', view.baseline],
		['reference', view.hasReference && 'yes'],
		['share', view.hasShare && 'yes'],
		...inOrder(view.folded).map((section) => ['fold', toSlug(section)] as const),
		['bare', view.isBare && 'yes']
	];
	const params = new URLSearchParams();
	for (const [key, value] of pairs) if (value) params.append(key, value);
	for (const [key, value] of unknown) params.append(key, value);
	return params;
}

type Read<Value> = (value: string) => Value | undefined;

function readWord(value: string): string | undefined {
	return value.trim() === '' ? undefined : value;
}

function oneOf<Word extends string>(words: readonly Word[]): Read<Word> {
	return (value) => words.find((word) => word === value);
}

function readSection(value: string): Section | undefined {
	return SECTIONS.find((section) => toSlug(section) === value);
}

function inOrder(sections: readonly Section[]): Section[] {
	return SECTIONS.filter((section) => sections.includes(section));
}

/** `a, b or c` */
function alternatives(words: readonly string[]): string {
	return `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

function unique(words: readonly string[]): string[] {
	return [...new Set(words)];
}
