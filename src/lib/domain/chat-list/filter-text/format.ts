import type { ActivityRange } from '../activity-range';
import { FLAGS, type ChatFilter, type ChatView, type FilterNames } from '../view';
import { formatBound, formatSort } from '../view-url';
import { findFilterNetwork, nameAccountsUniquely, readFilterKey } from './terms';
import { quoteValue, quoteWord, splitSearch } from './filter-tokens';

/** The view as a filter line, from which `parseFilterText` makes the same view; empty for all chats. */
export function formatFilterText({ filter, sort, group }: ChatView, names: FilterNames): string {
	const labelNames = new Map(names.labels.map(({ id, name }) => [id, name]));
	const { type, waiting, due } = filter;
	const parts: Record<
		Exclude<keyof ChatFilter, 'activeBefore'>,
		readonly (string | undefined)[]
	> = {
		flags: FLAGS.filter((flag) => filter.flags[flag]).map(
			(flag) => `${filter.flags[flag] === 'no' ? '-' : ''}is:${flag}`
		),
		networks: [
			formatList(
				'network',
				filter.networks.map((word) => formatNetwork(word, names))
			)
		],
		accountIDs: [formatList('account', formatAccounts(filter.accountIDs, names))],
		labelIDs: [
			formatList(
				'label',
				filter.labelIDs.map((id) => labelNames.get(id) ?? id)
			)
		],
		type: [type && `type:${type}`],
		waiting: [waiting && `waiting:${waiting}`],
		due: [due && `due:${due}`],
		// One key has both bounds.
		activeAfter: formatActivity(filter).map((value) => `active:${value}`),
		participantsOver: [
			filter.participantsOver === undefined ? undefined : `people:>${filter.participantsOver}`
		],
		capabilities: filter.capabilities.map(({ path, value }) => formatCapability(path, value)),
		q: splitSearch(filter.q).map(quoteWord)
	};
	const { flags, type: types, q, ...others } = parts;
	const order = formatSort(sort);
	return [
		...flags,
		...types,
		...Object.values(others).flat(),
		order && `sort:${order}`,
		group && `group:${group}`,
		...q
	]
		.filter((part) => part !== undefined)
		.join(' ');
}

/** Most views name no account: the names of all are made only for one that does. */
function formatAccounts(ids: readonly string[], { accounts }: FilterNames): readonly string[] {
	if (ids.length === 0) return [];
	const accountNames = nameAccountsUniquely(accounts);
	return ids.map((id) => accountNames.get(id) ?? id);
}

function formatList(key: string, values: readonly string[]): string | undefined {
	return values.length > 0 ? `${key}:${values.map(quoteValue).join(',')}` : undefined;
}

/** Networks go by their names, in small letters, unless the name leads to another. */
export function formatNetwork(word: string, names: FilterNames): string {
	const network = findFilterNetwork(word, names);
	const name = network?.name.toLowerCase() ?? word;
	return network && findFilterNetwork(name, names)?.key === network.key ? name : word;
}

/** The values of `active:` for a range: `<90d`, `>2026-01-31`. */
export function formatActivity({ activeAfter, activeBefore }: ActivityRange): string[] {
	return [
		activeAfter && `${'date' in activeAfter ? '>' : '<'}${formatBound(activeAfter)}`,
		activeBefore && `${'date' in activeBefore ? '<' : '>'}${formatBound(activeBefore)}`
	].filter((value) => value !== undefined);
}

function formatCapability(path: string, value: string): string {
	const meaning = readFilterKey(path);
	const isPlain = meaning?.kind === 'capability' && meaning.path === path;
	return isPlain && /^[\w.-]+$/.test(path)
		? `${path}:${quoteValue(value)}`
		: `capability:${quoteValue(`${path}:${value}`)}`;
}
