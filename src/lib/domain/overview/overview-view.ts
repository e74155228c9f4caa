import { ViewQuery, writeViewQuery, type Parameter, type ViewProblem } from '../view-query';
import { STATE_KEYS, type StateKey } from './states';

export const BREAKDOWNS = ['network', 'account'] as const;
/** The rows of the table. */
export type Breakdown = (typeof BREAKDOWNS)[number];

export const SHARES = ['row', 'column', 'none'] as const;
/** The whole of which the tint of a cell shows the share. */
export type Share = (typeof SHARES)[number];

const COLUMN_KEYS = ['name', ...STATE_KEYS] as const;
export type OverviewColumnKey = 'name' | StateKey;

export interface TableSort {
	key: OverviewColumnKey;
	/** False: names A–Z, numbers from the largest. */
	reversed: boolean;
}

/** The state of the `/overview` page, all of which is in its URL. */
export interface OverviewView {
	by: Breakdown;
	share: Share;
	sort: TableSort;
}

/** Networks with the most chats first, tinted by share of the row. */
export const OVERVIEW: OverviewView = {
	by: 'network',
	share: 'row',
	sort: { key: 'total', reversed: false }
};

export interface ParsedOverview {
	view: OverviewView;
	problems: ViewProblem[];
	/** Unknown parameters, in their order; `formatOverview` keeps them. */
	unknown: Parameter[];
}

/** Parses the query of `/overview`. A bad value is a problem, and ignored; nothing is thrown. */
export function parseOverview(query: URLSearchParams | string): ParsedOverview {
	const params = new ViewQuery(query);
	const by = params.readOneOf('by', BREAKDOWNS) ?? OVERVIEW.by;
	const share = params.readOneOf('share', SHARES) ?? OVERVIEW.share;
	const sort =
		params.readOne('sort', parseSort, 'a column such as unread, with - in front to reverse') ??
		OVERVIEW.sort;
	return { view: { by, share, sort }, problems: params.problems, unknown: params.unknown };
}

/** The inverse of {@link parseOverview}. Defaults are left out; unknown parameters come last. */
export function formatOverview(
	{ by, share, sort }: OverviewView,
	unknown: readonly Parameter[] = []
): URLSearchParams {
	const order = `${sort.reversed ? '-' : ''}${sort.key}`;
	return writeViewQuery(
		[
			['by', by !== OVERVIEW.by && by],
			['share', share !== OVERVIEW.share && share],
			['sort', order !== OVERVIEW.sort.key && order]
		],
		unknown
	);
}

/** A few words for a view: `Overview`, `Overview by account, tint by column, sorted by unread`. */
export function describeOverview({ by, share, sort }: OverviewView): string {
	const isUsual = sort.key === OVERVIEW.sort.key && !sort.reversed;
	return [
		by === OVERVIEW.by ? 'Overview' : `Overview by ${by}`,
		share === 'column' && 'tint by column',
		share === 'none' && 'no tint',
		!isUsual && `sorted by ${sort.key.replace('-', ' ')}${sort.reversed ? ', reversed' : ''}`
	]
		.filter(Boolean)
		.join(', ');
}

/** Sorts by another column in its natural order; by the same again, in the reverse one. */
export function sortBy(view: OverviewView, key: OverviewColumnKey): OverviewView {
	const reversed = view.sort.key === key && !view.sort.reversed;
	return { ...view, sort: { key, reversed } };
}

function parseSort(text: string): TableSort | undefined {
	const reversed = text.startsWith('-');
	const key = COLUMN_KEYS.find((word) => word === text.slice(reversed ? 1 : 0));
	return key && { key, reversed };
}
