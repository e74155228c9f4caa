import { COLUMN_GROUPINGS, type ColumnGrouping } from './columns/build-columns';
import { SECTIONS, type Section } from './row';
import { SILENT_PARTS, type SilentPart } from './table/fold-silence';
import { toSlug } from './table/fragment';
import {
	parseWord,
	ViewQuery,
	writeViewQuery,
	type Parameter,
	type ViewProblem
} from '../view-query';

/** The state of the `/capabilities` page, all of which is in its URL. */
export interface CapabilityView {
	/** A question in words, which is answered above the table; empty: none. */
	ask: string;
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
	/** The parts of the table that are shown though they state nothing. */
	silent: readonly SilentPart[];
	/** Screenshot mode: nothing but the table, scaled to the window. */
	isBare: boolean;
}

/** The default view: every network, every row. */
export const WHOLE_TABLE: CapabilityView = {
	ask: '',
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
	silent: [],
	isBare: false
};

export interface ParsedCapabilityView {
	view: CapabilityView;
	/** In the order of the contract's keys. */
	problems: ViewProblem[];
	/** Unknown parameters, in their order; `formatCapabilityView` keeps them. */
	unknown: Parameter[];
}

/** Parses the query of `/capabilities`. A bad value is reported as a problem and ignored; nothing is thrown. */
export function parseCapabilityView(params: URLSearchParams): ParsedCapabilityView {
	const query = new ViewQuery(params);

	function isOn(key: string, word: string): boolean {
		return query.readOneOf(key, [word]) !== undefined;
	}

	return {
		view: {
			ask: query.readOne('ask', (value) => value, '') ?? '',
			by: query.readOneOf('by', COLUMN_GROUPINGS) ?? WHOLE_TABLE.by,
			networks: query.readAll('network', parseWord, 'the name of a network'),
			accountIDs: query.readAll('account', parseWord, 'the ID of an account'),
			chatIDs: query.readAll('chat', parseWord, 'the ID of a chat'),
			split: query.readAll('split', parseWord, 'the key of a column'),
			onlyDiffering: isOn('rows', 'differ'),
			q: query.readOne('q', (value) => value, '') ?? '',
			baseline: query.readOne('baseline', parseWord, 'the key of a column') ?? '',
			hasReference: isOn('reference', 'yes'),
			hasShare: isOn('share', 'yes'),
			folded: sortSections(
				query.readAll('fold', parseSection, `a section, such as ${toSlug(SECTIONS[1])}`)
			),
			silent: sortSilentParts(query.readAll('silent', parseSilentPart, SILENT_PARTS.join(' or '))),
			isBare: isOn('bare', 'yes')
		},
		problems: query.problems,
		unknown: query.unknown
	};
}

/**
 * The inverse of {@link parseCapabilityView}. Defaults are left out and keys have a fixed order, so
 * that equal views give equal URLs. Unknown parameters come last.
 */
export function formatCapabilityView(
	view: CapabilityView,
	unknown: readonly Parameter[] = []
): URLSearchParams {
	return writeViewQuery(
		[
			['ask', view.ask],
			['by', view.by !== WHOLE_TABLE.by && view.by],
			...view.networks.map((network) => ['network', network] as const),
			...view.accountIDs.map((accountID) => ['account', accountID] as const),
			...view.chatIDs.map((chatID) => ['chat', chatID] as const),
			...view.split.map((key) => ['split', key] as const),
			['rows', view.onlyDiffering && 'differ'],
			['q', view.q],
			['baseline', view.baseline],
			['reference', view.hasReference && 'yes'],
			['share', view.hasShare && 'yes'],
			...sortSections(view.folded).map((section) => ['fold', toSlug(section)] as const),
			...sortSilentParts(view.silent).map((part) => ['silent', part] as const),
			['bare', view.isBare && 'yes']
		],
		unknown
	);
}

function parseSection(value: string): Section | undefined {
	return SECTIONS.find((section) => toSlug(section) === value);
}

function sortSections(sections: readonly Section[]): Section[] {
	return SECTIONS.filter((section) => sections.includes(section));
}

function parseSilentPart(value: string): SilentPart | undefined {
	return SILENT_PARTS.find((part) => part === value);
}

function sortSilentParts(parts: readonly SilentPart[]): SilentPart[] {
	return SILENT_PARTS.filter((part) => parts.includes(part));
}

/** The part of a view that applies to the table of a snapshot, which has no URL of its own. */
export type SnapshotView = Pick<
	CapabilityView,
	'q' | 'onlyDiffering' | 'baseline' | 'folded' | 'silent'
>;

/**
 * The silent parts that a view folds. Parts that the view names are shown even if they are silent:
 * rows that are searched for, chosen networks, accounts and chats, and the variants of a column.
 */
export function getFoldedSilence({
	by,
	networks,
	accountIDs,
	split,
	q,
	silent
}: Pick<
	CapabilityView,
	'by' | 'networks' | 'accountIDs' | 'split' | 'q' | 'silent'
>): readonly SilentPart[] {
	const isChosen = by === 'chat' || [networks, accountIDs, split].some(({ length }) => length > 0);
	const isNamed = { columns: isChosen, rows: q.trim() !== '' };
	return SILENT_PARTS.filter((part) => !silent.includes(part) && !isNamed[part]);
}
