import { joinList } from '$lib/format/list';
import { COLUMN_GROUPINGS, type ColumnGrouping } from './columns/build-columns';
import { SECTIONS, type Section } from './row';
import { toSlug } from './table/fragment';
import type { ViewProblem } from '../chat-list/view-url';

/** The state of the `/capabilities` page, all of which is in its URL. */
export interface CapabilityView {
	/** The meaning of the columns. */
	by: ColumnGrouping;
	/** Bridge types or display names; any of them. Empty: every network. */
	networks: readonly string[];
	/** Any of them. Empty: every account. */
	accountIDs: readonly string[];
	/** The columns of a table by chat, in this order. */
	chatIDs: readonly string[];
	/** Keys of the columns that are replaced by their variants. */
	split: readonly string[];
	/** Leaves out the rows in which all columns state the same. */
	onlyDiffering: boolean;
	/** Every word must occur in a row's name, section, meaning or path; case and accents do not matter. */
	q: string;
	/** Key of the column that the others are compared with; empty: no comparison. */
	baseline: string;
	/** Shows the reference beside the user's chats. */
	hasReference: boolean;
	/** Shows in how many chats each row works. */
	hasShare: boolean;
	/** Sections whose rows are hidden, in the table's order. */
	folded: readonly Section[];
	/** Screenshot mode: nothing but the table, scaled to the window. */
	isBare: boolean;
}

/** The default view: every network, every row. */
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
	/** Unknown parameters, in their order; `formatCapabilityView` keeps them. */
	unknown: [key: string, value: string][];
}

const KEYS: ReadonlySet<string> = new Set([
	...['by', 'network', 'account', 'chat', 'split', 'rows', 'q', 'baseline', 'reference'],
	...['share', 'fold', 'bare']
]);

/** Parses the query of `/capabilities`. A bad value is reported as a problem and ignored; nothing is thrown. */
export function parseCapabilityView(params: URLSearchParams): ParsedCapabilityView {
	const problems: ViewProblem[] = [];

	function readAll<Value>(key: string, read: Read<Value>, expected: string): Value[] {
		const values = toUnique(params.getAll(key)).map((value) => {
			const parsed = read(value);
			if (parsed === undefined) problems.push({ key, value, expected });
			return parsed;
		});
		return values.filter((value) => value !== undefined);
	}

	function readOne<Value>(key: string, read: Read<Value>, expected: string): Value | undefined {
		let first: Value | undefined;
		for (const value of toUnique(params.getAll(key))) {
			const parsed = read(value);
			if (parsed === undefined) problems.push({ key, value, expected });
			else if (first === undefined) first = parsed;
			else problems.push({ key, value, expected: 'only one value' });
		}
		return first;
	}

	function isOn(key: string, word: string): boolean {
		return readOne(key, createChoice([word]), word) !== undefined;
	}

	return {
		view: {
			by:
				readOne('by', createChoice(COLUMN_GROUPINGS), joinList(COLUMN_GROUPINGS, 'or')) ??
				WHOLE_TABLE.by,
			networks: readAll('network', readWord, 'the name of a network'),
			accountIDs: readAll('account', readWord, 'the ID of an account'),
			chatIDs: readAll('chat', readWord, 'the ID of a chat'),
			split: readAll('split', readWord, 'the key of a column'),
			onlyDiffering: isOn('rows', 'differ'),
			q: readOne('q', (value) => value, '') ?? '',
			baseline: readOne('baseline', readWord, 'the key of a column') ?? '',
			hasReference: isOn('reference', 'yes'),
			hasShare: isOn('share', 'yes'),
			folded: sortSections(
				readAll('fold', readSection, `a section, such as ${toSlug(SECTIONS[1])}`)
			),
			isBare: isOn('bare', 'yes')
		},
		problems,
		unknown: [...params].filter(([key]) => !KEYS.has(key))
	};
}

/**
 * The inverse of {@link parseCapabilityView}. Defaults are left out and keys have a fixed order, so
 * that equal views give equal URLs. Unknown parameters come last.
 */
export function formatCapabilityView(
	view: CapabilityView,
	unknown: readonly (readonly [key: string, value: string])[] = []
): URLSearchParams {
	const pairs: (readonly [string, string | false])[] = [
		['by', view.by !== WHOLE_TABLE.by && view.by],
		...toUnique(view.networks).map((network) => ['network', network] as const),
		...toUnique(view.accountIDs).map((accountID) => ['account', accountID] as const),
		...toUnique(view.chatIDs).map((chatID) => ['chat', chatID] as const),
		...toUnique(view.split).map((key) => ['split', key] as const),
		['rows', view.onlyDiffering && 'differ'],
		['q', view.q],
		['baseline', view.baseline],
		['reference', view.hasReference && 'yes'],
		['share', view.hasShare && 'yes'],
		...sortSections(view.folded).map((section) => ['fold', toSlug(section)] as const),
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

function createChoice<Word extends string>(words: readonly Word[]): Read<Word> {
	return (value) => words.find((word) => word === value);
}

function readSection(value: string): Section | undefined {
	return SECTIONS.find((section) => toSlug(section) === value);
}

function sortSections(sections: readonly Section[]): Section[] {
	return SECTIONS.filter((section) => sections.includes(section));
}

function toUnique(words: readonly string[]): string[] {
	return [...new Set(words)];
}

/** The part of a view that applies to the table of a snapshot, which has no URL of its own. */
export type SnapshotView = Pick<CapabilityView, 'q' | 'onlyDiffering' | 'baseline' | 'folded'>;
