import { joinList } from '$lib/format/list';
import { capitalize } from '$lib/format/sentence';
import type { ColumnGrouping } from '../columns/build-columns';
import { getFullName, type CapabilityRow } from '../row';
import { getShownLimits } from './statement';
import type { TableModel } from './table';

/** The choices that a table answers, as far as the table itself does not show them. */
export interface TableQuestion {
	/** The meaning of the columns. */
	by: ColumnGrouping;
	/** The search in the rows; empty: all rows. */
	q: string;
	/** The user chose the networks. */
	isPicked: boolean;
}

const TITLES: Readonly<Record<ColumnGrouping, string>> = {
	network: 'What each network can do',
	variant: 'What each network can do',
	account: 'What each account can do',
	type: 'What each kind of chat can do',
	chat: 'What each chat can do'
};

const COLUMN_NAMES: Readonly<Record<ColumnGrouping, string>> = {
	network: 'network',
	variant: 'network',
	account: 'account',
	type: 'kind of chat',
	chat: 'chat'
};

/** Names of rows whose own name is a verb. */
const NOUNS: ReadonlyMap<string, string> = new Map([
	['edit', 'Editing'],
	['delete', 'Deleting for everyone'],
	['deleteForMe', 'Deleting for yourself']
]);

/** Networks that a title names; more are left to the columns. */
const MAX_NAMES = 3;

/** The title of a table: `Editing on Signal`, `WhatsApp vs Telegram: video`, `Polls by network`. */
export function formatTableTitle(table: TableModel, { by, q, isPicked }: TableQuestion): string {
	const subject = findSubject(table, q);
	const names = by === 'chat' || !isPicked ? [] : listNetworkNames(table);
	const [only, ...others] = names;
	if (only === undefined || names.length > MAX_NAMES)
		return subject === undefined ? TITLES[by] : `${subject} by ${COLUMN_NAMES[by]}`;
	if (others.length === 0) return `${subject ?? 'Everything'} on ${only}`;
	const compared = others.length === 1 ? names.join(' vs ') : joinList(names);
	return subject === undefined ? compared : `${compared}: ${toLower(subject)}`;
}

/** Leaves out rows whose limit another row of the table states too. */
export function dropShownLimits(rows: readonly CapabilityRow[]): CapabilityRow[] {
	const shown = new Set(
		rows.flatMap(({ path }) => getShownLimits(path).map((limit) => limit.path))
	);
	return rows.filter(({ path }) => !shown.has(path));
}

/** The subject of the rows that a search found; undefined for a table of all rows. */
function findSubject({ sections }: TableModel, q: string): string | undefined {
	const words = q.trim();
	if (words === '') return undefined;
	const rows = dropShownLimits(sections.flatMap((section) => section.rows.map(({ row }) => row)));
	const [first] = rows;
	if (!first) return capitalize(words);
	if (rows.length === 1) return NOUNS.get(first.path) ?? getFullName(first);
	if (first.part !== undefined && rows.every(({ part }) => part === first.part)) return first.part;
	return capitalize(words);
}

function listNetworkNames({ columns }: TableModel): string[] {
	return [...new Set(columns.map(({ name }) => name.split(': ')[0] ?? name))];
}

/** Abbreviations keep their capitals. */
function toLower(words: string): string {
	return /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
